import { parse } from 'csv-parse/sync';
import type { Loss, SourceFile } from '../imported-site.ts';
import { stemOf } from '../links/paths.ts';
import { isNotionName } from '../links/slugs.ts';
import { readVisibility } from '../visibility/visibility.ts';

/** Why a table of notes isn't for everyone; nothing if all of its rows are, or it can't be read as a table. */
function privateRows(text: string, today: string): number {
  try {
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, relax_column_count: true });
    return rows.filter((row) => Object.keys(readVisibility(row, today).visibility).length > 0).length;
  } catch {
    return 0;
  }
}

/**
 * The tables of an export of Notion that have rows which aren't public, with what to say about each: a page can link to
 * a table as a file, and then everyone could read all rows.
 */
export function privateTables(files: readonly SourceFile[], today: string): Loss[] {
  return files.flatMap(({ path, text }): Loss[] => {
    if (!/\.csv$/i.test(path) || !isNotionName(stemOf(path).replace(/_all$/, ''))) return [];
    const count = privateRows(text, today);
    const rows = count === 1 ? 'A row of this table is' : `${count} rows of this table are`;
    return count === 0 ? [] : [{ path, what: `${rows} not public, so the file wasn't copied.`, kind: 'private' }];
  });
}
