import { element } from '../element.ts';
import { apart } from './finding-list.ts';
import { noteStyles } from './own-styles.ts';
import type { PageState } from './page-state.ts';

const TAG = 'ohje-near';

/** Lists pages with a similar address on the page that says there is none. */
export function listNear({ near }: PageState): void {
  document.querySelector(TAG)?.remove();
  if (near === undefined) return;
  const found = near.map(({ href, title }) =>
    element('li', {}, element('a', { href }, title), ' ', element('code', {}, decodeURI(href))),
  );
  const says = found.length === 0 ? 'No article has a similar address.' : 'These pages have a similar address:';
  const note = element(
    'div',
    { class: 'note', role: 'note', 'aria-label': 'Only in the preview' },
    element('p', {}, `There is no page ${decodeURI(location.pathname)}. ${says}`),
    ...(found.length === 0 ? [] : [element('ul', {}, ...found)]),
  );
  document.querySelector('main')?.append(apart(TAG, noteStyles, note));
}
