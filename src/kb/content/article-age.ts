import { compareText } from '../values/text.ts';

/** When a file first appeared in the history. */
export interface FirstSeen {
  /** The first day it is known to exist, `YYYY-MM-DD`. */
  day: string;
  /** Whether it was created on that day; otherwise it may be older than the history. */
  made: boolean;
}

/** Whether an article existed before a day; `undated` if the history does not go back that far. */
export type Age = 'known' | 'new' | 'undated';

/** @param versions of each language of an article, which is as old as the oldest of them */
export function ageOn(day: string, versions: readonly FirstSeen[]): Age {
  if (versions.some((since) => since.day < day)) return 'known';
  return versions.length === 0 || versions.some(({ made }) => !made) ? 'undated' : 'new';
}

/** The first appearance of each language of an article, by article id. */
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

/** The version with the earliest day; of two on the same day, the one that may be older. */
export function oldestVersion(versions: readonly FirstSeen[]): FirstSeen | undefined {
  return [...versions].sort((a, b) => compareText(a.day, b.day) || Number(a.made) - Number(b.made))[0];
}
