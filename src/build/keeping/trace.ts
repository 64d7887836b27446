import type { Store } from '#io/content/store.ts';
import type { Library } from '#kb/content/library.ts';
import { longDigest } from './kept-file.ts';

/** Something that a page read from its site, and the digest of what it got. */
export type Read = [question: string, answer: string];

/** Finds out what each page reads from its site, so the next build knows whether the page stays the same. */
export interface Tracer {
  /** The same site, for the pages: what they read of it is noted. */
  watch(store: Store): Store;
  /** Renders one page. @returns what it read; none if that can't be compared later */
  during<T>(render: () => Promise<T>): Promise<{ rendered: T; reads: Read[] | undefined }>;
  /** Whether a page would read the same from this site. */
  isSame(reads: readonly Read[]): boolean;
}

const methods = ['find', 'exact', 'shown', 'sections', 'hasSection'] as const;
const days = ['updated', 'added'] as const;

export function makeTracer(): Tracer {
  let site: Store | undefined;
  let noted: Map<string, string> | undefined;
  let isComparable = true;
  const answers = new Map<string, string>();
  const digests = new WeakMap<object, string>();

  const digestOf = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return longDigest(printed(value));
    const known = digests.get(value);
    if (known !== undefined) return known;
    const made = longDigest(printed(value));
    digests.set(value, made);
    return made;
  };
  /** A value as a text that differs if the value does. */
  const printed = (value: unknown): string => {
    if (value === undefined) return 'undefined';
    if (typeof value === 'string') return `"${value}`;
    return JSON.stringify(value, (key, one: unknown) => {
      if (one instanceof Map) return { map: [...one] };
      if (one instanceof Set) return { set: [...one] };
      // The same article is in much of what pages read.
      return key === 'article' && typeof one === 'object' ? digestOf(one) : one;
    });
  };
  const answerTo = (question: string): string => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const made = site ? digestOf(ask(site, JSON.parse(question) as unknown[])) : '';
    answers.set(question, made);
    return made;
  };
  /** @returns what the site answers */
  const note = <T>(question: unknown[], answer: T): T => {
    if (!noted) return answer;
    const text = JSON.stringify(question);
    if (noted.has(text)) return answer;
    const known = answers.get(text) ?? digestOf(answer);
    answers.set(text, known);
    noted.set(text, known);
    return answer;
  };
  /** An object whose values can be read one by one. */
  const watched = <T extends object>(label: string, of: T, read: (name: string) => unknown): T =>
    new Proxy(of, {
      get(target, name) {
        if (typeof name === 'symbol') return Reflect.get(target, name);
        return read(name);
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        note(['keys', label], Object.keys(target));
        return keys;
      },
      has(target, name) {
        note(['keys', label], Object.keys(target));
        return Reflect.has(target, name);
      },
    });

  return {
    watch(store) {
      site = store;
      answers.clear();
      const library = watched('library', store.library, (name) => {
        const value: unknown = store.library[name as keyof Library];
        if (typeof value !== 'function') return note(['library', name], value);
        if (!(methods as readonly string[]).includes(name)) isComparable = false;
        return (...given: unknown[]) => note(['library', name, ...given], value(...given));
      });
      const daysOf = (name: (typeof days)[number]) =>
        watched(name, store[name], (path) => note([name, path], store[name][path]));
      const byDay = { updated: daysOf('updated'), added: daysOf('added') };
      return watched('site', store, (name) => {
        if (name === 'library') return library;
        if (name === 'updated' || name === 'added') return byDay[name];
        if (name === 'related')
          return (...[shown, limit]: Parameters<Store['related']>) =>
            note(['related', shown.locale, shown.article.id, limit], store.related(shown, limit));
        if (name === 'htmlOf')
          return (...[article]: Parameters<Store['htmlOf']>) => {
            const html = store.htmlOf(article);
            // Code can read anything.
            if (html === undefined) isComparable = false;
            return note(['html', article.locale, article.id], html);
          };
        if (name === 'sectionAt')
          return (...[locale, id]: Parameters<Store['sectionAt']>) =>
            note(['section', locale, id], store.sectionAt(locale, id));
        if (name === 'trailTo')
          return (...[locale, section]: Parameters<Store['trailTo']>) =>
            note(['trail', locale, section], store.trailTo(locale, section));
        const value = store[name as keyof Store];
        if (typeof value === 'function') isComparable = false;
        return note(['site', name], value);
      });
    },
    async during(render) {
      noted = new Map();
      isComparable = true;
      try {
        const rendered = await render();
        return { rendered, reads: isComparable ? [...noted] : undefined };
      } finally {
        noted = undefined;
      }
    },
    isSame: (reads) => reads.every(([question, answer]) => answerTo(question) === answer),
  };
}

/** What the site answers to a question that a page asked. */
function ask(store: Store, [what, name, ...given]: unknown[]): unknown {
  const [first, second] = given as [string, string];
  if (what === 'library')
    return methods.includes(name as never) && given.length > 0
      ? (store.library[name as 'find'] as (...given: unknown[]) => unknown)(...given)
      : store.library[name as keyof Library];
  if (what === 'updated' || what === 'added') return store[what][name as string];
  if (what === 'site') return store[name as keyof Store];
  if (what === 'keys') {
    const of = name === 'site' ? store : store[name as 'library' | (typeof days)[number]];
    return Object.keys(of);
  }
  if (what === 'section') return store.sectionAt(name as string, first);
  if (what === 'trail') return store.trailTo(name as string, first);
  if (what === 'html') {
    const article = store.library.exact(name as string, first);
    return article && store.htmlOf(article);
  }
  const shown = store.library.find(name as string, first);
  return shown && store.related(shown, Number(second));
}
