import { isWrittenOnPage, learnedWeight } from './learned-fields.ts';
import { rarity } from './rarity.ts';
import { oftenOf, saturated } from './saturation.ts';
import type { Hit } from './search-index.ts';

/** The pages found for one word of a question. */
export interface TermHits {
  /** Which word of the question, from 0. */
  place: number;
  /** How much the word matters besides its rarity: 1, or less. */
  weight: number;
  /** How common the word is in its language, in general texts. */
  common: number;
  /** For each key that represents the word, how well it does so and where it was found. */
  keys: readonly { worth: number; synonym?: true; hits: readonly Hit[] }[];
}

export interface Ranked {
  hit: Hit;
  /** What orders pages: the next two together. */
  score: number;
  /** What the words say that the page itself has. */
  own: number;
  /** The weights of the words that were learned for its topics, which the page itself need not have. */
  learned: number;
}

// Measured on questions to four help centers in five languages, most of them ours. Similar values work almost as well.
/** A little less than the full weight of rarity: the rarest word of a question is often the least useful. */
const TEMPER = 0.9;
/** How slowly the tenth mention of a word on a page counts less than the first: `k1` of BM25. */
const SLOWER = 4;
/** What a word is worth in addition if it is in a field that writers filled: an alias, a synonym or the address. */
const FIELD_WORTH: Readonly<Record<string, number>> = { aliases: 0.9, synonyms: 0.3, address: 0.5 };
/** What two words that are side by side in the question are worth if they are side by side on the page too. */
const NEARNESS = 0.8;
/** What a title with the whole question is worth; with half of it, it is worth a sixteenth of that. */
const WHOLE_IN_TITLE = 0.5;
/** What the weight of a learned word is worth compared with the words of the article itself. */
const LEARNED = 3;

/**
 * Orders pages by the words of the question they contain, weighted by rarity.
 *
 * Each word counts by its rarity: "the" and "my" decide nothing, and no single word is required.
 *
 * @param found in the order of the words in the question
 * @param pages how many pages there are in all
 * @param generalTexts how many general texts of the language are mixed in
 * @returns best first; pages with the same score by their name, so the order is always the same
 */
export function rank(found: readonly TermHits[], pages: number, generalTexts = 0): Ranked[] {
  const ranked = new Map<string, { hit: Hit; own: number; learned: number }>();
  const add = (hit: Hit, worth: number, learned = 0) => {
    const before = ranked.get(hit.page);
    ranked.set(hit.page, { hit, own: (before?.own ?? 0) + worth, learned: (before?.learned ?? 0) + learned });
  };
  const inTitle = new Map<string, number>();
  let whole = 0;
  let before: { place: number; rare: number; fits: Map<string, Fit> } | undefined;
  for (const { place, weight, common, keys } of found) {
    const fits = fitsOfTerm(keys, pages);
    for (const [hit, learned] of learnedFits(keys)) add(hit, 0, learned);
    if (fits.size === 0) continue;
    const rare = weight * rarity(pagesWithWord(keys, fits) + common, pages + generalTexts) ** TEMPER;
    whole += rare;
    const beside = before?.place === place - 1 ? before : undefined;
    for (const { hit, fit } of fits.values()) {
      add(hit, rare * fit);
      if (hit.fields.includes('title')) inTitle.set(hit.page, (inTitle.get(hit.page) ?? 0) + rare);
      const near = adjacency(beside?.fits.get(hit.page)?.hit, hit);
      if (near > 0) add(hit, NEARNESS * Math.min(rare, beside?.rare ?? 0) * Math.log1p(near));
    }
    before = { place, rare, fits };
  }
  for (const { hit } of [...ranked.values()])
    add(hit, WHOLE_IN_TITLE * whole * ((inTitle.get(hit.page) ?? 0) / (whole || 1)) ** 4);
  return [...ranked.values()]
    .map(({ hit, own, learned }) => ({ hit, score: own + LEARNED * learned, own, learned }))
    .sort((a, b) => b.score - a.score || (a.hit.page < b.hit.page ? -1 : 1));
}

interface Fit {
  hit: Hit;
  fit: number;
}

/** The pages that contain any of the keys of a word, with how well each page fits. */
function fitsOfTerm(keys: TermHits['keys'], pages: number): Map<string, Fit> {
  const fits = new Map<string, Fit>();
  for (const { worth, hits } of keys) {
    // The rest of Pagefind's score: how often the page has the word, saturated as in BM25.
    const rare = rarity(hits.length, pages);
    for (const hit of hits) {
      if (!isWrittenOnPage(hit)) continue;
      const before = fits.get(hit.page);
      const fit = worth * (saturated(oftenOf(hit.score / rare), SLOWER) + worthOfFields(hit));
      fits.set(hit.page, { hit: before?.hit ?? hit, fit: (before?.fit ?? 0) + fit });
    }
  }
  return fits;
}

/** How many pages have a word. Those that only have a synonym don't count, unless no page has the word. */
function pagesWithWord(keys: TermHits['keys'], fits: ReadonlyMap<string, Fit>): number {
  const named = keys.filter(({ synonym }) => !synonym);
  if (named.length === keys.length) return fits.size;
  const hits = named.flatMap(({ hits }) => hits.filter(isWrittenOnPage));
  return new Set(hits.map(({ page }) => page)).size || fits.size;
}

/** The pages that a word was learned for, with its weight. If the word is known as typed, only that spelling counts. */
function learnedFits(keys: TermHits['keys']): Map<Hit, number> {
  const fits = new Map<string, [Hit, number]>();
  const best = Math.max(...keys.map(({ worth }) => worth));
  for (const { worth, hits } of keys) {
    if (worth < best) continue;
    for (const hit of hits) {
      const learned = worth * learnedWeight(hit.fields);
      if (learned > (fits.get(hit.page)?.[1] ?? 0)) fits.set(hit.page, [hit, learned]);
    }
  }
  return new Map(fits.values());
}

function worthOfFields({ fields }: Hit): number {
  return fields.reduce((sum, field) => sum + (FIELD_WORTH[field] ?? 0), 0);
}

/** How often the second word follows the first on a page, directly or with one word between them. */
function adjacency(first: Hit | undefined, second: Hit): number {
  if (!first) return 0;
  const places = new Set(first.places);
  return second.places.filter((place) => places.has(place - 1) || places.has(place - 2)).length;
}
