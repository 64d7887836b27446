/** What the panel shows, and where the reader was in it. */
export interface Visit<Content, Link> {
  content: Content;
  /** The address of the article; the first visit is the search and has none. */
  address?: string;
  /** Where the reader left it: the link that was followed, and how far the panel was scrolled, in CSS pixels. */
  left?: { link: Link | null; top: number };
}

/** From the search to what is shown now. */
export type Visits<Content, Link> = readonly [Visit<Content, Link>, ...Visit<Content, Link>[]];

export function lastVisit<Content, Link>(visits: Visits<Content, Link>): Visit<Content, Link> {
  return visits.at(-1) ?? visits[0];
}

/** Adds a visit, and notes where the reader left the last one. */
export function addVisit<Content, Link>(
  visits: Visits<Content, Link>,
  next: Visit<Content, Link>,
  left: NonNullable<Visit<Content, Link>['left']>,
): Visits<Content, Link> {
  const [first, ...rest] = visits;
  const last = rest.pop();
  return last ? [first, ...rest, { ...last, left }, next] : [{ ...first, left }, next];
}

/** Without the last visit; the search remains. */
export function goBack<Content, Link>([first, ...rest]: Visits<Content, Link>): Visits<Content, Link> {
  return [first, ...rest.slice(0, -1)];
}
