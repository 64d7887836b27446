import { isData } from '#kb/values/data.ts';
import { type DeskRecord, textOf } from './desk-records.ts';

const OUTER = ['category', 'category_name', 'categoryname', 'collection', 'collection_name'];
const INNER = ['section', 'section_name', 'sectionname', 'folder', 'folder_name', 'foldername'];

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
