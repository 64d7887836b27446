/** One language of a published article. */
export interface PublishedText {
  id: string;
  locale: string;
  title: string;
  summary?: string | undefined;
  /** The names of its sections, from the outermost inwards. */
  sections: readonly string[];
  /** HTML. */
  body: string;
}

/** The ids of the sections that something is in: of `a/b/c`, `a` and `a/b`. */
export function parentsOf(id: string): string[] {
  const parts = id.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
