import { isData } from '#kb/values/data.ts';
import { type DeskRecord, textOf } from './desk-records.ts';

const OUTER = ['category', 'category_name', 'categoryname', 'collection', 'collection_name'];
const INNER = ['section', 'section_name', 'sectionname', 'folder', 'folder_name', 'foldername'];

/** What a section says is in it, as one line of text. */
export function summaryOf(value: unknown): string | undefined {
  const text = textOf(value)
    ?.replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text || undefined;
}

/** A value of each record that has one, by its language. */
export function byLanguage(
  records: readonly DeskRecord[],
  languageOf: (record: DeskRecord) => string,
  textIn: (record: DeskRecord) => string | undefined,
): Map<string, string> {
  return new Map(
    records.flatMap((record) => {
      const value = textIn(record);
      return value === undefined ? [] : [[languageOf(record), value] as const];
    }),
  );
}

/** The fields that name sections, for what is left of a record. */
export const sectionFields: readonly string[] = [...OUTER, ...INNER];

/** The names of the sections of an article as tables have them: in columns of their own. */
export function sectionNamesIn(record: DeskRecord): string[] {
  const nameIn = (keys: readonly string[]) =>
    keys
      .map((key) => record[key])
      .map((value) => textOf(isData(value) ? (value.name ?? value.title) : value))
      .find((name) => name !== undefined && !/^\d+$/.test(name));
  return [nameIn(OUTER), nameIn(INNER)].filter((name) => name !== undefined);
}
