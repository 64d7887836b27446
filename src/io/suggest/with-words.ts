import { rarity } from '#search/rarity.ts';
import { oftenOf, saturated } from '#search/saturation.ts';
import type { Hit, Index, Page } from '#search/search-index.ts';
import { makeVocabulary, type Vocabulary } from '#search/vocabulary.ts';
import type { IndexedPage, KnownIndex } from './known-index.ts';

/** How much less a word counts on a page longer than others: `pageLength` of our Pagefind. */
const LENGTH = 0.75;
/** Far away from all words of a page. */
const ASIDE = 1_000_000;

/** The field of a page that gets more words. */
export type AddedField = 'aliases' | 'synonyms';

/** Makes the index as it would be after its articles got more words, by the ids of the articles. */
export type TryWords = (added: ReadonlyMap<string, readonly string[]>) => Promise<Index>;

/** A page with more words. */
interface Extended {
  name: string;
  /** How many words it had, and how many it has. */
  words: number;
  longer: number;
  /** Where these words have each key. */
  places: ReadonlyMap<string, readonly number[]>;
  load: () => Promise<Page>;
}

/** Tries thousands of aliases or synonyms in a short time, because the index isn't made anew for each of them. */
export function makeTrials(index: KnownIndex, field: AddedField): TryWords {
  const pages = new Map<string, Extended>();
  const holders = new Map<string, ReadonlySet<string>>();
  return async (added) => {
    const extended = new Map<string, Extended>();
    for (const [article, texts] of added) {
      const known = index.pageOf(article);
      if (!known || texts.length === 0) continue;
      const key = [article, ...texts].join('\n');
      const one = pages.get(key) ?? extend(known, texts, field, index);
      pages.set(key, one);
      extended.set(one.name, one);
    }
    const holding = new Map<string, Set<string>>();
    for (const { name, places } of extended.values())
      for (const key of places.keys()) {
        const before = holders.get(key) ?? (await holdersOf(key, index));
        holders.set(key, before);
        holding.set(key, (holding.get(key) ?? new Set(before)).add(name));
      }
    return withPages(index, extended, field, new Map([...holding].map(([key, names]) => [key, names.size])));
  };
}

async function holdersOf(key: string, { find }: Index): Promise<Set<string>> {
  return new Set((await find(key)).filter(({ score }) => score > 0).map(({ page }) => page));
}

function withPages(
  index: KnownIndex,
  extended: ReadonlyMap<string, Extended>,
  field: AddedField,
  holding: ReadonlyMap<string, number>,
): Index {
  const { pages } = index.vocabulary;
  const { factor, once } = makeLengths(index, extended);
  const changed = (key: string, hits: readonly Hit[]): Hit[] => {
    const old = rarity(hits.filter(({ score }) => score > 0).length, pages);
    const size = holding.get(key);
    const now = size === undefined ? old : rarity(size, pages);
    const names = new Set(hits.map(({ page }) => page));
    const kept = hits.map((hit): Hit => {
      const one = extended.get(hit.page);
      const times = factor(hit.page);
      if (!one && now === old && times === 1) return hit;
      const often = oftenOf(hit.score / old) * times;
      if (!one) return { ...hit, score: now * saturated(often) };
      const places = one.places.get(key) ?? [];
      return {
        ...hit,
        load: one.load,
        score: now * saturated(often + places.length * once(one)),
        places: [...hit.places, ...places],
        fields: places.length === 0 || hit.fields.includes(field) ? hit.fields : [...hit.fields, field],
      };
    });
    const fresh = [...extended.values()].flatMap((one): Hit[] => {
      const { name, places, load } = one;
      const at = places.get(key);
      if (!at || names.has(name)) return [];
      return [{ page: name, score: now * saturated(at.length * once(one)), places: at, fields: [field], load }];
    });
    return [...kept, ...fresh];
  };
  const found = new Map<string, Promise<Hit[]>>();
  return {
    ...index,
    vocabulary: vocabularyWith(index, holding),
    find: (key) => {
      const before = found.get(key) ?? index.find(key).then((hits) => changed(key, hits));
      found.set(key, before);
      return before;
    },
  };
}

function extend(
  { name, page, words }: IndexedPage,
  texts: readonly string[],
  field: AddedField,
  { analysis }: Index,
): Extended {
  const keys = texts.flatMap((text) => analysis.terms(text).flatMap(({ key, parts }) => [key, ...parts]));
  const places = new Map<string, number[]>();
  for (const [place, key] of keys.entries()) places.set(key, [...(places.get(key) ?? []), ASIDE + place]);
  const longer = Promise.resolve(
    field === 'aliases' ? { ...page, aliases: [...(page.aliases ?? []), ...texts] } : page,
  );
  return { name, words, longer: words + keys.length, places, load: () => longer };
}

/** A smaller change of the average length changes nothing. */
const LEAST_CHANGE = 1.002;

/** What the words of pages count when some of the pages become longer: those of all others count a little more. */
function makeLengths({ words }: KnownIndex, extended: ReadonlyMap<string, Extended>) {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
  const whole = sum(words.values());
  const more = sum([...extended.values()].map((one) => one.longer - one.words));
  const average = whole / Math.max(1, words.size);
  const later = (whole + more) / whole > LEAST_CHANGE ? (whole + more) / Math.max(1, words.size) : average;
  const norm = (length: number, of: number) => 1 - LENGTH + (LENGTH * length) / of;
  return {
    /** How much more or less a word of a page counts. */
    factor: (name: string): number => {
      const length = words.get(name) ?? average;
      const now = extended.get(name)?.longer ?? length;
      return now === length && later === average ? 1 : norm(length, average) / norm(now, later);
    },
    /** What a word counts that is on a page once. */
    once: ({ longer }: Extended): number => 1 / norm(longer, later),
  };
}

/** @param holding how many pages have each key whose number has changed */
function vocabularyWith({ vocabulary: old, general }: KnownIndex, holding: ReadonlyMap<string, number>): Vocabulary {
  const unknown = [...holding].filter(([key]) => old.holding(key) === 0);
  const fresh = makeVocabulary(new Map(unknown), new Set(), old.pages);
  const holdingOf = (key: string) => holding.get(key) ?? old.holding(key);
  const mostCommon = (keys: string[], limit: number) =>
    keys.sort((a, b) => holdingOf(b) - holdingOf(a)).slice(0, limit);
  return {
    ...old,
    holding: holdingOf,
    learned: (key) => (holding.has(key) ? 0 : old.learned(key)),
    synonyms: (key) => (general.get(key) ?? []).filter((one) => holdingOf(one) > 0),
    ...(unknown.length > 0 && {
      beginning: (start, limit) =>
        mostCommon([...old.beginning(start, limit), ...fresh.beginning(start, limit)], limit),
      ending: (end, limit) => mostCommon([...old.ending(end, limit), ...fresh.ending(end, limit)], limit),
      near: (key, limit) =>
        [...old.near(key, limit), ...fresh.near(key, limit)]
          .sort((a, b) => a.edits - b.edits || holdingOf(b.key) - holdingOf(a.key))
          .slice(0, limit),
    }),
  };
}
