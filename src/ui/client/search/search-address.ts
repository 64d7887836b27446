import { type ReaderContext, readContext } from '../../contact-option.ts';

/** What the results page shows, as its address says it. */
export interface SearchQuery extends ReaderContext {
  question: string;
  /** Titles of sections; none means all. */
  sections: readonly string[];
  types: readonly string[];
}

export function readSearchQuery(search: string): SearchQuery {
  const { from, question = '' } = readContext(search);
  const parameters = new URLSearchParams(search);
  return { question, from, sections: parameters.getAll('section'), types: parameters.getAll('type') };
}

/** @param page the address of the results page */
export function searchAddress(page: string, { question, from, sections, types }: SearchQuery): string {
  const parameters = new URLSearchParams();
  if (question !== '') parameters.set('q', question);
  if (from) parameters.set('from', from);
  for (const section of sections) parameters.append('section', section);
  for (const type of types) parameters.append('type', type);
  const query = parameters.toString();
  return query === '' ? page : `${page}?${query}`;
}
