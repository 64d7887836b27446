import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileUpdate, planUpdate } from '#intake/articles/again/plan-update.ts';
import type { CopiedFile, ImportedSite, Loss } from '#intake/articles/imported-site.ts';
import { createFolder, replaceBytes, replaceFile, writeFiles } from '#io/machine/atomic-write.ts';
import { isMissing, readText } from '#io/machine/files.ts';
import { digest } from '#kb/values/digest.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';
import { withFreeAddresses } from './free-addresses.ts';
import { type Memory, printMemory, readMemory } from './memory.ts';
import { withMovedCopies } from './moved-copies.ts';

export interface ContentPlan {
  /** Whether the content folder is created. */
  isNew: boolean;
  /** What couldn't be imported, also because of what is in the content folder. */
  losses: readonly Loss[];
  /** Sorted by path: texts first, then other files. */
  updates: FileUpdate[];
  /**
   * Writes what the plan says, each file in one step. If it is interrupted, the same import finishes it.
   *
   * @throws a refusal if a file can't be written
   */
  write(): Promise<void>;
}

interface Site {
  /** The content folder, and what it was called. */
  target: string;
  named: string;
  /** The folder that copied files are in. */
  source: string;
  memory: string;
  imported: ImportedSite;
}

/** Compares an import with the content folder. Nothing is written yet. */
export async function planContent(site: Site): Promise<ContentPlan> {
  const { target, named, source, memory } = site;
  const before = await readMemory(memory);
  const imported = await withFreeAddresses(target, site.imported, new Set(before.texts.keys()));
  const theirs = new Map(imported.files.map(({ path, text }) => [path, text]));
  const isNew = await isEmpty(target, named);
  const planned = await Promise.all(imported.copies.map((copy) => planCopy(copy, site, before, isNew)));
  const after: Memory = {
    texts: theirs,
    files: new Map(planned.map(({ update, theirs }) => [update.path, theirs])),
  };
  const updates = planUpdate(before.texts, await textsOf(target, [...before.texts.keys(), ...theirs.keys()]), theirs);
  const media = isNew ? planned : await withMovedCopies(target, planned, before, updates);
  const writesText = updates.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const]));
  const bytesOf = (copy: CopiedFile) => ('bytes' in copy ? copy.bytes : readFile(join(source, copy.from)));

  const create = () =>
    createFolder(target, async (draft) => {
      await writeFiles(draft, writesText);
      for (const { copy } of media) await writeFiles(draft, [[copy.to, await bytesOf(copy)]]);
      await writeFiles(draft, [[memory.slice(target.length + 1), printMemory(after)]]);
    });
  const update = async () => {
    for (const { copy, update } of media) {
      if (update.change === 'added' || update.change === 'updated')
        await replaceBytes(join(target, copy.to), await bytesOf(copy));
      if (update.from === undefined) continue;
      await mkdir(dirname(join(target, copy.to)), { recursive: true });
      await rename(join(target, update.from), join(target, copy.to));
    }
    for (const [path, text] of writesText) await replaceFile(join(target, path), text);
    for (const { from } of updates) if (from !== undefined) await rm(join(target, from), { force: true });
    // Last, so an interrupted import is compared with the one before it and done again.
    await replaceFile(memory, printMemory(after));
  };
  return {
    isNew,
    losses: imported.losses,
    updates: [...updates, ...media.map((one) => one.update)],
    write: () =>
      (isNew ? create() : update()).catch((error: unknown) => {
        throw new Refusal(`${failureText(error)} ${isNew ? NOTHING : 'Import again to write the rest.'}`);
      }),
  };
}

/** @throws a refusal if the folder holds something else than content */
async function isEmpty(target: string, named: string): Promise<boolean> {
  const existing = await readdir(target).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw new Refusal(`${named} can't be opened. Name another folder with --into. ${NOTHING}`);
  });
  if (existing.length === 0) return true;
  if (existing.includes('site.yaml')) return false;
  throw new Refusal(
    `${named} isn't empty and has no site.yaml. Name a new folder or a content folder with --into. ${NOTHING}`,
  );
}

async function textsOf(target: string, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of new Set(paths)) {
    const text = await readText(join(target, path));
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

async function planCopy(
  copy: CopiedFile,
  { target, source }: Site,
  before: Memory,
  isNew: boolean,
): Promise<{ copy: CopiedFile; update: FileUpdate; theirs: string }> {
  const theirs = digest('bytes' in copy ? copy.bytes : await readFile(join(source, copy.from)));
  const base = before.files.get(copy.to);
  const ours = isNew ? undefined : await digestOf(join(target, copy.to));
  const of = (change: FileUpdate['change'], ...conflicts: string[]) => {
    return { copy, theirs, update: { path: copy.to, change, conflicts } };
  };
  if (ours === theirs) return of('same');
  if (ours === undefined) return of(base === undefined ? 'added' : 'kept');
  if (base === ours) return of('updated');
  if (base === theirs) return of('kept');
  return of('conflict', 'Here and in the source, the file was changed differently. Yours stays.');
}

async function digestOf(file: string): Promise<string | undefined> {
  try {
    return digest(await readFile(file));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
