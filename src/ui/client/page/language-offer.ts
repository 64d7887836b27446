import { storageKey } from '../../storage-key.ts';
import { readStored, store } from '../storage.ts';
import { preferredLanguage } from './preferred-language.ts';

// Offers the page in a language the reader's browser prefers, in that language; only a refusal is stored.
const key = storageKey('language-offer');
const bar = document.querySelector<HTMLElement>('[data-part=language-offer]');

if (bar && readStored(key) === undefined) {
  const links = [...bar.querySelectorAll<HTMLAnchorElement>('a')];
  const tags = links.map(({ hreflang }) => hreflang);
  const tag = preferredLanguage(navigator.languages, tags, document.documentElement.lang);
  for (const link of links) link.hidden = link.hreflang !== tag;
  bar.hidden = tag === undefined;
  bar.querySelector('button')?.addEventListener('click', () => {
    bar.hidden = true;
    store(key, 'no');
  });
}
