import type { Analysis, Term } from './analysis.ts';
import type { QueryTerm } from './plan.ts';
import type { Page } from './search-index.ts';

/** What a question asks for. */
export interface AskedWords {
  terms: readonly Term[];
  wanted: readonly QueryTerm[];
  /** How much each of the wanted words says, in the same order. */
  weights: readonly number[];
  /** How much a key says, whether the question has it or not. */
  weigh: (key: string) => number;
}

/** How much a page is like a question, besides how often it has its words. */
export interface Likeness {
  /** How close its title, an alias or a heading comes to the question: 1 if it has the same words. */
  unit: number;
  /** That title, alias or heading. */
  text: string;
  /** The share of words that its title and the question have in common, each counting the same (Ochiai 1957). */
  title: number;
}

/** @param shared titles that several pages have, which say nothing about one of them */
export function likenessOf(page: Page, asked: AskedWords, analysis: Analysis, shared: ReadonlySet<string>): Likeness {
  const units = readUnits(page, analysis);
  let best = { unit: 0, text: page.title };
  for (const { text, keys } of shared.has(page.title) ? units.slice(1) : units) {
    const unit = unitLikeness(keys, asked);
    if (unit > best.unit) best = { unit, text };
  }
  const words = new Set(asked.terms.map(({ key }) => key));
  const title = units[0]?.keys ?? new Set();
  const inBoth = [...words].filter((key) => title.has(key)).length;
  return { ...best, title: inBoth / (Math.sqrt(words.size * title.size) || 1) };
}

/** The geometric mean of two shares: of the unit that is in the question, and of the question that is in the unit. */
function unitLikeness(unit: ReadonlySet<string>, { wanted, weights, weigh }: AskedWords): number {
  let [asked, said] = [0, 0];
  const held = new Map<string, number>();
  for (const [place, { keys }] of wanted.entries()) {
    const weight = weights[place] ?? 0;
    let best = 0;
    for (const { key, worth } of keys) {
      if (!unit.has(key)) continue;
      best = Math.max(best, worth);
      held.set(key, Math.max(held.get(key) ?? 0, worth));
    }
    asked += weight;
    said += weight * best;
  }
  if (held.size === 0) return 0;
  let [whole, inQuestion] = [0, 0];
  for (const key of unit) {
    const weight = weigh(key);
    whole += weight;
    inQuestion += weight * (held.get(key) ?? 0);
  }
  return Math.sqrt((inQuestion / (whole || 1)) * (said / (asked || 1)));
}

interface Unit {
  text: string;
  keys: ReadonlySet<string>;
}

// While someone types, the same pages are compared again and again.
const read = new WeakMap<Page, readonly Unit[]>();

/** The title, then each alias and heading. */
function readUnits(page: Page, analysis: Analysis): readonly Unit[] {
  const before = read.get(page);
  if (before) return before;
  const headings = page.passages.flatMap(({ heading }) => heading ?? []);
  const units = [page.title, ...(page.aliases ?? []), ...headings].map((text) => ({
    text,
    keys: new Set(analysis.terms(text).map(({ key }) => key)),
  }));
  read.set(page, units);
  return units;
}
