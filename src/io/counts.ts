import { join } from 'node:path';
import type { Finding } from '#kb/finding.ts';
import { compareCounts, type DailyCount } from '#kb/tickets.ts';
import { type Problem, readCountedLines, short, wrongDay, wrongLocale, wrongTickets } from './counted-lines.ts';
import { listFiles } from './files.ts';
import { isLinksFile } from './links.ts';
import { searchedPath } from './searched.ts';

const columns = ['day', 'locale', 'category', 'tickets'];
const header = columns.join(',');
/** What only some exports tell, in this order. */
const outcomes = ['closed', 'rated', 'satisfied'] as const;

export interface Counts {
  counts: DailyCount[];
  findings: Finding[];
}

/** Where the daily counts of a source stand, relative to the content folder. */
export function countsPath(source: string): string {
  return `tickets/${source}.csv`;
}

/** The daily counts of all sources; none where nothing was imported yet. */
export async function readCounts(contentDir: string): Promise<Counts> {
  const files = (await listFiles(join(contentDir, 'tickets')))
    .map((file) => `tickets/${file}`)
    .filter((file) => file.endsWith('.csv') && file !== searchedPath && !isLinksFile(file));
  const all = await Promise.all(files.map((file) => readCountsFile(contentDir, file)));
  return { counts: all.flatMap(({ counts }) => counts), findings: all.flatMap(({ findings }) => findings) };
}

/** The daily counts of one source; none where it was never imported. */
export async function readSourceCounts(contentDir: string, source: string): Promise<Counts> {
  return readCountsFile(contentDir, countsPath(source));
}

/** The bytes of a counts file: sorted, so that git shows what is new and nothing else. */
export function printCounts(counts: readonly DailyCount[]): string {
  const told = outcomes.filter((name) => counts.some((count) => count[name] !== undefined));
  const lines = [...counts].sort(compareCounts).map((count) => {
    const { day, locale, category, tickets } = count;
    return [day, cell(locale), cell(category), tickets, ...told.map((name) => count[name] ?? '')].join(',');
  });
  return `${[[header, ...told].join(','), ...lines].join('\n')}\n`;
}

async function readCountsFile(contentDir: string, path: string): Promise<Counts> {
  const { rows, findings } = await readCountedLines(contentDir, path, {
    header,
    reader(named) {
      const told = outcomes.filter((name) => named.includes(name));
      return [...columns, ...told].join() === named.join() ? (cells) => readCount(cells, told) : undefined;
    },
    key: 3,
    keyName: 'day, language and category',
  });
  return { counts: rows, findings };
}

function readCount(cells: readonly string[], told: readonly (typeof outcomes)[number][]): DailyCount | Problem {
  const expected = columns.length + told.length;
  if (cells.length !== expected)
    return {
      says: `The line has ${cells.length} values, but ${expected} are expected.`,
      fix: `Write "${[...columns, ...told].join(',')}", or import the export again.`,
    };
  const [day = '', locale = '', category = '', tickets = '', ...rest] = cells;
  const wrong = wrongDay(day) ?? wrongLocale(locale);
  if (wrong) return wrong;
  if (category.trim() === '')
    return { says: 'The category is empty.', fix: 'Write the category, or "(none)" for tickets without one.' };
  const many = wrongTickets(tickets);
  if (many) return many;
  const count: DailyCount = { day, locale, category, tickets: Number(tickets) };
  for (const [index, name] of told.entries()) {
    const value = rest[index] ?? '';
    // An export that did not tell it.
    if (value === '') continue;
    const most = name === 'satisfied' ? (count.rated ?? count.tickets) : count.tickets;
    if (!/^(?:0|[1-9]\d{0,14})$/.test(value) || Number(value) > most)
      return {
        says: `"${short(value)}" cannot stand under "${name}".`,
        fix: `Write a whole number from 0 to ${most}, or nothing where it is not known.`,
      };
    count[name] = Number(value);
  }
  return count;
}

/** RFC 4180: quotes only where they are needed. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
