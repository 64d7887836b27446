import { storageKey } from '../../storage-key.ts';
import { readStored, store } from '../storage.ts';
import { addressedId } from './addressed-id.ts';

// A reader who changes the language goes on reading where they were: in the same open answer, below the same heading.

/** Where a reader is on a page, by what is the same in every language. */
interface Place {
  /** How many headings and folded parts the page has; another number means another text. */
  counts: [headings: number, folded: number];
  /** Which folded parts are open. */
  open: number[];
  /** The last heading above, counted from the start; -1 at the start of the page. */
  heading: number;
  /** How far below that heading, in CSS pixels. */
  below: number;
}

// Only until the page is there in the other language, and only in this tab.
const inTab = () => sessionStorage;
const key = storageKey('place');
const main = document.getElementById('main');

const all = <T extends HTMLElement>(selector: string) => [...(main?.querySelectorAll<T>(selector) ?? [])];
// Those beside the text stay in sight wherever the reader is.
const headings = () => all(':is(h2, h3):not(nav *, .article-side *)').filter((one) => one.checkVisibility());
const folded = () => all<HTMLDetailsElement>('details');
const counts = (): Place['counts'] => [all('h2, h3').length, folded().length];
/** The height of what stays in sight at the top. */
const top = () => Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

function whereNow(): Place {
  const shown = headings();
  const heading = shown.findLastIndex((one) => one.getBoundingClientRect().top <= top() + 1);
  return {
    counts: counts(),
    open: folded().flatMap(({ open }, index) => (open ? index : [])),
    heading,
    below: heading < 0 ? scrollY : -(shown[heading]?.getBoundingClientRect().top ?? 0) + top(),
  };
}

function goTo({ counts: before, open, heading, below }: Place): void {
  if (before.join() !== counts().join()) return;
  for (const [index, details] of folded().entries()) details.open = open.includes(index);
  const target = headings()[heading];
  const start = target ? target.getBoundingClientRect().top + scrollY - top() : 0;
  scrollTo({ top: start + below, behavior: 'instant' });
}

function follow({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[hreflang]');
  if (!link || link.closest('main')) return;
  // Answers of a section have the same address in every language, headings of an article have not.
  const addressed = document.getElementById(addressedId());
  if (addressed?.matches('.answer')) link.hash = location.hash;
  if (ctrlKey || metaKey || shiftKey) return;
  store(key, JSON.stringify([link.pathname, whereNow()]), inTab);
}
addEventListener('click', follow);
addEventListener('auxclick', follow);

const kept = readStored(key, inTab);
store(key, undefined, inTab);
try {
  const [path, place] = JSON.parse(kept ?? '[]') as [string?, Place?];
  if (place && path === location.pathname) goTo(place);
} catch {
  // Something else is stored there.
}
