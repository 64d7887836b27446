import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { listFiles } from '#io/machine/files.ts';
import { compareText } from '#kb/values/text.ts';
import { readable } from './read-passages.ts';

// They hold words, not sentences: those of the house, the most common ones, and synonyms.
const words = [
  'scripts/lint/house-words.yaml',
  'src/build/language/common-words.ts',
  'src/build/language/general-synonyms/',
];

const folders = ['content', 'docs', 'scripts', 'src', 'tests', 'themes'];

/**
 * The files of the repository that hold English.
 *
 * @param others codes of the languages that are not English, as they occur in paths: `articles/fi/`, `fi.yaml`
 * @returns paths relative to the root, sorted
 */
export async function proseFiles(root: string, others: readonly string[]): Promise<string[]> {
  const top = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const below = await Promise.all(
    folders.map(async (folder) => (await listFiles(join(root, folder))).map((file) => `${folder}/${file}`)),
  );
  const foreign = new RegExp(`(?:^|[/.])(?:${others.join('|')})[/.]`);
  return [...top, ...below.flat()]
    .filter(
      (path) =>
        readable.test(path) &&
        !foreign.test(path) &&
        !path.startsWith('tests/fixtures/') &&
        !words.some((one) => path.startsWith(one)),
    )
    .sort(compareText);
}

/**
 * The files at a path: the file itself if it can hold English, or the files with English in a folder.
 *
 * @returns paths relative to the root, or `undefined` if nothing has this path
 */
export async function filesAt(root: string, path: string, files: readonly string[]): Promise<string[] | undefined> {
  const named = relative(root, path).split(sep).join('/');
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return undefined;
  if (kind.isFile()) return readable.test(named) ? [named] : [];
  return files.filter((file) => named === '' || file.startsWith(`${named}/`));
}
