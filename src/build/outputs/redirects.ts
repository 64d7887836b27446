import { pathOfAddress } from '#kb/content/old-address.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { pageUrl } from '#ui/urls.ts';
import type { Output } from './output.ts';

/**
 * Redirects from old addresses: a page that redirects in the browser, and a line in `_redirects` for hosts that
 * redirect.
 */
export const redirects: Output = function* ({ library, base }) {
  const lines: string[] = [];
  for (const { redirectFrom, locale, id, title } of library.articles)
    for (const from of redirectFrom) {
      const to = pageUrl(base, locale, id);
      const path = pathOfAddress(from);
      yield { path: path.endsWith('.html') ? path : `${path}/index.html`, text: page(to, locale, title) };
      lines.push(`${base.replace(/\/$/, '')}${from} ${to} 301`);
    }
  if (lines.length > 0) yield { path: '_redirects', text: `${lines.sort().join('\n')}\n` };
};

function page(to: string, locale: string, title: string): string {
  const safe = escapeHtml(title);
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${safe}</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=${to}"><link rel="canonical" href="${to}"><p><a href="${to}">${safe}</a></p></html>\n`;
}
