import { element } from '../element.ts';
import { apart, findingList, openButton } from './finding-list.ts';
import { panelStyles } from './own-styles.ts';
import type { PageState, ShownFinding } from './page-state.ts';

// Pages reload when a file is saved, and what was open stays open.
const OPEN = 'ohje-preview-open';
// So does the place of the keyboard: without it, the keys of someone who reads the list would do nothing.
const FOCUSED = 'ohje-preview-focused';

/** The panel in the corner of each page: what is wrong in the whole help center, and a link to edit the article. */
export function openPanel(): (state: PageState) => void {
  const list = element('div', { class: 'list', id: 'list', tabindex: '-1' });
  const toggle = element('button', { type: 'button', 'aria-controls': 'list' });
  const edit = element('span', {});
  const bar = element('div', { class: 'bar' }, edit, toggle);
  const panel = element('aside', { 'aria-label': 'Preview' }, list, bar);
  const host = apart('ohje-preview', panelStyles, panel);
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
    sessionStorage.setItem(OPEN, isOpen ? 'yes' : '');
  };
  open(sessionStorage.getItem(OPEN) === 'yes');
  toggle.addEventListener('click', () => open(list.hidden));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden || isTaken(event, host)) return;
    const wasHere = host === document.activeElement || document.activeElement === document.body;
    open(false);
    if (wasHere) toggle.focus();
  });
  addEventListener('pagehide', () => {
    const focused = panel.matches(':focus-within') ? (list.matches(':focus-within') ? 'list' : 'toggle') : '';
    sessionStorage.setItem(FOCUSED, focused);
  });
  const focusAgain = () => {
    const focused = sessionStorage.getItem(FOCUSED);
    if (!focused || !isReloaded() || document.activeElement !== document.body) return;
    (focused === 'list' && !list.hidden ? list : toggle).focus({ preventScroll: true });
  };
  return ({ summary, hasErrors, article, here, site, others }) => {
    const hasAny = here.length + site.length + others.length > 0;
    toggle.textContent = `${hasErrors ? '✕' : hasAny ? '▲' : '✓'} ${summary}`;
    edit.replaceChildren(...(article?.file === undefined ? [] : [openButton('', article.file, 'Edit this article')]));
    // Someone can be reading the list by keyboard while a file is saved.
    const isRead = list.matches(':focus-within');
    list.replaceChildren(
      ...part('On this page', here),
      ...part('In the whole help center', site),
      ...part('In other articles', others),
      ...(hasAny ? [] : [element('p', {}, 'No problems found.')]),
    );
    if (isRead) list.focus();
    if (host.isConnected) return;
    document.body.append(host);
    focusAgain();
  };
}

/** Whether the key does something else on the page: in the search, in a field, in what is open above the page. */
function isTaken({ defaultPrevented, target }: KeyboardEvent, host: HTMLElement): boolean {
  const inField = target !== host && target instanceof Element && target.matches('input, textarea, select');
  return defaultPrevented || inField || document.querySelector(':modal, :popover-open') !== null;
}

/** Another page that was opened starts at its top, for the keyboard too. */
function isReloaded(): boolean {
  const [opened] = performance.getEntriesByType('navigation');
  return opened instanceof PerformanceNavigationTiming && opened.type === 'reload';
}

function part(heading: string, findings: readonly ShownFinding[]): Node[] {
  return findings.length === 0 ? [] : [element('h2', {}, heading), findingList(findings, heading !== 'On this page')];
}
