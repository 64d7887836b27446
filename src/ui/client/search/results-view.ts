import { element } from '../element.ts';
import { makeFilters } from './filter-view.ts';
import type { FilterSelection } from './filters.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';
import { resultItem } from './result-list.ts';
import type { ResultsContent } from './results-content.ts';
import type { SearchMessage } from './search-state.ts';

/** The search page from its heading to the contact options. */
export interface ResultsView {
  list: HTMLElement;
  wanted(): FilterSelection;
  /** Whether no result is left out. */
  isWhole(): boolean;
  showAll(): void;
  /** @param isNew whether the results are those of another question, so the filters offer other choices */
  show(content: ResultsContent, texts: SearchMessage, isNew: boolean): void;
}

/**
 * @param place where the results go
 * @param filter called when the reader chooses other filters
 */
export function makeResultsView(place: HTMLElement, setup: LoadedSearchSetup, filter: () => void): ResultsView {
  const { text } = setup;
  const sections = document.querySelector<HTMLElement>('[data-part=sections]');
  const contact = document.querySelector<HTMLElement>('[data-part=contact]');
  const heading = element('h2', { class: 'found-heading' });
  const hint = element('p', { class: 'found-hint' });
  const list = element('ol', { class: 'results' });
  const more = element('button', { type: 'button', class: 'found-more' }, text('search.more'));
  const filters = makeFilters(setup, filter);
  const others = element('h2', { class: 'found-others' }, text('search.others'));
  const columns = element('div', { class: 'found-columns' }, filters.element, element('div', {}, list, more));
  place.append(heading, hint, others, columns);
  const showAll = () => {
    const rest = [...list.querySelectorAll<HTMLElement>('[hidden]')];
    for (const item of rest) item.hidden = false;
    more.hidden = true;
    return rest;
  };
  more.addEventListener('click', () => showAll()[0]?.querySelector('a')?.focus());
  return {
    list,
    isWhole: () => more.hidden,
    showAll,
    wanted: filters.wanted,
    show({ filtered, resultsStyle, first, isOpen, isLoading, browse, contactFirst }, texts, isNew) {
      heading.textContent = texts.heading;
      hint.textContent = texts.hint;
      if (isNew) filters.fill(filtered);
      else filters.recount(filtered);
      const items = filtered.shown.map((result, index) => resultItem(result, index, setup, resultsStyle));
      for (const item of items.slice(first)) item.hidden = true;
      list.replaceChildren(...items);
      more.hidden = items.length <= first;
      place.hidden = !isOpen;
      if (sections) sections.hidden = !browse;
      others.hidden = resultsStyle !== 'nothing' || items.length === 0;
      if (contact && contactFirst) others.before(contact);
      else if (contact) place.parentElement?.append(contact);
      // What comes below the results isn't painted before they are there, so nothing moves.
      if (!isLoading) delete document.documentElement.dataset.asking;
    },
  };
}
