import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Collection } from '#intake/articles/collection.ts';
import {
  type CopiedFile,
  compareLosses,
  type ImportedSite,
  type Loss,
  onOneLine,
} from '#intake/articles/imported-site.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import type { ImportOptions } from '#intake/articles/importers/importer.ts';
import { filesInText } from '#intake/articles/links/files-in-text.ts';
import { readSourceText } from '#intake/articles/read/source-text.ts';

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
  const checked = new Set<string>();
  const names = new Map<string, string>();
  const problems = new Map<string, string>();
  const check = async (paths: readonly string[]) => {
    const unchecked = paths.filter((path) => !checked.has(path));
    for (const path of unchecked) {
      checked.add(path);
      const found = await checkFile(path, join(folder, path));
      if ('name' in found) names.set(path, found.name);
      if ('problem' in found) problems.set(path, found.problem);
    }
  };
  const run = () => importCollection({ ...collection, checkedFiles: { names, problems } }, options);
  await check(filesInText(collection));
  const wrong = names.size + problems.size;
  let imported = run();
  const filesOf = (copies: readonly CopiedFile[]) => copies.flatMap((copy) => ('from' in copy ? [copy.from] : []));
  // A page can mention a file in a way that only reading the page shows.
  await check(filesOf(imported.copies));
  if (names.size + problems.size > wrong) imported = run();
  const renamed = [...new Set(filesOf(imported.copies))].flatMap((path): Loss[] => {
    const name = names.get(path);
    return name ? [{ path, what: `The content isn't what the name says, so the file is "${name}" now.` }] : [];
  });
  return { ...imported, losses: [...imported.losses, ...renamed.map(onOneLine)].sort(compareLosses) };
}

async function checkFile(path: string, file: string): Promise<{ name: string } | { problem: string } | { ok: true }> {
  const bytes = await readFile(file);
  // Most collections have only text, and this takes a third of the time that the command needs to start.
  const { prepareMedia } = await import('#io/media/prepare-media.ts');
  const prepared = await prepareMedia(bytes, path);
  if ('bytes' in prepared) return { ok: true };
  const ending = prepared.ending ?? (isReadable(path, bytes) ? '.txt' : undefined);
  return ending === undefined ? { problem: prepared.says } : { name: `${basename(path)}${ending}` };
}

/** Whether a file that isn't what its name says is a text that someone can read; one of git isn't. */
function isReadable(path: string, bytes: Uint8Array): boolean {
  const read = readSourceText(bytes);
  const text = 'text' in read ? read.text : '';
  const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|mp4|m4v|mov|webm|mp3|m4a|ogg|wav)$/i.test(path);
  return !isPicture && text.trim() !== '' && !text.startsWith('version https://git-lfs');
}
