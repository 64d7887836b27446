import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Library } from '#kb/content/library.ts';
import { pathOfAddress } from '#kb/content/old-address.ts';
import { pageUrl } from '#ui/urls.ts';

/**
 * Old addresses lead on: as a page that sends browsers along, and in `_redirects` for hosts that do it themselves.
 *
 * @param base path of the site's root, ending in "/"
 */
export async function writeRedirects(library: Library, out: string, base: string): Promise<number> {
  const lines: string[] = [];
  for (const { redirectFrom, locale, id, title } of library.articles)
    for (const from of redirectFrom) {
      const to = pageUrl(base, locale, id);
      const path = pathOfAddress(from);
      const file = join(out, path.endsWith('.html') ? path : join(path, 'index.html'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, page(to, locale, title));
      lines.push(`${base.replace(/\/$/, '')}${from} ${to} 301`);
    }
  if (lines.length > 0) await writeFile(join(out, '_redirects'), `${lines.sort().join('\n')}\n`);
  return lines.length;
}

function page(to: string, locale: string, title: string): string {
  const safe = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${safe}</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=${to}"><link rel="canonical" href="${to}"><p><a href="${to}">${safe}</a></p></html>\n`;
}
