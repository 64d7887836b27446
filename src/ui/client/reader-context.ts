import { type ReaderContext, readContext } from '../contact-option.ts';

/** What was read and searched for, from the page's own contact option, or else from the page's address. */
export function readerContext(): ReaderContext {
  const own = document.querySelector<HTMLAnchorElement>('[data-way=page]')?.search;
  return readContext(own || location.search);
}
