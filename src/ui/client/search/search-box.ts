import { announcer } from '../announce.ts';
import { makeCombobox } from '../combobox.ts';
import { element } from '../element.ts';
import { readerContext } from '../reader-context.ts';
import { onFollow } from './follow-result.ts';
import { fullScreen } from './full-screen.ts';
import { loadSearchSetup } from './load-search-setup.ts';
import { loadSheet } from './load-sheet.ts';
import { findIn, openEarly } from './open-index.ts';
import { isPanelOpen, panelLimits } from './panel-content.ts';
import { recentSearches } from './recent-searches.ts';
import { searchAddress } from './search-address.ts';
import { searchAsTyped } from './search-as-typed.ts';
import { searchLog } from './search-events.ts';
import { makePanel } from './search-panel.ts';
import { searchMessage, spoken } from './search-state.ts';

/** Makes a search field answer while the reader types. */
export async function startSearch(input: HTMLInputElement): Promise<void> {
  const { form } = input;
  const box = input.closest<HTMLElement>('search');
  if (!form || !box) return;
  openEarly();
  const { search: address = '', sheet = '' } = input.dataset;
  const [setup] = await Promise.all([loadSearchSetup(address), loadSheet(sheet)]);
  const { text, locale, page } = setup;
  const log = searchLog(setup);
  const recent = recentSearches(locale);
  const panel = makePanel(input.id, setup, recent, (question) => {
    input.value = question;
    input.focus();
    void search.now();
  });
  const keys = element('p', { id: `${input.id}-keys`, class: 'visually-hidden' }, text('search.keys'));
  input.setAttribute('aria-describedby', keys.id);
  box.append(panel.element, keys);
  const announce = announcer(box);
  const isOpen = () => !panel.element.hidden;
  const combobox = makeCombobox(input, panel.listId, { options: panel.options, isOpen, open, close });
  const screen = fullScreen(box, form, text('search.close'), close);
  // An answer that arrives after the reader closed the panel must not open it again.
  let closed = false;

  const search = searchAsTyped(input, {
    find: findIn(setup, panelLimits.answer),
    log,
    typed: () => {
      closed = false;
    },
    show(state) {
      panel.show(state);
      place();
      if (state.kind === 'answered' || state.kind === 'failed')
        announce(spoken(searchMessage(state, text, panelLimits.answer)));
    },
  });
  // A question that is the same as before isn't searched again, but typing it opens the panel again.
  input.addEventListener('input', (event) => {
    if (isOpen() || (event as InputEvent).isComposing || input.value.trim() !== search.sent) return;
    closed = false;
    place();
  });
  /** Opens or closes the panel. It ends at the edge of the window, so its last line is visible. */
  function place(): void {
    const room = innerHeight - (form?.getBoundingClientRect().bottom ?? 0);
    panel.element.style.setProperty('--room', `${room}px`);
    const { state } = search;
    panel.element.hidden = !isPanelOpen(state, { closed, recent: recent.list(), fullScreen: screen.isOpen() });
    combobox.changed(isOpen());
  }
  function close(): void {
    closed = true;
    if (!isOpen()) return;
    place();
    screen.close();
    log.settled();
  }
  function open(): void {
    closed = false;
    screen.open();
    // The list of earlier questions may have changed since the panel was closed.
    if (search.state.kind === 'empty') panel.show(search.state);
    place();
    void search.now();
  }

  onFollow(panel.element, (article, position) => {
    if (search.state.kind !== 'answered') return;
    const { question } = search.state;
    log.chosen(question, article, position);
    recent.remember(question);
  });
  panel.element.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (/^https?:/.test(link.href) && screen.leave(link.href)) event.preventDefault();
    close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    const { state } = search;
    const foundNothing = state.kind === 'answered' && state.question === question && state.answer.state === 'nothing';
    if (question !== '' && !foundNothing) recent.remember(question);
    log.settled();
    const address = searchAddress(page, { question, from: readerContext().from, sections: [], types: [] });
    if (!screen.leave(address)) location.assign(address);
    close();
  });
  input.addEventListener('focus', open);
  input.addEventListener('click', () => !isOpen() && open());
  document.addEventListener('click', (event) => {
    // A click can remove its own target from the panel.
    if (!event.composedPath().includes(box)) close();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget as Node)) close();
  });
  if (document.activeElement === input) open();
}
