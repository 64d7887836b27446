import { plainName } from './column-name.ts';
import type { Problem } from './problem.ts';

/** A row of a log. Rows with the same columns share the same `names` array. */
export interface LogRow {
  /** On which it begins, counted from 1. */
  line: number;
  names: readonly string[];
  /** The line of the names: the first line, or that of the row itself. */
  namesLine: number;
  cells: readonly string[];
}

/** For each part of a row, the names its column can have, the likeliest first. */
export type ColumnNames<Part extends string> = Readonly<Record<Part, readonly string[]>>;

/** The columns of every log. */
export const logNames = {
  day: ['day', 'date', 'time', 'timestamp', 'date time', 'datetime', 'created at'],
  locale: ['locale', 'language', 'lang'],
  event: ['event', 'event name'],
} as const satisfies ColumnNames<string>;

/** The index of each part's column, in any order and any upper or lower case. */
export function placesOf<Part extends string>(
  names: ColumnNames<Part>,
  header: readonly string[],
): Partial<Record<Part, number>> {
  const written = header.map(plainName);
  const places: Partial<Record<Part, number>> = {};
  for (const part of Object.keys(names) as Part[]) {
    const name = names[part].find((one) => written.includes(one));
    if (name !== undefined) places[part] = written.indexOf(name);
  }
  return places;
}

/** Caches a result per list of names, which many rows share. */
export function oncePerHeader<Found>(find: (header: readonly string[]) => Found): (header: readonly string[]) => Found {
  const known = new Map<readonly string[], Found>();
  return (header) => {
    if (!known.has(header)) known.set(header, find(header));
    return known.get(header) as Found;
  };
}

/** The index of the column with the name of the event, if the log has one. */
export function eventPlace(header: readonly string[]): number | undefined {
  return placesOf({ event: logNames.event }, header).event;
}

/** Says which column is missing, which ones there are, and what it can be called. */
export function missingColumn(what: string, choices: readonly string[], header: readonly string[]): Problem {
  const shown = header.slice(0, 8).map((name) => `"${name.trim().slice(0, 30)}"`);
  return {
    says: `There is no column for ${what}. The columns are ${shown.join(', ')}${header.length > 8 ? ', …' : ''}.`,
    fix: `Use one of these column names: ${choices.join(', ')}.`,
  };
}

/** The text of a cell; `undefined` if there is no such column. */
export function cellAt(cells: readonly string[], place: number | undefined): string | undefined {
  return place === undefined ? undefined : (cells[place] ?? '').trim();
}
