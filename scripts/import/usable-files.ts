import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Collection } from '#intake/articles/collection.ts';
import type { ImportedSite, Loss } from '#intake/articles/imported-site.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import type { ImportOptions } from '#intake/articles/importers/importer.ts';
import { readSourceText } from '#intake/articles/read/source-text.ts';
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
    const bytes = await readFile(join(folder, copy.from));
    const prepared = await prepareMedia(bytes, copy.to);
    if ('bytes' in prepared) continue;
    const ending = prepared.ending ?? (isReadable(copy.from, bytes) ? '.txt' : undefined);
    if (ending === undefined) problems.set(copy.from, prepared.says);
    else names.set(copy.from, `${basename(copy.from)}${ending}`);
  }
  if (names.size + problems.size === 0) return imported;
  const losses = [...names].map(([path, name]): Loss => {
    return { path, what: `The content isn't what the name says, so the file is "${name}" now.` };
  });
  const checked = { ...collection, checkedFiles: { names, problems }, losses: [...collection.losses, ...losses] };
  return importCollection(checked, options);
}

/** Whether a file that isn't what its name says is a text that someone can read; one of git isn't. */
function isReadable(path: string, bytes: Uint8Array): boolean {
  const read = readSourceText(bytes);
  const text = 'text' in read ? read.text : '';
  const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|mp4|m4v|mov|webm|mp3|m4a|ogg|wav)$/i.test(path);
  return !isPicture && text.trim() !== '' && !text.startsWith('version https://git-lfs');
}
