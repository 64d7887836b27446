import { join } from 'node:path';
import type { Finding } from '#kb/findings/finding.ts';
import {
  compareLinks,
  type LinkedCount,
  type LinkKind,
  LinkLine,
  linkKinds,
} from '#kb/tickets/records/ticket-links.ts';
import { listFiles } from '../machine/files.ts';
import { type CsvTable, printCsvTable, readCsvTable } from './csv-table.ts';

const folderOf = (kind: LinkKind) => (kind === 'links' ? 'tickets/links/' : 'tickets/started/');

type Line = Omit<LinkedCount, 'articles'> & { articles: string };

const table: Omit<CsvTable<Line>, 'path'> = {
  columns: ['day', 'locale', 'articles', 'tickets'],
  row: LinkLine,
  key: ['day', 'locale', 'articles'],
  twice: 'The same day, locale, and articles',
  from: 'the export',
};

/** The file with a source's links to articles, relative to the content folder. */
export function linksPath(source: string, kind: LinkKind = 'links'): string {
  return `${folderOf(kind)}${source}.csv`;
}

/** Whether a file contains such links, by its path relative to the content folder. */
export function isLinksFile(path: string): boolean {
  return linkKinds.some((kind) => path.startsWith(folderOf(kind)));
}

/**
 * The links of all sources by name; they are part of the closed tickets of their own source.
 *
 * @returns no entry for a source without a file of links
 */
export async function readLinks(
  contentDir: string,
  kind: LinkKind = 'links',
): Promise<{ links: Map<string, LinkedCount[]>; findings: Finding[] }> {
  const files = (await listFiles(join(contentDir, folderOf(kind)))).filter((file) => /^[^/]+\.csv$/.test(file));
  const sources = files.map((file) => file.replace(/\.csv$/, ''));
  const all = await Promise.all(sources.map((source) => readSourceLinks(contentDir, source, kind)));
  return {
    links: new Map(all.map(({ links }, index) => [sources[index] ?? '', links])),
    findings: all.flatMap(({ findings }) => findings),
  };
}

/** The links of one source; empty if it has none. */
export async function readSourceLinks(
  contentDir: string,
  source: string,
  kind: LinkKind = 'links',
): Promise<{ links: LinkedCount[]; findings: Finding[] }> {
  const { rows, findings } = await readCsvTable(contentDir, { ...table, path: linksPath(source, kind) });
  return { links: rows.map((row) => ({ ...row, articles: row.articles.split(' ') })), findings };
}

/** The text of a file of links, sorted. */
export function printLinks(links: readonly LinkedCount[]): string {
  const lines = [...links].sort(compareLinks).map((link) => ({ ...link, articles: link.articles.join(' ') }));
  return printCsvTable(table, lines);
}
