import { parse } from 'csv-parse/sync';
import { isData } from '#kb/values/data.ts';
import { csvOptions, delimiterOf } from '../../csv.ts';
import type { Loss, SourceFile } from '../imported-site.ts';
import { localeOfName } from '../languages/language-names.ts';
import { fileNameOf, folderOf, stemOf } from '../links/paths.ts';
import { type DeskRecord, DeskRecords, idOf, recordsOf, textOf } from '../records/desk-records.ts';
import type { ArticleDesk } from './desk.ts';

/** Lists that say how an answer was made, not what is in the help center. */
const NOT_CONTENT =
  /^(?:meta|links|pages|pagination|errors?|hierarchy|tags|labels?|label_names|attributes|statistics|settings|content_tag_ids|user_segment_ids|parent_ids|locales|outdated_locales)$/;

/** What a dump of a help desk holds. */
export interface Dump {
  records: DeskRecords;
  /** Files that were downloaded with it, by their whole addresses. */
  downloaded: Map<string, string>;
  losses: Loss[];
}

/** The file of a download with everything in it but its pictures and files. */
export const DOWNLOADED = 'downloaded.json';

export interface DownloadedDesk {
  /** By kind. */
  records: Record<string, readonly DeskRecord[]>;
  /** Paths in the download by whole addresses. */
  files: Record<string, string>;
  /** What couldn't be downloaded, one sentence each. */
  losses: string[];
}

/** Reads a dump: JSON of any depth, one JSON object per line, or CSV with a line of column names. */
export function readDump(files: readonly SourceFile[], desk: ArticleDesk): Dump {
  const dump: Dump = { records: new DeskRecords(), downloaded: new Map(), losses: [] };
  for (const { path, text } of files) {
    const lose = (what: string) => dump.losses.push({ path, what });
    if (path === DOWNLOADED) readDownloaded(text, dump);
    else {
      const file = new DeskRecords();
      if (/\.csv$/i.test(path)) readTable(text, path, desk, file, lose);
      else for (const value of valuesIn(text, path, lose)) collect(value, hintOf(path), desk, file, lose);
      const locale = localeIn(path);
      for (const kind of file.kinds())
        dump.records.add(kind, locale ? file.all(kind).map((record) => inLanguage(record, locale)) : file.all(kind));
    }
  }
  return dump;
}

/** The language that a path says: `fi/articles.json`, `articles-fi.json`, `articles.pt-br.csv`. */
function localeIn(path: string): string | undefined {
  const suffix = /[-_.]([a-z]{2}(?:[-_][a-z]{2})?)$/i.exec(stemOf(path))?.[1];
  const names = [...path.split('/').slice(0, -1), suffix ?? ''];
  return names.find((name) => /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(name) && localeOfName(name) !== undefined);
}

function inLanguage(record: DeskRecord, locale: string): DeskRecord {
  return record.locale === undefined && record.language === undefined ? { ...record, locale } : record;
}

function readDownloaded(text: string, { records, downloaded, losses }: Dump): void {
  const { records: kinds, files, losses: lost } = JSON.parse(text) as DownloadedDesk;
  for (const [kind, all] of Object.entries(kinds)) records.add(kind, all);
  for (const [address, path] of Object.entries(files)) downloaded.set(address, path);
  for (const what of lost) losses.push({ path: '', what });
}

function valuesIn(text: string, path: string, lose: (what: string) => void): unknown[] {
  const bare = text.replace(/^\uFEFF/, '');
  if (!/\.(?:ndjson|jsonl)$/i.test(path)) {
    try {
      return [JSON.parse(bare)];
    } catch (error) {
      if (!/\n\s*[[{]/.test(bare)) {
        lose(`The file isn't valid JSON and wasn't imported: ${(error as Error).message}`);
        return [];
      }
    }
  }
  const lines = bare.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines.flatMap(({ line, number }) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      lose(`Line ${number} isn't valid JSON and wasn't imported.`);
      return [];
    }
  });
}

/** What a file is named after: `articles` for `articles.json`, `articles-fi.json`, `articles/123.json`. */
function hintOf(path: string): string {
  const name = stemOf(path);
  const own = /^[\d\W_]*$/.test(name) ? fileNameOf(folderOf(path)) : name;
  return own.toLowerCase();
}

/** Adds every record in a value. A list is named by its key, or by the list or file that it is in. */
function collect(
  value: unknown,
  hint: string,
  desk: ArticleDesk,
  records: DeskRecords,
  lose: (what: string) => void,
): void {
  if (Array.isArray(value)) {
    const known = value.filter(isData);
    const unknown = known.filter((record) => !add(record, hint, desk, records));
    if (unknown.length > 0) lose(`${unknown.length} entries of the list "${hint}" aren't known and weren't imported.`);
    return;
  }
  if (!isData(value)) return;
  const lists = Object.entries(value).filter(
    ([key, one]) => !NOT_CONTENT.test(key) && (Array.isArray(one) ? one.some(isData) : isData(one)),
  );
  const isOne = value.id !== undefined && (textOf(value.title) ?? textOf(value.name) ?? value.body) !== undefined;
  if (isOne || lists.length === 0) {
    if (!add(value, hint, desk, records) && isOne) lose(`An entry of "${hint}" isn't known and wasn't imported.`);
    return;
  }
  for (const [key, one] of lists) {
    const name = /^(?:data|items|results|payload|records|assets|response|body)$/i.test(key) ? hint : key.toLowerCase();
    const byId = isData(one) && Object.entries(one).every(([id, inner]) => /^[\w-]+$/.test(id) && isData(inner));
    if (byId && Object.values(one).every((inner) => isData(inner) && inner.id !== undefined))
      collect(Object.values(one), name, desk, records, lose);
    else collect(one, name, desk, records, lose);
  }
}

/** Lists of records inside a record. */
const INNER = /^(?:folders|sub_?folders|articles|sections|categories|collections|translations|attachments)$/i;

function add(record: DeskRecord, hint: string, desk: ArticleDesk, records: DeskRecords): boolean {
  const kind = desk.kindOf(record, hint);
  if (!kind) return false;
  const id = idOf(record.id) ?? (kind === 'articles' ? idOf(record.article_id) : undefined);
  records.add(kind, [id === undefined ? record : { ...record, id }]);
  for (const [key, inner] of Object.entries(record)) {
    if (!INNER.test(key) || id === undefined) continue;
    for (const child of recordsOf(inner)) {
      const childKind = desk.kindOf(child, key.toLowerCase());
      const field = desk.within[`${kind}/${childKind}`];
      // Who may see the outer one is a matter of the outer one; only its language is the same.
      const shared = record.locale === undefined ? {} : { locale: record.locale };
      if (field) add({ ...shared, [field]: id, ...child }, key.toLowerCase(), desk, records);
    }
  }
  return true;
}

function readTable(
  text: string,
  path: string,
  desk: ArticleDesk,
  records: DeskRecords,
  lose: (what: string) => void,
): void {
  const rows: string[][] = parse(text, { ...csvOptions(delimiterOf(text)), skip_empty_lines: true });
  const [header = [], ...lines] = rows;
  const names = header.map((name) => name.trim().replace(/\s+/g, '_'));
  const keys = names.map((name) =>
    /^[A-Z][A-Z_ ]*$|_/.test(name) || /^[A-Z][a-z]+$/.test(name) ? name.toLowerCase() : name,
  );
  let rounded = 0;
  for (const cells of lines) {
    const record = Object.fromEntries(keys.map((key, index) => [key, cellValue(cells[index] ?? '')]));
    if (/^\d[.,]?\d*E\+?\d+$/i.test(String(record.id))) rounded += 1;
    if (!add(record, hintOf(path), desk, records)) {
      lose(`The columns ${keys.join(', ')} aren't known as those of ${desk.label}, so the file wasn't imported.`);
      break;
    }
  }
  if (rounded > 0)
    lose(`A spreadsheet rounded ${rounded} ids, so links and translations can't be matched. Export the file again.`);
}

/** A cell that holds JSON is read as such; an empty one says nothing. */
function cellValue(cell: string): unknown {
  if (cell === '') return undefined;
  if (!/^\s*[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
