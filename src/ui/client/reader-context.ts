import { type ReaderContext, readContext } from '../contact-option.ts';

/** What was read and searched for, as the page's own way to a person says it, or else the page's address. */
export function readerContext(): ReaderContext {
  const own = document.querySelector<HTMLAnchorElement>('[data-way=page]')?.search;
  return readContext(own || location.search);
}
