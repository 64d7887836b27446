import type { Result } from '#search/ask.ts';

type Filterable = Pick<Result, 'section' | 'type'>;

/** What is wanted of each kind; nothing means everything. */
export interface FilterSelection {
  sections: readonly string[];
  types: readonly string[];
}

export interface FilterChoice {
  value: string;
  chosen: boolean;
  /** How many results it has among those that the other filter lets through. */
  count: number;
}

// So many are read faster than filtered.
const FEW = 3;

/** The results that are wanted, and what else could be; a kind of which there is only one is no choice. */
export interface FilteredResults<One> {
  shown: One[];
  sections: FilterChoice[];
  types: FilterChoice[];
}

export function filterResults<One extends Filterable>(
  results: readonly One[],
  wanted: FilterSelection,
): FilteredResults<One> {
  const sections = values(results, ({ section }) => section);
  const types = values(results, ({ type }) => type);
  // An address may ask for what this question does not find, and must not hide what it does find.
  const inSection = among(sections, wanted.sections);
  const ofType = among(types, wanted.types);
  const choices = (all: string[], chosen: ReadonlySet<string>, held: readonly One[], value: (one: One) => string) =>
    all.length < 2 || results.length <= FEW
      ? []
      : all.map((one) => ({
          value: one,
          chosen: chosen.has(one),
          count: held.filter((result) => value(result) === one).length,
        }));
  const passing = (chosen: ReadonlySet<string>, value: (one: One) => string) =>
    results.filter((one) => chosen.size === 0 || chosen.has(value(one)));
  const bySection = passing(inSection, ({ section }) => section);
  const byType = passing(ofType, ({ type }) => type);
  return {
    shown: bySection.filter((one) => byType.includes(one)),
    sections: choices(sections, inSection, byType, ({ section }) => section),
    types: choices(types, ofType, bySection, ({ type }) => type),
  };
}

function values<One>(results: readonly One[], value: (one: One) => string): string[] {
  return [...new Set(results.map(value))].filter((one) => one !== '');
}

function among(all: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  return new Set(wanted.filter((one) => all.includes(one)));
}
