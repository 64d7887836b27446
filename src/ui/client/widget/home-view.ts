import { ask } from '#search/ask.ts';
import { announcer } from '../announce.ts';
import { element } from '../element.ts';
import { askAsTyped } from '../search/ask-as-typed.ts';
import { openIndex } from '../search/open-index.ts';
import { resultItem } from '../search/result-list.ts';
import { languageOf } from '../search/results.ts';
import { addressOf } from '../search/results-address.ts';
import { searchLog } from '../search/search-events.ts';
import { fittingArticles } from './fitting.ts';
import type { Setup } from './load-setup.ts';
import { outward } from './outward.ts';

// Of guesses fewer than of answers, so that the way to a person stays in sight.
const FIRST = { confident: 6, unsure: 4 };

/** What the panel begins with: the search, and the articles that fit the page. */
export interface HomeView {
  element: HTMLElement;
  input: HTMLInputElement;
  /** The page around may be another one by now. */
  refresh(): void;
  ask(question: string): void;
  /** The reader turns away: what was asked last counts. */
  settled(): void;
}

/** @param asked a question was asked, or taken back, then it is empty */
export function makeHome(setup: Setup, asked: (question: string) => void): HomeView {
  const { words, locale, base, href } = setup;
  const log = searchLog(setup);
  const input = element('input', {
    id: 'ohje-search',
    type: 'search',
    class: 'field',
    placeholder: words('search.placeholder'),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const form = element(
    'form',
    { role: 'search' },
    element('label', { for: input.id, class: 'visually-hidden' }, words('search.label')),
    input,
  );
  const heading = element('h3', { id: 'ohje-found', class: 'label' });
  const hint = element('p', { class: 'hint' });
  const list = element('ol', { class: 'results' });
  const all = element('a', {}, words('search.all'));
  const more = element('p', { class: 'more' }, outward(all, words));
  const found = element('section', { 'aria-labelledby': heading.id, hidden: '' }, heading, hint, list, more);
  const suggested = element('section', { 'aria-labelledby': 'ohje-suggested' });
  const view = element('div', { class: 'home' }, form, found, suggested);
  const announce = announcer(view);
  let answered = '';

  const refresh = () => {
    const fitting = fittingArticles(setup.pages, location);
    const articles = fitting.length > 0 ? fitting : setup.popular;
    const title = fitting.length > 0 ? words('widget.fitting') : words('home.popular');
    const links = articles.map((one) => element('a', { href: href(one.id), ...languageOf(one) }, one.title));
    suggested.replaceChildren(
      element('h3', { id: 'ohje-suggested', class: 'label' }, title),
      element('ul', { class: 'articles' }, ...links.map((link) => element('li', {}, link))),
    );
    suggested.hidden = articles.length === 0 || answered !== '';
  };
  const show = (title: string, hinted = '') => {
    heading.textContent = title;
    hint.textContent = hinted;
    hint.hidden = hinted === '';
    all.href = addressOf(href('search'), { question: input.value.trim(), sections: [], types: [] });
    more.hidden = hinted !== '' || list.children.length === 0;
    found.hidden = false;
    suggested.hidden = true;
  };
  const askNow = askAsTyped(input, {
    ask: async (question) => ask(await openIndex(base, locale), question, FIRST.confident),
    typed: log.dropped,
    waiting: () => answered === '' && show(words('search.loading')),
    answered(question, answer) {
      const { confident, results } = answer;
      const best = results.slice(0, confident ? FIRST.confident : FIRST.unsure);
      answered = question;
      list.replaceChildren(...best.map((result, place) => resultItem(result, place, setup)));
      if (best.length === 0) show(words('search.none'), words('search.hint'));
      else show(confident ? words('search.count', { count: best.length }) : words('search.unsure'));
      announce(`${heading.textContent} ${hint.textContent}`.trim());
      asked(question);
      if (question === input.value.trim()) log.answered(question, answer);
    },
    emptied() {
      answered = '';
      list.replaceChildren();
      found.hidden = true;
      refresh();
      asked('');
      log.dropped();
    },
    failed() {
      answered = '';
      list.replaceChildren();
      show(words('search.failed'));
      // There the question can be asked all the same.
      more.hidden = false;
      announce(words('search.failed'));
    },
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await askNow();
    log.settled();
  });
  const chosen = ({ target, button }: MouseEvent) => {
    const { article, position } = (target as Element).closest('a')?.dataset ?? {};
    if (article !== undefined && button < 2) log.chosen(answered, article, Number(position));
  };
  list.addEventListener('click', chosen);
  list.addEventListener('auxclick', chosen);
  refresh();
  return {
    element: view,
    input,
    refresh,
    ask(question) {
      input.value = question;
      void askNow();
    },
    settled: log.settled,
  };
}
