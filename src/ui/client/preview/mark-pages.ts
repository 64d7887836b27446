import { element } from '../element.ts';
import { apart } from './finding-list.ts';
import { markStyles } from './own-styles.ts';
import type { PageState } from './page-state.ts';

const TAG = 'ohje-mark';

/** Marks articles that customers don't see: below the title of their page, and in every link to them. */
export function markPages({ article, marks }: PageState): void {
  for (const before of document.querySelectorAll(TAG)) before.remove();
  if (article?.mark !== undefined) {
    const mark = markOf(`${article.mark}: customers do not see this article`);
    mark.dataset.page = '';
    (document.querySelector('article h1') ?? document.querySelector('h1'))?.after(mark);
  }
  markLinks(marks);
}

/** Marks the links that are not marked yet. */
export function markLinks(marks: PageState['marks']): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]:not([hreflang])')) {
    if (link.origin !== location.origin || link.querySelector(TAG)) continue;
    const mark = marks[link.pathname];
    const isOfThisPage = link.pathname === location.pathname && link.hash !== '';
    if (mark !== undefined && !isOfThisPage) link.append(markOf(mark));
  }
}

function markOf(text: string): HTMLElement {
  return apart(TAG, markStyles, element('span', {}, text));
}
