import { encodeAddress, fileOfAddress } from '#kb/redirects/old-address.ts';
import { encodedRule } from '#kb/redirects/written-rules.ts';
import { addressesBefore, pagesOf, settledRules } from '#kb/rules/redirect-rules.ts';
import { redirectsOf } from '#kb/rules/redirects.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { pageUrl } from '#ui/urls.ts';
import type { Output } from './output.ts';

/**
 * Redirects from old addresses: a page that redirects in the browser, and a line in `_redirects` for hosts that
 * redirect.
 */
export const redirects: Output = function* ({ library, base }) {
  const lines: string[] = [];
  for (const { article, from, fault } of redirectsOf(library)) {
    // A company can turn the finding off, but a page is never overwritten.
    if (fault !== undefined) continue;
    const to = pageUrl(base, article.locale, article.id);
    yield { path: fileOfAddress(from), text: page(to, article.locale, article.title) };
    lines.push(`${base.replace(/\/$/, '')}${encodeAddress(from)} ${to} 301`);
  }
  const root = base.replace(/\/$/, '');
  const pages = pagesOf(library);
  const rules = settledRules(library, pages);
  // A page at the old address of each page, for hosts without rules; `redirectsOf` has the addresses that are taken.
  for (const { from, id, locale, title } of addressesBefore(library, rules, pages)) {
    yield { path: fileOfAddress(from), text: page(pageUrl(base, locale, id), locale, title) };
  }
  const ruleLines = rules.map(({ from, to }) => {
    const target = to.startsWith('/') ? root + encodedRule(to, true) : to;
    const slash = pages.includes(to) && !target.endsWith('/') ? '/' : '';
    return `${root}${encodedRule(from, false)} ${target}${slash} 301`;
  });
  // The first line that matches counts, so single addresses come before rules.
  const all = [...lines.sort(), ...ruleLines];
  if (all.length > 0) yield { path: '_redirects', text: `${all.join('\n')}\n` };
};

function page(to: string, locale: string, title: string): string {
  const safe = escapeHtml(title);
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${safe}</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=${to}"><link rel="canonical" href="${to}"><p><a href="${to}">${safe}</a></p></html>\n`;
}
