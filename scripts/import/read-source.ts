import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Loss, SourceFile } from '#intake/articles/imported-site.ts';
import type { Importer } from '#intake/articles/importers/importer.ts';
import { readSourceText } from '#intake/articles/read/source-text.ts';
import { listFiles } from '#io/machine/files.ts';

/** A folder that is imported: texts by path, the paths of what can be copied, and files that can't be read. */
export interface SourceFolder {
  files: SourceFile[];
  assets: Set<string>;
  losses: Loss[];
}

/** In bytes. What pages include is shorter; longer files are data. */
const LONGEST_PART = 500_000;
/** How many files are open at the same time. */
const AT_ONCE = 32;

/** Folders with a hidden name in which systems keep pictures, files and parts of pages. */
const KEPT_HIDDEN = ['.gitbook', '.attachments', '.vuepress/public', '.vitepress/public'];
/** Hidden files that have the menu or the redirects of a site. */
const CONFIGS = ['js', 'ts', 'mjs', 'mts', 'cjs'];
const HIDDEN_FILES = [
  ...['.pages', '.nav.yml', '.gitbook.yaml', '.gitbook.yml'],
  ...CONFIGS.map((ending) => `.vitepress/config.${ending}`),
];

async function listSource(folder: string): Promise<string[]> {
  const paths = (await listFiles(folder)).filter((path) => !/(?:^|\/)node_modules\//.test(path));
  const folders = new Set(['', ...paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1))]);
  const hidden = await Promise.all(
    [...folders].flatMap((above) =>
      KEPT_HIDDEN.map(async (name) => {
        const found = await listFiles(join(folder, above, name));
        return found.map((path) => `${above}${name}/${path}`);
      }),
    ),
  );
  const files = [...folders].flatMap((above) => HIDDEN_FILES.map((name) => `${above}${name}`));
  const there = await Promise.all(files.map((path) => isFile(join(folder, path))));
  return [...paths, ...hidden.flat(), ...files.filter((_, index) => there[index])];
}

/** Reads what an importer asks for. Files in an encoding that can't be read are left out and reported. */
export async function readSourceFolder(folder: string, importer: Importer): Promise<SourceFolder> {
  const paths = await listSource(folder);
  const source: SourceFolder = { files: [], assets: new Set(), losses: [] };
  const texts = new Map<string, string>();
  const read = async (path: string) => {
    const file = join(folder, path);
    const isArticle = importer.reads(path);
    if (!isArticle) source.assets.add(path);
    if (!isArticle && !(importer.includes?.(path) && (await stat(file)).size <= LONGEST_PART)) return;
    const result = readSourceText(await readFile(file));
    if ('text' in result) texts.set(path, result.text);
    else if (isArticle) source.losses.push({ path, what: result.problem });
  };
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await read(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  source.files = paths.flatMap((path) => {
    const text = texts.get(path);
    return text === undefined ? [] : [{ path, text }];
  });
  return source;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
