import { announcer } from '../announce.ts';
import { element } from '../element.ts';
import { onFollow } from '../search/follow-result.ts';
import { findIn } from '../search/open-index.ts';
import { resultItem } from '../search/result-list.ts';
import { languageAttributes } from '../search/results.ts';
import { searchAddress } from '../search/search-address.ts';
import { searchAsTyped } from '../search/search-as-typed.ts';
import { searchLog } from '../search/search-events.ts';
import { bestResults, type ResultLimits, type SearchState, searchMessage, spoken } from '../search/search-state.ts';
import type { LoadedWidgetSetup } from './load-widget-setup.ts';
import { openInNewTab } from './new-tab.ts';
import { articlesForPage } from './page-articles.ts';

// The less the results help, the fewer there are, so the contact options stay in sight.
const LIMITS: ResultLimits = { answer: 6, closest: 4, nothing: 3 };

/** The first view of the panel: the search, and articles that suit the page of the product. */
export interface HomeView {
  element: HTMLElement;
  input: HTMLInputElement;
  /** The product may show another page by now. */
  refresh(): void;
  ask(question: string): void;
  /** The reader leaves the search, so the last question counts. */
  settled(): void;
}

/** @param asked called with each answered question, and with an empty text when the field is emptied */
export function makeHome(setup: LoadedWidgetSetup, asked: (question: string) => void): HomeView {
  const { text } = setup;
  const log = searchLog(setup);
  const { form, input } = searchForm(setup);
  const found = foundView(setup);
  const suggested = element('section', { 'aria-labelledby': 'ohje-suggested' });
  const view = element('div', { class: 'home' }, form, found.element, suggested);
  const announce = announcer(view);
  const search = searchAsTyped(input, {
    find: findIn(setup, LIMITS.answer),
    log,
    show(state) {
      found.show(state, input.value.trim());
      refresh();
      if (state.kind === 'answered' || state.kind === 'failed')
        announce(spoken(searchMessage(state, text, LIMITS.answer)));
      if (state.kind === 'answered') asked(state.question);
      if (state.kind === 'empty') asked('');
    },
  });

  function refresh(): void {
    const { title, articles } = suggestions(setup);
    suggested.replaceChildren(element('h3', { id: 'ohje-suggested', class: 'label' }, title), articles);
    suggested.hidden = articles.children.length === 0 || search.state.kind !== 'empty';
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await search.now();
    log.settled();
  });
  onFollow(found.list, (article, position) => {
    if (search.state.kind === 'answered') log.chosen(search.state.question, article, position);
  });
  refresh();
  return {
    element: view,
    input,
    refresh,
    ask(question) {
      input.value = question;
      void search.now();
    },
    settled: log.settled,
  };
}

function searchForm({ text }: LoadedWidgetSetup): { form: HTMLFormElement; input: HTMLInputElement } {
  const input = element('input', {
    id: 'ohje-search',
    type: 'search',
    class: 'field',
    placeholder: text('search.placeholder'),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const label = element('label', { for: input.id, class: 'visually-hidden' }, text('search.label'));
  return { form: element('form', { role: 'search' }, label, input), input };
}

interface FoundView {
  element: HTMLElement;
  list: HTMLElement;
  /** @param typed what is in the field now, for the link to all results */
  show(state: SearchState, typed: string): void;
}

function foundView(setup: LoadedWidgetSetup): FoundView {
  const { text, href } = setup;
  const heading = element('h3', { id: 'ohje-found', class: 'label' });
  const hint = element('p', { class: 'hint' });
  const others = element('h3', { class: 'label' }, text('search.others'));
  const list = element('ol', { class: 'results' });
  const all = element('a', {}, text('search.all'));
  const more = element('p', { class: 'more' }, openInNewTab(all, text));
  const found = element('section', { 'aria-labelledby': heading.id, hidden: '' }, heading, hint, others, list, more);
  return {
    element: found,
    list,
    show(state, typed) {
      const texts = searchMessage(state, text, LIMITS.answer);
      const best = state.kind === 'answered' ? bestResults(state.answer, LIMITS) : [];
      heading.textContent = texts.heading;
      hint.textContent = texts.hint;
      hint.hidden = texts.hint === '';
      const style = state.kind === 'answered' ? state.answer.state : 'closest';
      others.hidden = style !== 'nothing' || best.length === 0;
      list.replaceChildren(...best.map((result, place) => resultItem(result, place, setup, style)));
      all.href = searchAddress(href('search'), { question: typed, sections: [], types: [] });
      // If the search fails here, it can still work on its own page.
      more.hidden = best.length === 0 && state.kind !== 'failed';
      found.hidden = state.kind === 'empty';
    },
  };
}

/** Articles for the page of the product, or else the popular ones. */
function suggestions({ pages, popular, text, href }: LoadedWidgetSetup): { title: string; articles: HTMLElement } {
  const fitting = articlesForPage(pages, location);
  const links = (fitting.length > 0 ? fitting : popular).map((one) =>
    element('a', { href: href(one.id) }, element('span', languageAttributes(one), one.title)),
  );
  return {
    title: fitting.length > 0 ? text('widget.fitting') : text('home.popular'),
    articles: element('ul', { class: 'articles' }, ...links.map((link) => element('li', {}, link))),
  };
}
