import { element } from '../element.ts';
import { apart, findingList } from './finding-list.ts';
import { noteStyles } from './own-styles.ts';
import type { ShownFinding } from './page-state.ts';

const TAG = 'ohje-finding';

/** Shows each finding after the block that its line belongs to, and those of no block below the title. */
export function placeFindings(findings: readonly ShownFinding[]): void {
  for (const before of document.querySelectorAll(TAG)) before.remove();
  const article = document.querySelector('article');
  if (!article) return;
  const top = article.querySelector('h1');
  const marked = [...article.querySelectorAll<HTMLElement>('[data-line]')];
  const atPlace = Map.groupBy(findings, ({ line }) => {
    const block = line === undefined ? undefined : lastUpTo(line, marked);
    return (block && placeFor(block, article)) ?? top ?? article;
  });
  for (const [place, found] of atPlace) {
    const note = noteOf(found);
    if (isCell(place) || place === article) place.append(note);
    else place.after(note);
  }
}

/** The last element that is written on a line or before it; an inner one comes after the ones around it. */
function lastUpTo(line: number, marked: readonly HTMLElement[]): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let bestLine = 0;
  for (const one of marked) {
    const own = Number(one.dataset.line);
    if (own <= line && own >= bestLine) [best, bestLine] = [one, own];
  }
  return best;
}

/** The nearest place where a note can be and is seen: not within a sentence, between rows, or in a closed tab. */
function placeFor(block: Element, article: Element): Element | undefined {
  for (let at: Element | null = block; at !== null && at !== article; at = at.parentElement) {
    if (!at.checkVisibility()) continue;
    if (isCell(at)) return at;
    const around = at.parentElement;
    if (around && isFlow(around) && !getComputedStyle(at).display.startsWith('inline')) return at;
  }
  return undefined;
}

function isCell(one: Element): boolean {
  return /^(?:LI|TD|TH|DD)$/.test(one.tagName);
}

function isFlow(one: Element): boolean {
  return /^(?:ARTICLE|DIV|SECTION|LI|TD|TH|DD|BLOCKQUOTE|DETAILS|ASIDE)$/.test(one.tagName) && !one.matches('.table');
}

function noteOf(findings: readonly ShownFinding[]): HTMLElement {
  const isError = findings.some(({ severity }) => severity === 'error');
  const label = findings.length === 1 ? 'A finding in this article' : `${findings.length} findings in this article`;
  return apart(
    TAG,
    noteStyles,
    element(
      'div',
      { class: isError ? 'note error' : 'note', role: 'note', 'aria-label': label },
      findingList(findings),
    ),
  );
}
