import { join } from 'node:path';
import type { Finding } from '#kb/finding.ts';
import { compareLinks, type LinkedCount } from '#kb/ticket-links.ts';
import { type Problem, readCountedLines, short, wrongDay, wrongLocale, wrongTickets } from './counted-lines.ts';
import { listFiles } from './files.ts';

const columns = ['day', 'locale', 'articles', 'tickets'];
const header = columns.join(',');
const folder = 'tickets/links/';

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
  const { rows, findings } = await readCountedLines(contentDir, linksPath(source), {
    header,
    reader: (named) => (named.join() === header ? readLink : undefined),
    key: 3,
    keyName: 'day, language and articles',
  });
  return { links: rows, findings };
}

/** The bytes of a file of links, sorted. Ids hold neither commas nor quotes. */
export function printLinks(links: readonly LinkedCount[]): string {
  const lines = [...links]
    .sort(compareLinks)
    .map(({ day, locale, articles, tickets }) => [day, locale, articles.join(' '), tickets].join(','));
  return `${[header, ...lines].join('\n')}\n`;
}

function readLink(cells: readonly string[]): LinkedCount | Problem {
  if (cells.length !== columns.length)
    return {
      says: `The line has ${cells.length} values, but ${columns.length} are expected.`,
      fix: `Write "${header}", or import the export again.`,
    };
  const [day = '', locale = '', articles = '', tickets = ''] = cells;
  const wrong = wrongDay(day) ?? wrongLocale(locale);
  if (wrong) return wrong;
  const ids = articles.split(' ');
  if (ids.includes('') || [...new Set(ids)].sort().join(' ') !== articles)
    return {
      says: `"${short(articles)}" is not a list of articles.`,
      fix: 'Write their ids in the order of the alphabet with one space between them, such as cards/order-a-card.',
    };
  return wrongTickets(tickets) ?? { day, locale, articles: ids, tickets: Number(tickets) };
}
