import type { Answer, Result } from '#search/ask.ts';
import { carry } from '../../carried.ts';
import { carriedHere } from '../carried-here.ts';
import { element } from '../element.ts';
import type { Setup } from './load-setup.ts';
import type { RecentSearches } from './recent-searches.ts';
import { askedHeading, headingsOf, kindOf, languageOf, marked, pageOf } from './results.ts';
import { addressOf } from './results-address.ts';

// Of guesses fewer than of answers, so that the way to a person stays in sight.
const GUESSES = 4;

/** What stands below the search box while somebody asks. */
export interface Panel {
  element: HTMLElement;
  listId: string;
  options(): HTMLElement[];
  answer(question: string, answer: Answer): void;
  /** Before anything is written: the reader's own last questions; where there are none, the sections. */
  beginning(): void;
  waiting(): void;
  failed(): void;
}

/**
 * @param id of the search field
 * @param again a question of before was chosen
 */
export function makePanel(id: string, setup: Setup, recent: RecentSearches, again: (question: string) => void): Panel {
  const { words, base, page, ways, sections } = setup;
  const listId = `${id}-results`;
  const headingId = `${id}-heading`;
  const panel = element('div', { class: 'search-panel', 'data-part': 'search-panel', hidden: '' });
  const list = (...options: HTMLElement[]) =>
    element('div', { id: listId, role: 'listbox', class: 'search-choices', 'aria-labelledby': headingId }, ...options);
  const heading = (text: string, kind = '') => element('p', { id: headingId, class: `search-heading ${kind}` }, text);
  const show = (...parts: (HTMLElement | false)[]) => {
    panel.replaceChildren(...parts.filter((part) => part !== false));
    panel.scrollTop = 0;
  };

  const option = (question: string, result: Result, place: number) => {
    const { title, excerpt } = result;
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
      element('span', { class: 'choice-title', ...languageOf(result) }, title),
      ' ',
      element('span', { class: 'choice-section' }, kindOf(result, words)),
      ...(inside ? [' ', element('span', { class: 'choice-heading', ...languageOf(result) }, inside.title)] : []),
      ' ',
      element('span', { class: 'choice-excerpt', ...languageOf(result) }, ...marked(excerpt)),
    );
  };

  const links = (title: string, ...anchors: HTMLElement[]) =>
    element(
      'div',
      { class: 'search-links' },
      element('p', { class: 'search-heading' }, title),
      element('ul', {}, ...anchors.map((anchor) => element('li', {}, anchor))),
    );
  const sectionLinks = () =>
    links(words('home.sections'), ...sections.map(({ title, url }) => element('a', { href: url }, title)));
  const humans = (question: string) => {
    if (ways.length === 0) return false;
    const carried = { ...carriedHere(), question };
    const anchors = ways.map((way) =>
      element(
        'a',
        { href: carry(way, carried, location.href) },
        `${words(`contact.${way.kind}`)} `,
        element('bdi', { dir: 'ltr' }, way.shown ?? ''),
      ),
    );
    return links(words('search.ask'), ...anchors);
  };
  const allResults = (question: string) =>
    element(
      'p',
      { class: 'search-all' },
      element(
        'a',
        { href: addressOf(page, { question, from: carriedHere().from, sections: [], types: [] }) },
        words('search.all'),
      ),
    );

  const earlier = (question: string, place: number) => {
    const made = element(
      'div',
      { id: `${id}-${place}`, role: 'option', 'aria-selected': 'false', class: 'recent' },
      question,
    );
    made.addEventListener('click', () => again(question));
    return made;
  };
  // What removes a question cannot stand inside an option, so it stands beside the list, in the same rows.
  const remover = (question: string, place: number) => {
    const button = element(
      'button',
      { type: 'button', class: 'recent-forget', 'aria-label': words('search.forget', { question }) },
      '×',
    );
    button.addEventListener('click', () => {
      recent.forget(question);
      beginning();
      const next = panel.querySelectorAll<HTMLElement>('.recent-forget')[place];
      (next ?? document.getElementById(id))?.focus();
    });
    return button;
  };
  const beginning = () => {
    const questions = recent.list();
    if (questions.length === 0) return show(list(), sectionLinks());
    const all = element('button', { type: 'button', class: 'recent-forget-all' }, words('search.forgetAll'));
    all.addEventListener('click', () => {
      recent.forgetAll();
      beginning();
      document.getElementById(id)?.focus();
    });
    show(
      heading(words('search.recent')),
      element(
        'div',
        { class: 'recents' },
        list(...questions.map(earlier)),
        element('div', { class: 'recent-forgets' }, ...questions.map(remover)),
      ),
      all,
    );
  };

  return {
    element: panel,
    listId,
    options: () => [...panel.querySelectorAll<HTMLElement>('[role=option]')],
    answer(question, { confident, results }) {
      const best = confident ? results : results.slice(0, GUESSES);
      const options = best.map((result, place) => option(question, result, place));
      if (options.length === 0)
        return show(
          heading(words('search.none'), 'search-unsure'),
          element('p', { class: 'search-hint' }, words('search.hint')),
          list(),
          humans(question),
          sectionLinks(),
        );
      show(
        confident
          ? heading(words('search.count', { count: options.length }), 'visually-hidden')
          : heading(words('search.unsure'), 'search-unsure'),
        list(...options),
        !confident && humans(question),
        allResults(question),
      );
    },
    beginning,
    waiting: () => show(heading(words('search.loading')), list()),
    failed: () => show(heading(words('search.failed'), 'search-unsure'), list()),
  };
}
