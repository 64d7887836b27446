import type { Hit } from './search-index.ts';

export interface Ranked {
  /** The page by the word that says most about it, so that its excerpt shows that word. */
  hit: Hit;
  score: number;
  /** How well the page fits the whole question: its score by the rarity of all that was asked. */
  fit: number;
}

// Measured on customers' questions to five help centers in five languages; every value around these does nearly as well.
/** A little less than the full weight of rarity: the rarest word of a question is often its least telling one. */
const TEMPER = 0.8;
/** What a word is worth besides where writers named it as another way to ask. */
const FIELD_WORTH: Readonly<Record<string, number>> = { aliases: 0.8, synonyms: 0.3 };
/** What two neighbouring words of the question are worth where they are neighbours on the page too. */
const NEARNESS = 0.6;
/** What a page is worth that holds all the words. */
const TOGETHER = 0.5;

/**
 * Orders pages by the rarity of the words of the question they hold.
 *
 * Each word counts by its inverse document frequency (Robertson and Spärck Jones, as in BM25), so
 * that "the" and "my" decide nothing and no single word is demanded. How well one word fits a page is
 * dampened (its logarithm counts), so that many words that fit a little beat one that fits very well.
 *
 * @param words the hits of each word of the question, in the order in which they were typed
 * @param together the hits of all its words at once
 * @param pages how many pages there are in all
 * @returns best first; pages with the same score by their key, so that the order never wavers
 */
export function rank(words: readonly (readonly Hit[])[], together: readonly Hit[], pages: number): Ranked[] {
  const found = new Map<string, { hit: Hit; best: number; score: number }>();
  const add = (hit: Hit, worth: number) => {
    const before = found.get(hit.key) ?? { hit, best: 0, score: 0 };
    found.set(hit.key, {
      hit: worth > before.best ? hit : before.hit,
      best: Math.max(worth, before.best),
      score: before.score + worth,
    });
  };
  const rarities = words.map((hits) => rarity(hits.length, pages));
  let before = new Map<string, Hit>();
  for (const [index, hits] of words.entries()) {
    const rare = rarities[index] ?? 0;
    const lessRare = Math.min(rare, rarities[index - 1] ?? 0);
    for (const hit of hits) {
      add(hit, rare * (Math.log1p(hit.score) + worthOfFields(hit)));
      const near = neighbours(before.get(hit.key), hit);
      if (near > 0) add(hit, NEARNESS * lessRare * Math.log1p(near));
    }
    before = new Map(hits.map((hit) => [hit.key, hit]));
  }
  const rare = rarity(together.length, pages);
  for (const hit of together) add(hit, TOGETHER * rare * Math.log1p(hit.score));
  const whole = rarities.reduce((sum, one) => sum + one, 0);
  return [...found.values()]
    .map(({ hit, score }) => ({ hit, score, fit: whole > 0 ? score / whole : 0 }))
    .sort((a, b) => b.score - a.score || (a.hit.key < b.hit.key ? -1 : 1));
}

function rarity(holding: number, pages: number): number {
  return Math.log(1 + Math.max(0, pages - holding + 0.5) / (holding + 0.5)) ** TEMPER;
}

function worthOfFields({ fields }: Hit): number {
  return fields.reduce((sum, field) => sum + (FIELD_WORTH[field] ?? 0), 0);
}

/** How often the second word stands right after the first on a page, or with one word between them. */
function neighbours(first: Hit | undefined, second: Hit): number {
  if (!first) return 0;
  const places = new Set(first.places);
  return second.places.filter((place) => places.has(place - 1) || places.has(place - 2)).length;
}
