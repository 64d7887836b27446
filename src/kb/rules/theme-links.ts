import type { Library } from '../content/library.ts';
import type { Finding, Place } from '../findings/finding.ts';
import type { Theme } from '../theme/theme.ts';
import { compareText } from '../values/text.ts';
import { linkCheck, REACH_CUSTOMERS } from './links.ts';

/** Links of a theme to articles that do not exist or that customers cannot see. */
export function themeLinkFindings(
  library: Library,
  { headerLinks, footer }: Theme,
  at: (keys: readonly (string | number)[]) => Place,
): Finding[] {
  const look = linkCheck(library);
  const all = [
    ...headerLinks.map((link, index) => ({ link, keys: ['header', 'links', index, 'href'] })),
    ...(['links', 'legal', 'social'] as const).flatMap((list) =>
      footer[list].map((link, index) => ({ link, keys: ['footer', list, index, 'href'] })),
    ),
  ];
  return all.flatMap(({ link: { href: to }, keys }) => {
    const { defaultLocale } = library.site;
    const addresses = typeof to === 'string' ? [[defaultLocale, to] as const] : Object.entries(to).sort(byLocale);
    return addresses.flatMap(([locale, href]) => {
      if (!href.startsWith('/')) return [];
      const [path = '', fragment] = href.split('#');
      const target = path.replace(/^\/|\/$/g, '');
      const place = at(typeof to === 'string' ? keys : [...keys, locale]);
      return [...look({ target, fragment, href }, place, locale, REACH_CUSTOMERS)];
    });
  });
}

function byLocale([a]: [string, string], [b]: [string, string]): number {
  return compareText(a, b);
}
