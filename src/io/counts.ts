import { join } from 'node:path';
import { parseCsv } from '#intake/tickets/csv-text.ts';
import { isDay } from '#kb/day.ts';
import { compareText, type Finding, finding } from '#kb/finding.ts';
import { isLocaleTag } from '#kb/locale.ts';
import { compareCounts, type DailyCount } from '#kb/tickets.ts';
import { listFiles, readText } from './files.ts';
import { linksFolder } from './links.ts';
import { searchedPath } from './searched.ts';
import { votesPath } from './votes.ts';

const columns = ['day', 'locale', 'category', 'tickets'] as const;
const header = columns.join(',');
/** What only some exports tell, in this order. */
const told = ['closed', 'rated', 'satisfied'] as const;

export interface Counts {
  counts: DailyCount[];
  findings: Finding[];
}

/** The counts of all sources, together and each by its name. */
export interface AllCounts extends Counts {
  sources: Map<string, DailyCount[]>;
}

/** Where the daily counts of a source stand, relative to the content folder. */
export function countsPath(source: string): string {
  return `tickets/${source}.csv`;
}

/** `tickets/zendesk.csv` gives `zendesk`. */
function sourceOf(path: string): string {
  return path.slice('tickets/'.length, -'.csv'.length);
}

/** The daily counts of all sources; none where nothing was imported yet. */
export async function readCounts(contentDir: string): Promise<AllCounts> {
  const others = [searchedPath, votesPath];
  const files = (await listFiles(join(contentDir, 'tickets')))
    .map((file) => `tickets/${file}`)
    .filter((file) => file.endsWith('.csv') && !others.includes(file) && !file.startsWith(`${linksFolder}/`));
  const all = await Promise.all(files.map((file) => readCountsFile(contentDir, file)));
  return {
    counts: all.flatMap(({ counts }) => counts),
    findings: all.flatMap(({ findings }) => findings),
    sources: new Map(files.map((file, index) => [sourceOf(file), all[index]?.counts ?? []])),
  };
}

/** The daily counts of one source; none where it was never imported. */
export async function readSourceCounts(contentDir: string, source: string): Promise<Counts> {
  return readCountsFile(contentDir, countsPath(source));
}

/** The bytes of a counts file: sorted, so that git shows what is new and nothing else. */
export function printCounts(counts: readonly DailyCount[]): string {
  const lines = [...counts]
    .sort(compareCounts)
    .map(({ day, locale, category, tickets }) => `${day},${cell(locale)},${cell(category)},${tickets}`);
  return `${[header, ...lines].join('\n')}\n`;
}

async function readCountsFile(contentDir: string, path: string): Promise<Counts> {
  const text = await readText(join(contentDir, path));
  if (text === undefined) return { counts: [], findings: [] };
  const [first, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''), ',');
  const extra = told.filter((column) => first?.cells.includes(column));
  const names = [...columns, ...extra];
  if (first?.cells.join(',') !== names.join(','))
    return {
      counts: [],
      findings: [wrong(path, 1, 'The first line does not name the columns.', `Write "${header}" as the first line.`)],
    };
  const counts: DailyCount[] = [];
  const findings: Finding[] = [];
  const lines = new Map<string, number>();
  for (const { cells, line } of rows) {
    const problem = problemOf(cells, names);
    const [day = '', locale = '', category = '', tickets = ''] = cells;
    const key = JSON.stringify([day, locale, category]);
    const earlier = lines.get(key);
    if (problem) findings.push(wrong(path, line, ...problem));
    else if (earlier !== undefined)
      findings.push(
        wrong(
          path,
          line,
          `The same day, language and category stand in line ${earlier}.`,
          'Keep the line with the larger number.',
        ),
      );
    else counts.push({ day, locale, category, tickets: Number(tickets), ...toldIn(cells, extra) });
    if (!lines.has(key)) lines.set(key, line);
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || compareText(a.says, b.says));
  return { counts, findings };
}

/** What the export tells of the tickets beyond their number; an empty cell tells nothing. */
function toldIn(cells: readonly string[], extra: readonly (typeof told)[number][]): Partial<DailyCount> {
  return Object.fromEntries(
    extra.flatMap((column, index) => {
      const value = cells[columns.length + index] ?? '';
      return value === '' ? [] : [[column, Number(value)]];
    }),
  );
}

function problemOf(cells: readonly string[], names: readonly string[]): [says: string, fix: string] | undefined {
  const [day = '', locale = '', category = '', tickets = ''] = cells;
  if (/^[<=>]{7}/.test(day))
    return ['A merge was left unfinished here.', 'Take out the lines that git has put in, or import the export again.'];
  if (cells.length !== names.length)
    return [
      `The line has ${cells.length} values, but ${names.length} are expected.`,
      `Write "${names.join(',')}", or import the export again.`,
    ];
  if (!isDay(day)) return [`"${short(day)}" is not a day.`, 'Write a day that exists, such as 2026-11-15.'];
  if (!isLocaleTag(locale))
    return [`"${short(locale)}" is not a language.`, 'Write a language tag such as en, fi or pt-BR.'];
  if (category.trim() === '')
    return ['The category is empty.', 'Write the category, or "(none)" for tickets without one.'];
  if (!/^[1-9]\d{0,14}$/.test(tickets))
    return [`"${short(tickets)}" is not a number of tickets.`, 'Write a whole number from 1.'];
  const much = cells
    .slice(columns.length)
    .find((value) => !/^(?:0|[1-9]\d{0,14})?$/.test(value) || Number(value) > Number(tickets));
  if (much !== undefined)
    return [`"${short(much)}" cannot be a part of ${tickets} tickets.`, `Write a whole number from 0 to ${tickets}.`];
  return undefined;
}

function wrong(path: string, line: number, says: string, fix: string): Finding {
  return finding('ticket-counts-invalid', { path, line }, says, fix);
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** RFC 4180: quotes only where they are needed. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
