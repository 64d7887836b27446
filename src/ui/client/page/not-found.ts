import { decodeAddress } from '#kb/values/decode-address.ts';
import { preferredLanguage } from './preferred-language.ts';

// Hosts have one page for all addresses that don't exist. It leads to the page in the language of the address, or else of
// the reader, which shows the address again: to be corrected, or loaded again when the page is there.
const PAGE = 'not-found/';
const { base = '/' } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
const { lang } = document.documentElement;
const { pathname, search, hash } = location;

if (pathname === `${base}${lang}/${PAGE}`) {
  const missing = decodeAddress(hash.slice(1));
  if (missing.startsWith(base)) history.replaceState(history.state, '', location.origin + missing);
} else {
  const tags = [...document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')].map(({ hreflang }) => hreflang);
  const [named = ''] = pathname.slice(base.length).split('/');
  const tag = named === lang || tags.includes(named) ? named : preferredLanguage(navigator.languages, tags, lang);
  if (tag !== undefined && tag !== lang)
    location.replace(`${base}${tag}/${PAGE}#${encodeURIComponent(pathname + search)}`);
}
