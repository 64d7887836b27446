import type { Result } from '#search/ask.ts';

type Filterable = Pick<Result, 'section' | 'type'>;

/** The selected sections and types; none means all. */
export interface FilterSelection {
  sections: readonly string[];
  types: readonly string[];
}

export interface FilterChoice {
  value: string;
  chosen: boolean;
  /** How many results it has among those that match the other filter. */
  count: number;
}

// This many results are faster to read than to filter.
const FEW = 3;

/** The results that match the filters, and the choices of each filter: none if there is only one. */
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
  // An address can select filters that match no result of this question. They must not hide the results it has.
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
