import { compareText } from '../values/text.ts';

/** What is known of when a file came to be. */
export interface FirstSeen {
  /** The first day it is known to have been there, `YYYY-MM-DD`. */
  day: string;
  /** Whether it was made on that day; otherwise it may be older than the history. */
  made: boolean;
}

/** Whether an article was there before a day; `undated` where the history does not reach back that far. */
export type Age = 'known' | 'new' | 'undated';

/** @param versions what is known of each language of an article: it is as old as the oldest of them */
export function ageOn(day: string, versions: readonly FirstSeen[]): Age {
  if (versions.some((since) => since.day < day)) return 'known';
  return versions.length === 0 || versions.some(({ made }) => !made) ? 'undated' : 'new';
}

/** What is known of each article, by its id. */
export function firstSeenById(
  articles: readonly { id: string; path: string }[],
  since: ReadonlyMap<string, FirstSeen>,
): Map<string, FirstSeen[]> {
  const byId = new Map<string, FirstSeen[]>();
  for (const { id, path } of articles) {
    const one = since.get(path);
    if (one) byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return byId;
}

/** The first day any of them is known to have been there; of two on one day, the one that may be older. */
export function oldestVersion(versions: readonly FirstSeen[]): FirstSeen | undefined {
  return [...versions].sort((a, b) => compareText(a.day, b.day) || Number(a.made) - Number(b.made))[0];
}
