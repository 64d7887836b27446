import { announcer } from '../announce.ts';
import { element } from '../element.ts';
import { onFollow } from '../search/follow-result.ts';
import { findIn } from '../search/open-index.ts';
import { resultItem } from '../search/result-list.ts';
import { languageOf } from '../search/results.ts';
import { addressOf } from '../search/results-address.ts';
import { searchAsTyped } from '../search/search-as-typed.ts';
import { searchLog } from '../search/search-events.ts';
import { bestResults, type ResultLimits, type SearchState, searchTexts, spoken } from '../search/search-state.ts';
import { fittingArticles } from './fitting.ts';
import type { Setup } from './load-setup.ts';
import { outward } from './outward.ts';

// Fewer guesses than answers, so the contact options stay in sight.
const LIMITS: ResultLimits = { confident: 6, unsure: 4 };

/** The first view of the panel: the search, and articles that suit the page of the product. */
export interface HomeView {
  element: HTMLElement;
  input: HTMLInputElement;
  /** The product may show another page by now. */
  refresh(): void;
  ask(question: string): void;
  /** The reader turns away: what was asked last counts. */
  settled(): void;
}

/** @param asked called with each answered question, and with an empty text when there is none any more */
export function makeHome(setup: Setup, asked: (question: string) => void): HomeView {
  const { text } = setup;
  const log = searchLog(setup);
  const { form, input } = searchForm(setup);
  const found = foundView(setup);
  const suggested = element('section', { 'aria-labelledby': 'ohje-suggested' });
  const view = element('div', { class: 'home' }, form, found.element, suggested);
  const announce = announcer(view);
  const search = searchAsTyped(input, {
    find: findIn(setup, LIMITS.confident),
    log,
    show(state) {
      found.show(state, input.value.trim());
      refresh();
      if (state.kind === 'answered' || state.kind === 'failed') announce(spoken(searchTexts(state, text)));
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

function searchForm({ text }: Setup): { form: HTMLFormElement; input: HTMLInputElement } {
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

function foundView(setup: Setup): FoundView {
  const { text, href } = setup;
  const heading = element('h3', { id: 'ohje-found', class: 'label' });
  const hint = element('p', { class: 'hint' });
  const list = element('ol', { class: 'results' });
  const all = element('a', {}, text('search.all'));
  const more = element('p', { class: 'more' }, outward(all, text));
  const found = element('section', { 'aria-labelledby': heading.id, hidden: '' }, heading, hint, list, more);
  return {
    element: found,
    list,
    show(state, typed) {
      const texts = searchTexts(state, text);
      const best = state.kind === 'answered' ? bestResults(state.answer, LIMITS) : [];
      heading.textContent = texts.heading;
      hint.textContent = texts.hint;
      hint.hidden = texts.hint === '';
      list.replaceChildren(...best.map((result, place) => resultItem(result, place, setup)));
      all.href = addressOf(href('search'), { question: typed, sections: [], types: [] });
      // If the search fails here, it can still work on its own page.
      more.hidden = best.length === 0 && state.kind !== 'failed';
      found.hidden = state.kind === 'empty';
    },
  };
}

/** Articles for the page of the product, or else the popular ones. */
function suggestions({ pages, popular, text, href }: Setup): { title: string; articles: HTMLElement } {
  const fitting = fittingArticles(pages, location);
  const links = (fitting.length > 0 ? fitting : popular).map((one) =>
    element('a', { href: href(one.id), ...languageOf(one) }, one.title),
  );
  return {
    title: fitting.length > 0 ? text('widget.fitting') : text('home.popular'),
    articles: element('ul', { class: 'articles' }, ...links.map((link) => element('li', {}, link))),
  };
}
