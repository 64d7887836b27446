import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { element } from '../element.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';
import { answerLines, askedHeading, headingsOf, kindOf, languageAttributes, marked, pageOf } from './results.ts';

/**
 * A result in the panel below the search box. It leads to the heading that the question is about, if there is one; an
 * answer leads to its passage. Of an article that doesn't come close, only the title is shown.
 *
 * @param id of the search field
 * @param style what the results are
 */
export function panelOption(
  id: string,
  question: string,
  result: Result,
  place: number,
  { text, base }: Pick<LoadedSearchSetup, 'text' | 'base'>,
  style: AnswerState,
): HTMLElement {
  const { title, excerpt, answer } = result;
  const isAnswer = style === 'answer' && place === 0;
  const language = languageAttributes(result);
  const headings = headingsOf(result, base);
  const inside = isAnswer ? headings[0] : askedHeading(question, title, headings);
  return element(
    'a',
    {
      id: `${id}-${place}`,
      role: 'option',
      'aria-selected': 'false',
      class: isAnswer ? 'search-choice search-answer' : 'search-choice',
      href: inside?.url ?? pageOf(result, base),
      tabindex: '-1',
      'data-article': result.id,
      'data-position': String(place + 1),
    },
    element('span', { class: 'choice-title', ...language }, title),
    ' ',
    element('span', { class: 'choice-section' }, kindOf(result, text)),
    ...(inside ? [' ', element('span', { class: 'choice-heading', ...language }, inside.title)] : []),
    ...(style === 'nothing'
      ? []
      : [
          ' ',
          element('span', { class: 'choice-excerpt', ...language }, ...marked(answer ? answerLines(answer) : excerpt)),
        ]),
  );
}
