import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileUpdate } from '#intake/articles/again/plan-update.ts';
import { listFiles } from '#io/machine/files.ts';
import type { Memory } from './memory.ts';

/** A file next to an article that is planned, and the digest of what the source has. */
export interface PlannedCopy {
  update: FileUpdate;
  theirs: string;
}

/**
 * Lets pictures and files move with their articles: one that would be added and is in another folder since the last
 * import is moved from there, with what people changed in it, if no text mentions its name there any more.
 *
 * @param texts what is planned for texts
 */
export async function withMovedCopies<Copy extends PlannedCopy>(
  target: string,
  copies: readonly Copy[],
  before: Memory,
  texts: readonly FileUpdate[],
): Promise<Copy[]> {
  const written = new Set(copies.map(({ update }) => update.path));
  const left = [...before.files].filter(([path]) => !written.has(path));
  if (left.length === 0 || !copies.some(({ update }) => update.change === 'added')) return [...copies];
  const [there, mentions] = await Promise.all([listFiles(target), textsAfter(target, texts)]);
  const free = new Set(
    left.map(([path]) => path).filter((path) => there.includes(path) && !mentions(folderOf(path), basename(path))),
  );
  return copies.map((copy) => {
    const { update, theirs } = copy;
    const old = left.find(([path, digest]) => {
      return (
        update.change === 'added' && digest === theirs && free.has(path) && basename(path) === basename(update.path)
      );
    });
    if (!old) return copy;
    free.delete(old[0]);
    return { ...copy, update: { ...update, change: 'moved', from: old[0] } };
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Whether a text will mention a name: one in the folder itself, or one that names the folder. */
async function textsAfter(
  target: string,
  updates: readonly FileUpdate[],
): Promise<(folder: string, name: string) => boolean> {
  const planned = new Map(updates.map(({ path, text }) => [path, text]));
  const removed = new Set(updates.map(({ from }) => from));
  const paths = new Set(
    [...(await listFiles(target)), ...planned.keys()].filter((path) => /\.(?:mdx|yaml)$/.test(path)),
  );
  const texts: { folder: string; text: string }[] = [];
  for (const path of paths) {
    if (removed.has(path)) continue;
    const text = planned.get(path) ?? (await readFile(join(target, path), 'utf8').catch(() => ''));
    texts.push({ folder: folderOf(path), text });
  }
  return (folder, name) =>
    texts.some(
      (one) => one.text.includes(name) && (one.folder === folder || one.text.includes(`${basename(folder)}/${name}`)),
    );
}
