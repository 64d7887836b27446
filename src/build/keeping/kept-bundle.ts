import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '#io/machine/files.ts';
import { isKept, keep, readKept } from './kept-file.ts';

/** Files by their paths in a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What is made of the engine, the theme and the settings of a site, and stays the same whatever its articles say. */
export interface Bundle {
  /** The scripts and styles of the site. */
  site: Files;
  /** What renders its pages. */
  app: Files;
}

interface KeptBundle extends Bundle {
  key: string;
}

/** Whether one is kept under a name, for whatever key. */
export function hasBundle(name: string): Promise<boolean> {
  return isKept(`${name}.bundle`);
}

/** @returns nothing unless it was kept with the same key */
export async function readBundle(name: string, key: string): Promise<Bundle | undefined> {
  const file = `${name}.bundle`;
  const all = await readKept<KeptBundle>(file);
  const kept = all.get('bundle');
  if (kept?.key !== key) return undefined;
  // It is used, so it stays.
  await keep(file, all, all);
  return kept;
}

export async function keepBundle(name: string, key: string, bundle: Bundle): Promise<void> {
  await keep(`${name}.bundle`, new Map([['bundle', { key, ...bundle }]]));
}

export async function readFolder(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const path of await listFiles(folder)) files.set(path, await readFile(join(folder, path)));
  return files;
}

export function writeFolder(folder: string, files: Files): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
