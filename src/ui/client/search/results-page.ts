import { contactAddress } from '../../contact-option.ts';
import { announcer } from '../announce.ts';
import type { FilterSelection } from './filters.ts';
import { onFollow } from './follow-result.ts';
import { type LoadedSearchSetup, loadSearchSetup } from './load-search-setup.ts';
import { type Find, findIn, openEarly } from './open-index.ts';
import { recentSearches } from './recent-searches.ts';
import { resultsContent, selectionOf } from './results-content.ts';
import { keepResultsPlace } from './results-place.ts';
import { makeResultsView } from './results-view.ts';
import { readSearchQuery, searchAddress } from './search-address.ts';
import { searchAsTyped } from './search-as-typed.ts';
import { searchLog } from './search-events.ts';
import { searchMessage, spoken } from './search-state.ts';

const LIMIT = 30;
const noFilters: FilterSelection = { sections: [], types: [] };

/**
 * Makes the search page answer the question in its address and in its field.
 *
 * @param place where the results go
 */
export async function startResults(input: HTMLInputElement, place: HTMLElement): Promise<void> {
  openEarly();
  const setup = await loadSearchSetup(input.dataset.search ?? '');
  await showResults(input, place, setup, findIn(setup, LIMIT));
}

/** Does so with what is loaded already. */
export async function showResults(
  input: HTMLInputElement,
  place: HTMLElement,
  setup: LoadedSearchSetup,
  find: Find,
): Promise<void> {
  const { form } = input;
  if (!form) return;
  const { text, locale, page, name, contactOptions } = setup;
  const { from } = readSearchQuery(location.search);
  const log = searchLog(setup);
  const recent = recentSearches(locale);
  const announce = announcer(form);
  const emptyTitle = document.title;
  let wanted = noFilters;
  // Whether Back should return to the question that the address holds now.
  let kept = true;

  const view = makeResultsView(place, setup, () => {
    wanted = view.wanted();
    const texts = show(false);
    announce(texts.hint || texts.heading);
  });
  const returnToPlace = keepResultsPlace(view);
  const search = searchAsTyped(input, {
    find,
    log,
    show(state) {
      if (state.kind === 'empty') wanted = noFilters;
      const texts = show(true);
      if (state.kind === 'answered' && !state.isPartial) returnToPlace();
      if (state.kind === 'failed' || (state.kind === 'answered' && !state.isPartial)) announce(spoken(texts));
    },
  });

  /** @param isNew whether the results are those of another question */
  function show(isNew: boolean) {
    const { state } = search;
    // Filters that the best results don't offer can be those of results that are still loading.
    if (state.kind === 'answered' && !state.isPartial && isNew)
      wanted = selectionOf(resultsContent(state, wanted).filtered);
    const content = resultsContent(state, wanted);
    const texts = searchMessage(state, text, LIMIT, content.filtered.shown.length);
    view.show(content, texts, isNew);
    if (state.kind === 'empty') remember('');
    if (state.kind === 'answered') remember(state.question);
    return texts;
  }
  /** Puts what is shown into the title, the address and the contact options. */
  function remember(question: string): void {
    document.title = question === '' ? emptyTitle : `${text('search.results', { question })} · ${name}`;
    const address = searchAddress(page, { question, from, ...wanted });
    if (kept && readSearchQuery(location.search).question !== question) {
      kept = false;
      history.pushState(null, '', address);
    } else if (address !== location.pathname + location.search) history.replaceState(null, '', address);
    for (const option of contactOptions)
      document
        .querySelector(`[data-part=contact] [data-way=${option.kind}]`)
        ?.setAttribute('href', contactAddress(option, { from, question }, location.href));
  }

  onFollow(view.list, (article, position) => {
    if (search.state.kind !== 'answered') return;
    log.chosen(search.state.question, article, position);
    recent.remember(search.state.question);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // The site may have been published again, and then only a new page has all of it.
    if (search.state.kind === 'failed' && navigator.onLine)
      return location.assign(searchAddress(page, { question: input.value.trim(), from, ...noFilters }));
    await search.now();
    kept = true;
    log.settled();
    const { state } = search;
    if (state.kind === 'answered' && state.answer.state !== 'nothing') recent.remember(state.question);
    // On a phone the keyboard would cover the results.
    input.blur();
  });
  const showAddress = () => {
    const asked = readSearchQuery(location.search);
    input.value = asked.question;
    wanted = { sections: asked.sections, types: asked.types };
    kept = true;
    return search.now();
  };
  addEventListener('popstate', () => void showAddress());
  // The reader may have typed something before this was loaded.
  if (input.value === '' || input.value === readSearchQuery(location.search).question) await showAddress();
  else await search.now();
}
