import { storageKey } from '../../storage-key.ts';
import { type OpenStorage, readStoredList, storeList } from '../storage.ts';

const LIMIT = 5;

/** The last questions of a reader, newest first; they stay on the device. */
export interface RecentSearches {
  list(): string[];
  remember(question: string): void;
  forget(question: string): void;
  forgetAll(): void;
}

export function recentSearches(locale: string, storage?: OpenStorage): RecentSearches {
  const key = storageKey(`recent-searches:${locale}`);
  const list = () => readStoredList(key, storage).slice(0, LIMIT);
  const keep = (questions: string[]) => storeList(key, questions.slice(0, LIMIT), storage);
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
