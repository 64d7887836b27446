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
import type { ImportOptions } from '#intake/articles/importers/importer.ts';
import { planImport } from '#intake/articles/importers/plan-import.ts';
import { readSourceText } from '#intake/articles/read/source-text.ts';
import type { Bodies } from '#io/articles/body-threads.ts';

/** The shares of the time that it takes to read the bodies, and to write them. */
const READING = 0.6;

/**
 * Imports a collection with files that can be published: one whose name is wrong gets another, and one that can't be
 * published is reported with the links and pictures that lose it.
 *
 * @param folder what `assets` are relative to
 * @param onProgress called now and then with the share that is done, from 0 to 1
 */
export async function importBodies(
  collection: Collection,
  folder: string,
  options: ImportOptions,
  bodies: Bodies,
  onProgress: (done: number) => void,
): Promise<ImportedSite> {
  const plan = planImport(collection, options);
  const facts = await bodies.read(plan.bodies, (done) => onProgress(done * READING));
  const names = new Map<string, string>();
  const problems = new Map<string, string>();
  let settled = plan.settle(facts);
  for (const path of filesOf(settled.copies)) {
    const found = await checkFile(path, join(folder, path));
    if ('name' in found) names.set(path, found.name);
    if ('problem' in found) problems.set(path, found.problem);
  }
  if (names.size + problems.size > 0) settled = plan.settle(facts, { names, problems });
  const written = await bodies.write(settled.answers, (done) => onProgress(READING + done * (1 - READING)));
  const imported = settled.finish(written);
  const renamed = filesOf(imported.copies).flatMap((path): Loss[] => {
    const name = names.get(path);
    return name ? [{ path, what: `The content isn't what the name says, so the file is "${name}" now.` }] : [];
  });
  return { ...imported, losses: [...imported.losses, ...renamed.map(onOneLine)].sort(compareLosses) };
}

function filesOf(copies: readonly CopiedFile[]): string[] {
  return [...new Set(copies.flatMap((copy) => ('from' in copy ? [copy.from] : [])))];
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
