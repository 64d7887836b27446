import { ask } from '#search/ask.ts';
import sheet from '../../styles/search-panel.css?url';
import { announcer } from '../announce.ts';
import { carriedHere } from '../carried-here.ts';
import { element } from '../element.ts';
import { askAsTyped } from './ask-as-typed.ts';
import { makeCombobox } from './combobox.ts';
import { fullScreen } from './full-screen.ts';
import { loadSetup } from './load-setup.ts';
import { loadSheet } from './load-sheet.ts';
import { openIndex } from './open-index.ts';
import { recentSearches } from './recent-searches.ts';
import { addressOf } from './results-address.ts';
import { searchLog } from './search-events.ts';
import { makePanel } from './search-panel.ts';

const LIMIT = 8;

/** Makes a search field answer while one types. */
export async function startSearch(input: HTMLInputElement): Promise<void> {
  const { form } = input;
  const box = input.closest<HTMLElement>('search');
  if (!form || !box) return;
  const [setup] = await Promise.all([loadSetup(input.dataset.search ?? ''), loadSheet(sheet)]);
  const { words, locale, base, page } = setup;
  const log = searchLog(setup);
  const recent = recentSearches(locale);
  const panel = makePanel(input.id, setup, recent, (question) => {
    input.value = question;
    input.focus();
    void askNow();
  });
  const keys = element('p', { id: `${input.id}-keys`, class: 'visually-hidden' }, words('search.keys'));
  input.setAttribute('aria-describedby', keys.id);
  box.append(panel.element, keys);
  const announce = announcer(box);
  const isOpen = () => !panel.element.hidden;
  const combobox = makeCombobox(input, panel.listId, { options: panel.options, isOpen, open, close });
  const screen = fullScreen(box, form, words('search.close'), close);
  let answered = '';
  // Closed by the reader: an answer on its way must not open it again.
  let dismissed = false;

  function show(isShown = true): void {
    // The panel ends where the window does, so that its last line is in sight.
    const room = innerHeight - (form?.getBoundingClientRect().bottom ?? 0);
    panel.element.style.setProperty('--room', `${room}px`);
    panel.element.hidden = dismissed || !isShown;
    combobox.changed(isOpen());
  }
  function begin(): void {
    panel.beginning();
    show(screen.isOpen() || recent.list().length > 0);
  }
  function close(): void {
    dismissed = true;
    if (!isOpen()) return;
    show(false);
    screen.close();
    log.settled();
  }
  function open(): void {
    dismissed = false;
    screen.open();
    if (input.value.trim() === '') begin();
    else show(answered !== '');
    void askNow();
  }
  const askNow = askAsTyped(input, {
    ask: async (question) => ask(await openIndex(base, locale), question, LIMIT),
    typed() {
      dismissed = false;
      log.dropped();
    },
    waiting() {
      if (answered !== '') return;
      panel.waiting();
      show();
    },
    answered(question, answer) {
      answered = question;
      panel.answer(question, answer);
      show();
      const { confident, results } = answer;
      announce(
        results.length === 0
          ? `${words('search.none')} ${words('search.hint')}`
          : confident
            ? words('search.count', { count: results.length })
            : words('search.unsure'),
      );
      if (question === input.value.trim()) log.answered(question, answer);
    },
    emptied() {
      answered = '';
      begin();
      log.dropped();
    },
    failed() {
      answered = '';
      panel.failed();
      show();
      announce(words('search.failed'));
    },
  });

  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.button > 1) return;
    const { article, position } = link.dataset;
    if (article !== undefined) {
      log.chosen(answered, article, Number(position));
      recent.remember(answered);
    }
    const here = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!here) return;
    if (/^https?:/.test(link.href) && screen.leave(link.href)) event.preventDefault();
    close();
  };
  panel.element.addEventListener('click', follow);
  panel.element.addEventListener('auxclick', follow);
  form.addEventListener('submit', (event) => {
    const question = input.value.trim();
    if (question !== '' && !(question === answered && panel.options().length === 0)) recent.remember(question);
    log.settled();
    event.preventDefault();
    const address = addressOf(page, { question, from: carriedHere().from, sections: [], types: [] });
    if (!screen.leave(address)) location.assign(address);
    close();
  });
  input.addEventListener('focus', open);
  input.addEventListener('click', () => !isOpen() && open());
  document.addEventListener('click', (event) => {
    // What was clicked may have been taken out of the panel by its own click.
    if (!event.composedPath().includes(box)) close();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget as Node)) close();
  });
  void openIndex(base, locale).catch(() => undefined);
  if (document.activeElement === input) open();
}
