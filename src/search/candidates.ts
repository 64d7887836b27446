import type { Term } from './analysis.ts';
import { type AskedWords, type Likeness, likenessOf } from './likeness.ts';
import { keptTogether, saidInOnePlace } from './nearness.ts';
import { planQuery, type QueryTerm, weightOf } from './plan.ts';
import { withinBudget } from './query-budget.ts';
import { type Ranked, rank, type TermHits } from './rank.ts';
import { rarity } from './rarity.ts';
import type { Index, Page } from './search-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What speaks for a page as an answer, in points. */
export interface Points {
  /** For the words of the question that it has, and how rare they are. */
  words: number;
  /** For how much of the question it says in one place. */
  place: number;
  /** For the title, alias or heading that is most like the question. */
  unit: number;
  /** For the words that its title and the question have in common. */
  title: number;
  /** For words that customers use for its topics. */
  learned: number;
  /** For a title that is the question. */
  exact: number;
}

/** A page that was compared with the whole question. */
export interface Candidate {
  page: Page;
  /** The index's own name for it. */
  name: string;
  /** What the words of the question say that the page itself has. */
  own: number;
  /** The weights of the words that were learned for its topics. */
  learned: number;
  /** How much of the question the page says in one place, from 0 to 1. */
  near: number;
  likeness: Likeness;
  /** Whether no other compared page has its title. */
  hasOwnTitle: boolean;
  points: Points;
  /** All points together; for a page after the tenth, fewer than any before it. */
  score: number;
}

/** What was found for a question. */
export interface Found {
  terms: readonly Term[];
  /** The words of the index, with all of the question's that it has. */
  vocabulary: Vocabulary;
  wanted: readonly QueryTerm[];
  /** What each of the wanted words says, in the same order. */
  weights: readonly number[];
  /** How much the question says in all, with the words that no page has. */
  whole: number;
  /** All pages with any of the words, ordered by them alone. */
  ranked: readonly Ranked[];
  /** The first of them, ordered by how they fit the whole question. */
  candidates: readonly Candidate[];
  /** How much of the question stays together on the first of these: see `keptTogether`. */
  together: number;
}

/** How many pages are compared with the question as a whole: as many as are shown at most, and loaded for that. */
export const COMPARED = 10;

// What the best page gets for its words, for saying them in one place, for the unit that is most like the question,
// and for its title. Fitted on questions to four help centers in five languages by conditional logit (McFadden 1974),
// one help center left out at a time, and rounded. Each time, the weights were almost the same.
const WORDS = 4;
const NEAR = 3;
const UNIT = 4;
const TITLE = 3;
// The weights of learned words are fitted by the same method, to tell topics apart. So only what a page has more of than
// the other pages counts: otherwise, an article whose topic has no tickets would lose its own questions.
const LEARNED = 1;
/** The share of a question that a page has to say before its words decide. */
const ENOUGH = 0.3;
/** A title that is the question is first, whatever speaks for other pages. */
const EXACT = 100;

/**
 * Finds the pages that fit a question: by its words in the whole index, then the best of them by the whole question.
 *
 * @param limit how many candidates are wanted at least; those after the tenth are ordered by their words alone
 */
export async function findCandidates(index: Index, asked: string, limit: number): Promise<Found> {
  const { analysis } = index;
  const terms = analysis.terms(asked);
  const vocabulary = await vocabularyFor(terms, index);
  const { pages, generalTexts } = vocabulary;
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(asked);
  const wanted = withinBudget(planQuery(terms, analysis, vocabulary, unfinished), pages, generalTexts);
  const weights = wanted.map(({ weight, holding, common }) => weight * rarity(holding + common, pages + generalTexts));
  const found = await Promise.all(wanted.map((one) => find(index, one)));
  const ranked = rank(found, pages, generalTexts);
  const loaded = await Promise.all(
    ranked.slice(0, Math.max(limit, COMPARED)).map(async (one) => ({ ...one, page: await one.hit.load() })),
  );
  const compared = loaded.slice(0, COMPARED);
  const near = saidInOnePlace(found, weights, new Set(compared.map(({ hit }) => hit.page)));
  const titles = compared.map(({ page }) => page.title);
  const shared = new Set(titles.filter((title, place) => titles.indexOf(title) !== place));
  const words: AskedWords = { terms, wanted, weights, weigh: (key) => weightOf(key, vocabulary) };
  const letters = analysis.lettersOf(asked);
  const whole = weightOfQuestion(terms, wanted, vocabulary);
  const most = { own: Math.max(0, ...compared.map(({ own }) => own)) || 1, near: Math.max(0, ...near.values()) || 1 };
  // If no page says much of the question, its words decide less than words that were learned.
  const said = Math.min(1, most.near / (whole || 1) / ENOUGH);
  const usual = compared.reduce((sum, { learned }) => sum + learned, 0) / (compared.length || 1);
  const compare = ({ page, hit, own, learned }: (typeof loaded)[number]): Candidate => {
    const one = { page, name: hit.page, own, learned, near: (near.get(hit.page) ?? 0) / (whole || 1) };
    const likeness = likenessOf(page, words, analysis, shared);
    const points: Points = {
      words: WORDS * said * (own / most.own),
      place: NEAR * said * ((one.near * whole) / most.near),
      unit: UNIT * likeness.unit ** 2,
      title: TITLE * likeness.title,
      learned: LEARNED * Math.max(0, learned - usual),
      exact: analysis.lettersOf(page.title) === letters ? EXACT : 0,
    };
    const score = Object.values(points).reduce((sum, one) => sum + one, 0);
    return { ...one, likeness, hasOwnTitle: !shared.has(page.title), points, score };
  };
  const candidates = compared.map(compare).sort((a, b) => b.score - a.score);
  // The others stay in the order of their words, below those that were compared.
  const lowest = candidates.at(-1)?.score ?? 0;
  const last = compared.at(-1)?.score || 1;
  const others = loaded.slice(COMPARED).map((one) => ({ ...compare(one), score: lowest * (one.score / last) }));
  const together = keptTogether(found, weights, candidates[0]?.name);
  return { terms, vocabulary, wanted, weights, whole, ranked, together, candidates: [...candidates, ...others] };
}

/** The vocabulary of an index with all words of a question: those that aren't listed are looked up. */
async function vocabularyFor(terms: readonly Term[], { vocabulary, find }: Index): Promise<Vocabulary> {
  const unlisted = new Set(terms.flatMap(({ key, parts }) => [key, ...parts]).filter(vocabulary.isUnlisted));
  if (unlisted.size === 0) return vocabulary;
  const pages = await Promise.all([...unlisted].map(async (key) => [key, (await find(key)).length] as const));
  const found = new Map(pages);
  return { ...vocabulary, holding: (key) => found.get(key) ?? vocabulary.holding(key) };
}

/**
 * How much a question says in all. A word that is only guessed counts as unknown, with the weight of a rare word. A word
 * that only customers use, or that was left out as too common, counts for nothing.
 */
function weightOfQuestion(terms: readonly Term[], wanted: readonly QueryTerm[], vocabulary: Vocabulary): number {
  const asked = new Set(wanted.flatMap(({ keys }) => keys.map(({ key }) => key)));
  return [...new Set(terms.map(({ key }) => key))]
    .filter((key) => vocabulary.learned(key) === 0 && (asked.has(key) || vocabulary.holding(key) === 0))
    .reduce((sum, key) => sum + weightOf(key, vocabulary), 0);
}

async function find(index: Index, { place, weight, common, keys }: QueryTerm): Promise<TermHits> {
  return {
    place,
    weight,
    common,
    keys: await Promise.all(keys.map(async (one) => ({ ...one, hits: await index.find(one.key) }))),
  };
}
