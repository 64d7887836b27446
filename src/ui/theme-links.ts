import type { ThemeLink } from '#kb/theme/theme-file.ts';
import { localText } from '#kb/values/local-text.ts';
import type { View } from './view.ts';

/** The address of a theme's link for a reader: pages of the help center are in the reader's own language. */
export function linkAddress({ chrome, locale, href }: View, { href: to }: ThemeLink): string {
  const address = localText(to, locale.tag, chrome.site.defaultLocale);
  if (!address.startsWith('/')) return address;
  const [path = '', fragment] = address.split('#');
  return `${href(path.replace(/^\/|\/$/g, ''))}${fragment === undefined ? '' : `#${fragment}`}`;
}
