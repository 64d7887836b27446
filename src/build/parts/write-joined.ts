import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteFile } from '#io/machine/file-writer.ts';
import { HEADERS_FILE, headersText } from '../headers/headers-file.ts';
import { joinSources, type SourceDirective } from '../headers/page-sources.ts';
import { longDigest } from '../keeping/kept-file.ts';
import { PART_SITE } from './part-file.ts';
import type { Part } from './read-part.ts';

/** A file that isn't as its part says, or as another part has it. */
export interface WrongFile {
  part: Part;
  path: string;
  /** The part that has another file under the same path. */
  other?: Part;
}

/**
 * Writes the files of all parts as one site. What isn't of one language is in each part, and must be the same.
 *
 * @param onFile gets how many files were read
 * @returns the files that are wrong: then the site is not complete
 */
export async function writeJoined(
  parts: readonly [Part, ...Part[]],
  write: WriteFile,
  onFile: (read: number) => void,
): Promise<WrongFile[]> {
  const wrong: WrongFile[] = [];
  const written = new Map<string, Part>();
  let read = 0;
  for (const part of parts) {
    const there = new Set(part.there);
    for (const path of Object.keys(part.files)) if (!there.has(path)) wrong.push({ part, path });
    for (const path of part.there) {
      onFile(++read);
      const bytes = await readFile(join(part.folder, PART_SITE, path));
      const before = written.get(path);
      if (part.files[path] !== longDigest(bytes)) wrong.push({ part, path });
      else if (path === HEADERS_FILE) continue;
      else if (!before) {
        write(path, bytes);
        written.set(path, part);
      } else if (before.files[path] !== part.files[path]) wrong.push({ part, path, other: before });
    }
  }
  const [{ headers }] = parts;
  const sources = parts.map(
    (part) =>
      new Map(
        Object.entries(part.headers.sources).map(([directive, found]) => [
          directive as SourceDirective,
          new Set(found),
        ]),
      ),
  );
  const { base, audience, security } = headers;
  write(HEADERS_FILE, headersText(joinSources(sources), { base, audience, site: { security } }));
  return wrong;
}
