import { preferredLanguage } from './preferred-language.ts';

// Offers the page in a language the reader's browser prefers, in that language; nothing is kept but a refusal.
const key = 'language-offer';
const bar = document.querySelector<HTMLElement>('[data-part=language-offer]');

function isRefused(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

if (bar && !isRefused()) {
  const links = [...bar.querySelectorAll<HTMLAnchorElement>('a')];
  const tags = links.map(({ hreflang }) => hreflang);
  const tag = preferredLanguage(navigator.languages, tags, document.documentElement.lang);
  for (const link of links) link.hidden = link.hreflang !== tag;
  bar.hidden = tag === undefined;
  bar.querySelector('button')?.addEventListener('click', () => {
    bar.hidden = true;
    try {
      localStorage.setItem(key, 'no');
    } catch {
      // Where nothing may be stored, it is gone from this page only.
    }
  });
}
