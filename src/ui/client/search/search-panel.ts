import { contactLink } from '../contact-link.ts';
import { element } from '../element.ts';
import { readerContext } from '../reader-context.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';
import { panelContent, panelLimits } from './panel-content.ts';
import { panelOption } from './panel-option.ts';
import { forgetAllButton, forgetButtons, recentOptions } from './recent-list.ts';
import type { RecentSearches } from './recent-searches.ts';
import { searchAddress } from './search-address.ts';
import { type SearchState, searchMessage } from './search-state.ts';

/** The panel below the search box. */
export interface Panel {
  element: HTMLElement;
  listId: string;
  options(): HTMLElement[];
  show(state: SearchState): void;
}

/**
 * @param id of the search field
 * @param again called when the reader chooses an earlier question
 */
export function makePanel(
  id: string,
  setup: LoadedSearchSetup,
  recent: RecentSearches,
  again: (question: string) => void,
): Panel {
  const { text, page, contactOptions, sections } = setup;
  const listId = `${id}-results`;
  const headingId = `${id}-heading`;
  const panel = element('div', { class: 'search-panel', 'data-part': 'search-panel', hidden: '' });
  const headingClass = {
    label: 'search-heading',
    unsure: 'search-heading search-unsure',
    hidden: 'search-heading visually-hidden',
  };

  const linkList = (title: string, links: readonly HTMLElement[]) =>
    element(
      'div',
      { class: 'search-links' },
      element('p', { class: 'search-heading' }, title),
      element('ul', {}, ...links.map((link) => element('li', {}, link))),
    );
  const contactLinks = (question: string) => {
    const carried = { ...readerContext(), question };
    return contactOptions.map((option) => contactLink(option, carried, location.href, text));
  };
  const allResults = (question: string) => {
    const href = searchAddress(page, { question, from: readerContext().from, sections: [], types: [] });
    return element('p', { class: 'search-all' }, element('a', { href }, text('search.all')));
  };
  /** Shows what is left of the earlier questions; the focus goes to the next button, or back to the field. */
  const forgotten = (place = -1) => {
    show({ kind: 'empty' });
    const next = panel.querySelectorAll<HTMLElement>('.recent-forget')[place];
    (next ?? document.getElementById(id))?.focus();
  };
  const recentButtons = (questions: readonly string[]) =>
    forgetButtons(questions, text, (question) => {
      recent.forget(question);
      forgotten(questions.indexOf(question));
    });

  function show(state: SearchState): void {
    const { recent: earlier, results, resultsStyle, headingStyle, offers } = panelContent(state, recent.list());
    const { heading, hint } = searchMessage(state, text, panelLimits.answer);
    const title = earlier.length > 0 ? text('search.recent') : heading;
    const question = state.kind === 'answered' ? state.question : '';
    const options =
      earlier.length > 0
        ? recentOptions(id, earlier, again)
        : results.map((result, place) => panelOption(id, question, result, place, setup, resultsStyle));
    const list = element(
      'div',
      { id: listId, role: 'listbox', class: 'search-choices', 'aria-labelledby': headingId },
      ...options,
    );
    const found = earlier.length > 0 ? element('div', { class: 'recents' }, list, recentButtons(earlier)) : list;
    const isLast = resultsStyle === 'nothing' && results.length > 0;
    const parts = [
      title !== '' && element('p', { id: headingId, class: headingClass[headingStyle] }, title),
      hint !== '' && element('p', { class: 'search-hint' }, hint),
      !isLast && found,
      offers.contact && contactOptions.length > 0 && linkList(text('search.ask'), contactLinks(question)),
      offers.sections &&
        linkList(
          text('home.sections'),
          sections.map(({ title, url }) => element('a', { href: url }, title)),
        ),
      isLast && element('p', { class: 'search-heading' }, text('search.others')),
      isLast && found,
      offers.allResults && allResults(question),
      earlier.length > 0 &&
        forgetAllButton(text, () => {
          recent.forgetAll();
          forgotten();
        }),
    ];
    panel.replaceChildren(...parts.filter((part) => part !== false));
    panel.scrollTop = 0;
  }

  return {
    element: panel,
    listId,
    options: () => [...panel.querySelectorAll<HTMLElement>('[role=option]')],
    show,
  };
}
