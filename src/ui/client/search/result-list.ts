import type { AnswerPart } from '#search/answer-parts.ts';
import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { element } from '../element.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';
import { headingsOf, kindOf, languageAttributes, marked, pageOf } from './results.ts';

// Enough to find the place, few enough to be read.
const HEADINGS = 2;

/**
 * One result of the results page: title, section, passage, and the headings under which it matches. Of an article that
 * doesn't come close, only the title and the section. The passage of an answer has its steps and the row of its table.
 *
 * @param style what the results are
 */
export function resultItem(
  result: Result,
  place: number,
  { text, base }: Pick<LoadedSearchSetup, 'text' | 'base'>,
  style: AnswerState,
): HTMLElement {
  const { id, title, excerpt, answer } = result;
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
    answer
      ? element('div', { class: 'result-passage', ...language }, ...answer.flatMap(answerPart))
      : element('p', { class: 'result-excerpt', ...language }, ...marked(excerpt)),
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

function answerPart(part: AnswerPart): HTMLElement[] {
  switch (part.kind) {
    case 'text':
      return [element('p', {}, ...marked(part.html))];
    case 'steps': {
      const items = part.items.map((item) => element('li', {}, ...marked(item)));
      const list = element('ol', part.first === 1 ? {} : { start: String(part.first) }, ...items);
      return part.isWhole ? [list] : [list, element('p', {}, '…')];
    }
    case 'list':
      return [element('ul', {}, ...part.items.map((item) => element('li', {}, ...marked(item))))];
    case 'row':
      return [
        element(
          'dl',
          {},
          ...part.cells.map(({ heading, html }) =>
            element('div', {}, element('dt', {}, heading), element('dd', {}, ...marked(html))),
          ),
        ),
      ];
  }
}
