import { element } from '../element.ts';
import { makeDrawer } from './drawer.ts';
import { apart, findingList, openButton } from './finding-list.ts';
import { panelStyles } from './own-styles.ts';
import type { PageState, ShownFinding } from './page-state.ts';
import { searchExplainer } from './search-explainer.ts';

// Pages reload when a file is saved. Without the place of the keyboard, the keys of someone who reads would do nothing.
const FOCUSED = 'ohje-preview-focused';

/** The panel in the corner of each page. */
export interface PreviewPanel {
  show(state: PageState): void;
  /** The page has changed. */
  follow(): void;
}

/** What is wrong in the whole help center, why a search finds what it finds, and a link to edit the article. */
export function openPanel(): PreviewPanel {
  const list = makeDrawer('list', () => explainer.open(false));
  const explainer = searchExplainer(() => list.open(false));
  const drawers = [list, explainer];
  const places = drawers.flatMap(({ body, toggle }) => [body, toggle]);
  const edit = element('span', {});
  const bar = element('div', { class: 'bar' }, edit, explainer.toggle, list.toggle);
  const panel = element('aside', { 'aria-label': 'Preview' }, explainer.body, list.body, bar);
  const host = apart('ohje-preview', panelStyles, panel);
  document.addEventListener('keydown', (event) => {
    const open = drawers.find((one) => one.isOpen());
    if (event.key !== 'Escape' || !open || isTaken(event, host)) return;
    const wasHere = host === document.activeElement || document.activeElement === document.body;
    open.open(false);
    if (wasHere) open.toggle.focus();
  });
  addEventListener('pagehide', () => {
    sessionStorage.setItem(FOCUSED, String(places.findIndex((one) => one.matches(':focus-within'))));
  });
  const focusAgain = () => {
    const focused = Number(sessionStorage.getItem(FOCUSED) ?? -1);
    if (isReloaded() && document.activeElement === document.body) places[focused]?.focus({ preventScroll: true });
  };
  function show({ summary, hasErrors, article, here, site, others }: PageState): void {
    const hasAny = here.length + site.length + others.length > 0;
    list.toggle.textContent = `${hasErrors ? '✕' : hasAny ? '▲' : '✓'} ${summary}`;
    edit.replaceChildren(...(article?.file === undefined ? [] : [openButton('', article.file, 'Edit this article')]));
    explainer.isOn(article?.id);
    // Someone can be reading the list by keyboard while a file is saved.
    const isRead = list.body.matches(':focus-within');
    list.body.replaceChildren(
      ...part('On this page', here),
      ...part('In the whole help center', site),
      ...part('In other articles', others),
      ...(hasAny ? [] : [element('p', {}, 'No problems found.')]),
    );
    if (isRead) list.body.focus();
    if (host.isConnected) return;
    document.body.append(host);
    focusAgain();
  }
  return { show, follow: explainer.follow };
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
