import type { Result } from '#search/ask.ts';
import { element } from '../element.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';
import { askedHeading, headingsOf, kindOf, languageAttributes, marked, pageOf } from './results.ts';

/**
 * A result in the panel below the search box. It leads to the heading that the question is about, if there is one.
 *
 * @param id of the search field
 */
export function panelOption(
  id: string,
  question: string,
  result: Result,
  place: number,
  { text, base }: Pick<LoadedSearchSetup, 'text' | 'base'>,
): HTMLElement {
  const { title, excerpt } = result;
  const language = languageAttributes(result);
  const inside = askedHeading(question, title, headingsOf(result, base));
  return element(
    'a',
    {
      id: `${id}-${place}`,
      role: 'option',
      'aria-selected': 'false',
      class: 'search-choice',
      href: inside?.url ?? pageOf(result, base),
      tabindex: '-1',
      'data-article': result.id,
      'data-position': String(place + 1),
    },
    element('span', { class: 'choice-title', ...language }, title),
    ' ',
    element('span', { class: 'choice-section' }, kindOf(result, text)),
    ...(inside ? [' ', element('span', { class: 'choice-heading', ...language }, inside.title)] : []),
    ' ',
    element('span', { class: 'choice-excerpt', ...language }, ...marked(excerpt)),
  );
}
