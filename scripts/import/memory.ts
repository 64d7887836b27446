import { join, relative } from 'node:path';
import { slugOfName } from '#intake/articles/links/slugs.ts';
import { readText } from '#io/machine/files.ts';
import { digest } from '#kb/values/digest.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';

/** What an import wrote, which the next one compares with. Hidden, so no build reads it; it belongs into git. */
export interface Memory {
  /** Texts by path below the content folder. */
  texts: Map<string, string>;
  /** Digests of other files by path. */
  files: Map<string, string>;
}

const FOLDER = '.imported';

/**
 * The file that remembers the imports from one source.
 *
 * @param source the folder that is imported, or that an address was downloaded to
 */
export function memoryFile(target: string, importer: string, source: string): string {
  // The same for everyone who has both folders in the same places.
  const place = relative(target, source).replaceAll('\\', '/');
  const name = slugOfName(place.replace(/[./]+/g, ' '), 'source').slice(-40);
  return join(target, FOLDER, `${importer}-${name}-${digest(place).slice(0, 6)}.json`);
}

/** @throws a refusal if the file isn't one that an import wrote: then nothing can be compared */
export async function readMemory(file: string): Promise<Memory> {
  const text = await readText(file);
  if (text === undefined) return { texts: new Map(), files: new Map() };
  try {
    const { texts, files } = JSON.parse(text) as { texts: Record<string, string>; files: Record<string, string> };
    return { texts: new Map(Object.entries(texts)), files: new Map(Object.entries(files)) };
  } catch {
    throw new Refusal(`${file} can't be read. Restore it from git, or delete it to import without it. ${NOTHING}`);
  }
}

export function printMemory({ texts, files }: Memory): string {
  const data = { texts: Object.fromEntries(texts), files: Object.fromEntries(files) };
  return `${JSON.stringify(data, null, 1)}\n`;
}
