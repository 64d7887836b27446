import { join } from 'node:path';
import type { Finding } from '#kb/findings/finding.ts';
import { compareLinks, type LinkedCount, LinkLine } from '#kb/tickets/records/ticket-links.ts';
import { listFiles } from '../machine/files.ts';
import { type CsvTable, printCsvTable, readCsvTable } from './csv-table.ts';

const folder = 'tickets/links/';

type Line = Omit<LinkedCount, 'articles'> & { articles: string };

const table: Omit<CsvTable<Line>, 'path'> = {
  columns: ['day', 'locale', 'articles', 'tickets'],
  row: LinkLine,
  key: ['day', 'locale', 'articles'],
  twice: 'The same day, locale, and articles',
  from: 'the export',
};

/** Where the links of a source to articles stand, relative to the content folder. */
export function linksPath(source: string): string {
  return `${folder}${source}.csv`;
}

/** Whether a file holds such links, by its path relative to the content folder. */
export function isLinksFile(path: string): boolean {
  return path.startsWith(folder);
}

/**
 * The links of all sources, each under its name: they are a part of the closed tickets of their own source alone.
 *
 * @returns no entry for a source that has no place for links
 */
export async function readLinks(
  contentDir: string,
): Promise<{ links: Map<string, LinkedCount[]>; findings: Finding[] }> {
  const files = (await listFiles(join(contentDir, folder))).filter((file) => /^[^/]+\.csv$/.test(file));
  const sources = files.map((file) => file.replace(/\.csv$/, ''));
  const all = await Promise.all(sources.map((source) => readSourceLinks(contentDir, source)));
  return {
    links: new Map(all.map(({ links }, index) => [sources[index] ?? '', links])),
    findings: all.flatMap(({ findings }) => findings),
  };
}

/** The links of one source; none where it has none. */
export async function readSourceLinks(
  contentDir: string,
  source: string,
): Promise<{ links: LinkedCount[]; findings: Finding[] }> {
  const { rows, findings } = await readCsvTable(contentDir, { ...table, path: linksPath(source) });
  return { links: rows.map((row) => ({ ...row, articles: row.articles.split(' ') })), findings };
}

/** The bytes of a file of links, sorted. */
export function printLinks(links: readonly LinkedCount[]): string {
  const lines = [...links].sort(compareLinks).map((link) => ({ ...link, articles: link.articles.join(' ') }));
  return printCsvTable(table, lines);
}
