import { join } from 'node:path';
import { parseCsv } from '#intake/tickets/csv-text.ts';
import { isDay } from '#kb/day.ts';
import { type Finding, finding } from '#kb/finding.ts';
import { isLocaleTag } from '#kb/locale.ts';
import type { LinkedCount } from '#kb/ticket-links.ts';
import { listFiles, readText } from './files.ts';

/** Where the links of all sources stand, relative to the content folder. */
export const linksFolder = 'tickets/links';

const columns = ['day', 'locale', 'articles', 'tickets'];
const header = columns.join(',');

/** The links of each source whose export has a place for them. */
export async function readLinks(
  contentDir: string,
): Promise<{ links: Map<string, LinkedCount[]>; findings: Finding[] }> {
  const files = (await listFiles(join(contentDir, linksFolder))).filter((file) => file.endsWith('.csv'));
  const links = new Map<string, LinkedCount[]>();
  const findings: Finding[] = [];
  for (const file of files) {
    const path = `${linksFolder}/${file}`;
    const text = (await readText(join(contentDir, path))) ?? '';
    const [first, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''), ',');
    const counts: LinkedCount[] = [];
    links.set(file.slice(0, -'.csv'.length), counts);
    if (first?.cells.join(',') !== header) {
      findings.push(wrong(path, 1, 'The first line does not name the columns.'));
      continue;
    }
    for (const { cells, line } of rows) {
      const [day = '', locale = '', articles = '', tickets = ''] = cells;
      const right = isDay(day) && isLocaleTag(locale) && articles.trim() !== '' && /^[1-9]\d{0,14}$/.test(tickets);
      if (right && cells.length === columns.length)
        counts.push({ day, locale, articles: articles.split(' '), tickets: Number(tickets) });
      else findings.push(wrong(path, line, `"${cells.join(',')}" cannot be read.`));
    }
  }
  return { links, findings };
}

function wrong(path: string, line: number, says: string): Finding {
  return finding('ticket-counts-invalid', { path, line }, says, `Write "${header}", or import the export again.`);
}
