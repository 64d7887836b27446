import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '#io/machine/files.ts';
import { htmlTextOf } from './html-text.ts';

/** A page that is different in two built sites. */
export interface DifferentPage {
  /** Of its file, relative to the folder of the site, with "/". */
  file: string;
  state: 'new' | 'removed' | 'changed';
  /** Whether what it says is different, not only how it is shown. */
  says: boolean;
}

/** The pages that are different: those that say something else first, each in the order of their addresses. */
export async function differentPages(before: string, after: string): Promise<DifferentPage[]> {
  const [old, fresh] = await Promise.all([pagesIn(before), pagesIn(after)]);
  const pages: DifferentPage[] = [];
  for (const file of [...new Set([...old, ...fresh])].sort()) {
    const [was, is] = await Promise.all([
      old.has(file) ? readFile(join(before, file), 'utf8') : undefined,
      fresh.has(file) ? readFile(join(after, file), 'utf8') : undefined,
    ]);
    if (was === is || isRedirect(is ?? was ?? '')) continue;
    const state = was === undefined ? 'new' : is === undefined ? 'removed' : 'changed';
    pages.push({ file, state, says: was === undefined || is === undefined || htmlTextOf(was) !== htmlTextOf(is) });
  }
  return pages.sort((a, b) => Number(b.says) - Number(a.says));
}

async function pagesIn(site: string): Promise<Set<string>> {
  const files = await listFiles(site);
  return new Set(files.filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/')));
}

/** The page of an old address leads elsewhere at once. */
function isRedirect(html: string): boolean {
  return /<meta http-equiv="refresh"/i.test(html.slice(0, 2000));
}
