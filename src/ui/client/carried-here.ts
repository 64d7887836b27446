import { type Carried, readCarried } from '../carried.ts';

/** What was read and searched for, as the page's own way to a person says it, or else the page's address. */
export function carriedHere(): Carried {
  const own = document.querySelector<HTMLAnchorElement>('[data-way=page]')?.search;
  return readCarried(own || location.search);
}
