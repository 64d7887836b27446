import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Collection } from '#intake/articles/collection.ts';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import type { ImportOptions } from '#intake/articles/importers/importer.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';

/**
 * Imports a collection with files that can be published: one whose name is wrong gets another, and one that can't be
 * published is reported with the links and pictures that lose it.
 *
 * @param folder what `assets` are relative to
 */
export async function importWithUsableFiles(
  collection: Collection,
  folder: string,
  options: ImportOptions,
): Promise<ImportedSite> {
  const imported = importCollection(collection, options);
  const names = new Map<string, string>();
  const problems = new Map<string, string>();
  for (const copy of imported.copies) {
    if (!('from' in copy) || names.has(copy.from) || problems.has(copy.from)) continue;
    const prepared = await prepareMedia(await readFile(join(folder, copy.from)), copy.to);
    if ('bytes' in prepared) continue;
    const name = basename(copy.from);
    if (prepared.ending === undefined) problems.set(copy.from, prepared.says);
    else names.set(copy.from, prepared.refused === 'file-unsafe' ? `${name}.txt` : `${name}${prepared.ending}`);
  }
  if (names.size + problems.size === 0) return imported;
  return importCollection({ ...collection, checkedFiles: { names, problems } }, options);
}
