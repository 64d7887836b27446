import { decode } from 'cborg';
import { createIndex } from 'pagefind';
import { pageFields } from '#search/pagefind-index.ts';
import { unpack } from './packed-file.ts';
import type { LaidOut } from './page-layout.ts';
import { type IndexedPart, readPageLists } from './page-lists.ts';

// Enough to keep Pagefind busy.
const AT_ONCE = 64;

/** Our keys belong to no language that Pagefind knows, so it leaves them as they are. */
export const NO_LANGUAGE = 'zxx';

/** What browsers read first: which list of pages and words belongs to which language. */
export const ENTRY = 'pagefind-entry.json';

/** The files of an index by their paths in its folder. */
export type IndexFiles = Map<string, Uint8Array>;

/** What Pagefind says about an index: its version, the pages, the chunks, and more. */
type PackedMeta = [
  version: string,
  pages: [fragment: string, words: number][],
  chunks: [from: string, to: string, name: string][],
  filters: unknown[],
  sorts: unknown[],
  fields: string[],
];

/**
 * Has pages indexed. They are added in their order, because their numbers depend on it.
 *
 * @throws if Pagefind refuses a page
 */
export async function indexPart(pages: readonly LaidOut[]): Promise<IndexedPart> {
  const files = await filesOf(pages);
  const { languages } = JSON.parse(Buffer.from(fileIn(files, ENTRY)).toString()) as {
    languages: Record<string, { hash: string }>;
  };
  const listed = languages[NO_LANGUAGE]?.hash;
  const [, numbered, chunks, , , fields] = decode(unpack(fileIn(files, listPath(listed ?? '')))) as PackedMeta;
  if (numbered.length !== pages.length)
    throw new Error(`The search index has ${numbered.length} pages instead of ${pages.length}.`);
  const unpacked = chunks.map(([, , name]) => unpack(fileIn(files, chunkPath(name))));
  const lists = readPageLists(unpacked, fields.map(fieldNumber));
  return { words: numbered.map(([, words]) => words), lists };
}

/** Pagefind's own files for an index without pages: what browsers run, and {@link ENTRY}. */
export async function emptyIndex(): Promise<IndexFiles> {
  const files = await filesOf([]);
  // The site loads no other scripts and no styles.
  const read = /^(?:pagefind\.js|wasm\..*|pagefind-entry\.json)$/;
  return new Map([...files].filter(([path]) => read.test(path)));
}

async function filesOf(pages: readonly LaidOut[]): Promise<IndexFiles> {
  const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE });
  if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
  const failed: string[] = [];
  for (let start = 0; start < pages.length; start += AT_ONCE) {
    // Pagefind takes them in the order in which they are sent.
    const added = pages
      .slice(start, start + AT_ONCE)
      .map(({ id, html }) => index.addHTMLFile({ sourcePath: `${id}/index.html`, content: html }));
    failed.push(...(await Promise.all(added)).flatMap(({ errors }) => errors));
  }
  // Files that Pagefind says it has written can still be empty.
  const made = await index.getFiles();
  await index.deleteIndex();
  failed.push(...made.errors);
  if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join('; ')}`);
  return new Map(made.files.map(({ path, content }) => [path, content]));
}

function fieldNumber(name: string): number {
  const number = pageFields.indexOf(name);
  if (number < 0) throw new Error(`Pagefind made a field "${name}" that no page has.`);
  return number;
}

export function fileIn(files: IndexFiles, path: string): Uint8Array {
  const file = files.get(path);
  if (!file) throw new Error(`Pagefind's index has no ${path}.`);
  return file;
}

/** The list of the pages and words of an index. */
export function listPath(name: string): string {
  return `pagefind.${name}.pf_meta`;
}

export function chunkPath(name: string): string {
  return `index/${name}.pf_index`;
}
