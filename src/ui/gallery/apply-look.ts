import type { Direction, Mode } from './looks.ts';

/**
 * Shows a page in one mode and direction, whatever the reader's system and the page's language say, and stores nothing.
 * It needs nothing outside itself, so it can be sent to a browser.
 */
export function applyLook({ mode, dir }: { mode: Mode; dir: Direction['dir'] }, page: Document = document): void {
  const root = page.documentElement;
  root.dataset.theme = mode;
  if (root.dir === dir) return;
  root.dir = dir;
  for (const article of page.querySelectorAll<HTMLElement>('article[dir]')) article.dir = dir;
}
