import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { element } from '../element.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';
import { headingsOf, kindOf, languageAttributes, marked, pageOf } from './results.ts';

// Enough to find the place, few enough to be read.
const HEADINGS = 2;

/**
 * One result of the results page: title, section, passage, and the headings under which it matches. Of an article that
 * doesn't come close, only the title and the section.
 *
 * @param style what the results are
 */
export function resultItem(
  result: Result,
  place: number,
  { text, base }: Pick<LoadedSearchSetup, 'text' | 'base'>,
  style: AnswerState,
): HTMLElement {
  const { id, title, excerpt } = result;
  const language = languageAttributes(result);
  const link = (href: string, text: string) =>
    element('a', { href, 'data-article': id, 'data-position': String(place + 1), ...language }, text);
  const headings = headingsOf(result, base).slice(0, HEADINGS);
  const head = [
    element('h3', { class: 'result-title' }, link(pageOf(result, base), title)),
    element('p', { class: 'result-section' }, kindOf(result, text)),
  ];
  if (style === 'nothing') return element('li', { class: 'result' }, ...head);
  return element(
    'li',
    { class: style === 'answer' && place === 0 ? 'result result-answer' : 'result' },
    ...head,
    element('p', { class: 'result-excerpt', ...language }, ...marked(excerpt)),
    ...(headings.length === 0
      ? []
      : [
          element(
            'ul',
            { class: 'result-headings', 'aria-label': text('search.inside') },
            ...headings.map(({ title, url }) => element('li', {}, link(url, title))),
          ),
        ]),
  );
}
