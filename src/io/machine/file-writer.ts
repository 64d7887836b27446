import { linkSync, lstatSync, mkdirSync, readFileSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file of a new folder, by its path there. */
export type WriteFile = (path: string, content: string | Uint8Array) => void;

/**
 * Writes the many small files of a folder that is made again and again. One that is the same in the folder from before,
 * byte for byte, is linked instead: a disk takes much longer for a new file. So nothing may change a file in place.
 *
 * They are written one after the other, which is faster than by several threads that wait for each other.
 *
 * @param before the folder from before, if there is one
 */
export function fileWriter(folder: string, before: string | undefined): WriteFile {
  const folders = new Set<string>();
  let from = before;
  let written: Stats | undefined;
  return (path, content) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const file = join(folder, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    if (written && from !== undefined && isSame(join(from, path), bytes, written))
      try {
        linkSync(join(from, path), file);
        return;
      } catch {
        // Another disk, or one that has no links.
        from = undefined;
      }
    writeFileSync(file, bytes);
    written ??= lstatSync(file);
  };
}

/** @param written a file newly written, with the owner and the rights that new files get */
function isSame(file: string, bytes: Uint8Array, written: Stats): boolean {
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    return (
      found?.isFile() === true &&
      found.size === bytes.length &&
      found.mode === written.mode &&
      found.uid === written.uid &&
      found.gid === written.gid &&
      readFileSync(file).equals(bytes)
    );
  } catch {
    return false;
  }
}
