const LIMIT = 5;

/** The last questions of a reader, newest first; they stay on the device. */
export interface RecentSearches {
  list(): string[];
  remember(question: string): void;
  forget(question: string): void;
  forgetAll(): void;
}

/** @param storage throws, or is full, where the reader wants nothing to be stored; then nothing is */
export function recentSearches(locale: string, storage: () => Storage = () => localStorage): RecentSearches {
  const key = `ohje:recent-searches:1:${locale}`;
  const list = () => {
    try {
      const stored: unknown = JSON.parse(storage().getItem(key) ?? '[]');
      return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, LIMIT) : [];
    } catch {
      return [];
    }
  };
  const keep = (questions: string[]) => {
    try {
      if (questions.length === 0) storage().removeItem(key);
      else storage().setItem(key, JSON.stringify(questions.slice(0, LIMIT)));
    } catch {
      // Refused, and so be it.
    }
  };
  const without = (question: string) => {
    const same = (other: string) => other.toLocaleLowerCase(locale) === question.toLocaleLowerCase(locale);
    return list().filter((other) => !same(other));
  };
  return {
    list,
    remember: (question) => keep([question, ...without(question)]),
    forget: (question) => keep(without(question)),
    forgetAll: () => keep([]),
  };
}
