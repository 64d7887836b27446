import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { htmlToHast } from 'satteri';
import { plainTree } from '#markdown/twin/plain-tree.ts';
import { simpleBlocks } from './simple-blocks.ts';

/** What a short answer is made from. */
export interface AnswerSource {
  title: string;
  summary?: string | undefined;
  type: 'faq' | 'solution';
  /** The complete address of the page. */
  url: string;
  /** The `<article>` of the page. */
  html: string;
}

/** A longer answer is read on the page, in characters. */
const WHOLE = 700;
/** More lists of steps are for more than one case, and the customer chooses on the page. */
const MOST_LISTS = 3;

/**
 * What an agent sends: the summary or the first paragraph, then the steps, then a link to the article. A short answer
 * to a question is sent whole.
 *
 * @returns paragraphs and lists with plain formatting, which survives pasting
 */
export function shortAnswer({ title, summary, type, url, html }: AnswerSource): Element[] {
  const tree = plainTree(htmlToHast(html, { fragment: true }) as Root, url);
  const article = elements(tree.children).find(({ tagName }) => tagName === 'article');
  const blocks = elements(article?.children ?? []).filter(
    ({ tagName, properties }) => tagName !== 'h1' && properties.dataPart !== 'article-meta',
  );
  return [...answerOf(blocks, summary, type), h('p', h('a', { href: agentLink(url) }, title))];
}

function answerOf(blocks: readonly Element[], summary: string | undefined, type: AnswerSource['type']): Element[] {
  const steps = stepLists(blocks);
  if (type === 'faq' && steps.length === 0) {
    const whole = simpleBlocks(blocks);
    if (whole.reduce((sum, block) => sum + textOf(block).length, 0) <= WHOLE) return whole;
  }
  const [first] = simpleBlocks(blocks.filter(({ tagName }) => tagName === 'p'));
  const opening = summary === undefined ? first : h('p', summary);
  return [
    ...(opening ? [opening] : []),
    ...(steps.length > MOST_LISTS
      ? []
      : steps.flatMap(({ label, list }) => [
          ...(label === undefined || steps.length === 1 ? [] : [h('p', h('strong', label))]),
          ...simpleBlocks([list]),
        ])),
  ];
}

/** The address that lets statistics count visits from a reply separately. */
export function agentLink(url: string): string {
  const address = new URL(url);
  address.searchParams.set('from', 'agent');
  return address.href;
}

/** The lists of steps, each with the heading or the tab above it. */
function stepLists(blocks: readonly Element[]): { label: string | undefined; list: Element }[] {
  const found: { label: string | undefined; list: Element }[] = [];
  let label: string | undefined;
  const visit = (element: Element) => {
    if (element.properties.dataPart === 'steps') {
      const list = elements(element.children).find(({ tagName }) => tagName === 'ol');
      if (list) found.push({ label, list });
    } else if (/^h[2-6]$/.test(element.tagName) || isStrongLine(element)) label = textOf(element).trim();
    else for (const child of elements(element.children)) visit(child);
  };
  for (const block of blocks) visit(block);
  return found;
}

function isStrongLine({ tagName, children }: Element): boolean {
  const [only] = children;
  return tagName === 'p' && children.length === 1 && only?.type === 'element' && only.tagName === 'strong';
}

function elements(nodes: readonly (ElementContent | Root['children'][number])[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
