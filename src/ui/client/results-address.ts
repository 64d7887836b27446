/** What the results page shows, as its address says it. */
export interface Asking {
  question: string;
  /** The id of the article that was read before. */
  from?: string | undefined;
  /** Titles of sections; none means all. */
  sections: readonly string[];
  types: readonly string[];
}

export function readAsking(search: string): Asking {
  const parameters = new URLSearchParams(search);
  return {
    question: (parameters.get('q') ?? '').trim(),
    from: parameters.get('from') ?? undefined,
    sections: parameters.getAll('section'),
    types: parameters.getAll('type'),
  };
}

/** @param page the address of the results page */
export function addressOf(page: string, { question, from, sections, types }: Asking): string {
  const parameters = new URLSearchParams();
  if (question !== '') parameters.set('q', question);
  if (from) parameters.set('from', from);
  for (const section of sections) parameters.append('section', section);
  for (const type of types) parameters.append('type', type);
  const query = parameters.toString();
  return query === '' ? page : `${page}?${query}`;
}
