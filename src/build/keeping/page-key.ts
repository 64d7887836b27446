import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { SiteEntry } from '#io/content/store.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listEverything, listFiles } from '#io/machine/files.ts';
import { mediaTypes } from '#io/media/media-types.ts';
import { engineKey, pageRooms } from './engine-key.ts';
import { longDigest } from './kept-file.ts';

/**
 * Changes when anything changes that pages depend on besides what they read from their site: the engine, the theme,
 * components of the company, scripts and styles.
 *
 * @param contentDir the copy of the content folder
 * @param site the folder of the site, with its scripts and styles
 */
export async function pageKey(
  contentDir: string,
  site: string,
  { base, url = '', audience }: SiteEntry,
): Promise<string> {
  const root = dirname(contentDir);
  const { files, links } = await listEverything(root);
  // What a link leads to can change unseen.
  if (links.some((path) => !isText(path))) return randomUUID();
  const read = files.filter((path) => !isText(path));
  const texts = await Promise.all(read.map((path) => readFile(join(root, path))));
  // The names of scripts and styles change with their content.
  const names = await listFiles(join(site, '_astro'));
  const lists = [names, read].map((list) => JSON.stringify(list));
  return longDigest(await engineKey(engineDir, pageRooms), base, url, audience, ...lists, ...texts);

  /** What pages only have from their site: the text of articles, and counts of tickets. */
  function isText(path: string): boolean {
    const content = `${basename(contentDir)}/`;
    const isShown = path.startsWith(`${content}articles/`) && Object.hasOwn(mediaTypes, extname(path).toLowerCase());
    return isShown || (path.startsWith(content) && path.endsWith('.mdx')) || path.startsWith(`${content}tickets/`);
  }
}
