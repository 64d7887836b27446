import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { SiteEntry } from '#io/content/store.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listEverything } from '#io/machine/files.ts';
import { mediaTypes } from '#io/media/media-types.ts';
import { compareText } from '#kb/values/text.ts';
import { engineKey, pageRooms } from './engine-key.ts';
import { longDigest } from './kept-file.ts';

/** What says how the engine is compiled. Vite reads variables from the last four, which parts of a theme can use. */
const compiledWith = [
  'astro.config.mjs',
  'tsconfig.json',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
];
/** The engine's code and its themes. */
export const siteRooms: readonly string[] = [...pageRooms, 'themes'];
/** What nothing that is compiled refers to, in the content folder. */
const texts = /^(?:tickets|announcements|synonyms)\/|^(?:topics|searches)\.yaml$/;

/** What parts of a theme and components can read besides the content. */
export async function compileSettings(): Promise<(string | Buffer)[]> {
  const files = await Promise.all(compiledWith.map((name) => readFile(join(engineDir, name)).catch(() => Buffer.of())));
  const { NODE_ENV = 'production', ...environment } = process.env;
  const open = Object.entries(environment).filter(([name]) => name.startsWith('PUBLIC_'));
  return [...files, JSON.stringify([NODE_ENV, ...open.sort(([a], [b]) => compareText(a, b))])];
}

/**
 * Changes when anything changes that pages, scripts and styles depend on besides what pages read from their site: the
 * engine, the theme, components of the company, settings.
 *
 * @param contentDir the copy of the content folder
 * @param codeArticles the paths of articles that import components, which are compiled with all that they refer to
 */
export async function pageKey(
  contentDir: string,
  codeArticles: readonly string[],
  { base, url = '', audience }: Pick<SiteEntry, 'base' | 'url' | 'audience'>,
): Promise<string> {
  const root = dirname(contentDir);
  const content = `${basename(contentDir)}/`;
  const { files, links } = await listEverything(root);
  // What a link leads to can change unseen.
  if (links.some((path) => !isText(path))) return randomUUID();
  const read = files.filter((path) => !isText(path));
  const contents = await Promise.all(read.map((path) => readFile(join(root, path))));
  // Astro makes pictures of its own while it renders pages.
  if (contents.some((text) => text.includes('astro:assets'))) return randomUUID();
  const engine = await engineKey(engineDir, siteRooms);
  const names = JSON.stringify([codeArticles, read]);
  return longDigest(engine, ...(await compileSettings()), base, url, audience, names, ...contents);

  /** What pages only have from their site, where it is noted what they read of it. */
  function isText(path: string): boolean {
    if (!path.startsWith(content)) return false;
    const inContent = path.slice(content.length);
    if (texts.test(inContent)) return true;
    const isArticle = inContent.startsWith('articles/') && inContent.endsWith('.mdx');
    if (codeArticles.length > 0) return isArticle && !codeArticles.includes(inContent);
    const isMedia = inContent.startsWith('articles/') && Object.hasOwn(mediaTypes, extname(path).toLowerCase());
    return isMedia || inContent.endsWith('.mdx') || inContent === 'facts.yaml';
  }
}
