import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { SiteEntry } from '#io/content/store.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listEverything } from '#io/machine/files.ts';
import { compareText } from '#kb/values/text.ts';
import type { PageSources } from '../headers/page-sources.ts';
import { engineKey } from '../keeping/engine-key.ts';
import { longDigest } from '../keeping/kept-file.ts';
import { compileSettings, siteRooms } from '../keeping/page-key.ts';
import { PART_FILE, PART_SITE, type PartFile } from './part-file.ts';

/** What a part is made of. */
export interface PartMade {
  entry: SiteEntry;
  locales: readonly string[];
  pages: number;
  sources: PageSources;
  /** The paths of published articles. */
  published: ReadonlySet<string>;
  /** The digests of all articles, by their paths in the content folder. */
  articles: ReadonlyMap<string, string>;
  /** The copy of the content folder that was built. */
  contentDir: string;
  /** The folder that contains the copy and all else that was copied. */
  root: string;
}

/**
 * Writes what a part says about itself next to the files of the site that it has.
 *
 * @param folder of the part
 */
export async function writePart(folder: string, made: PartMade): Promise<void> {
  const { entry, locales, pages, sources, published, articles } = made;
  const { site, base, audience, url = '', theme, today, updated, added } = entry;
  const { hsts, trustedTypes } = site.security;
  const part: PartFile = {
    version: 1,
    locales: [...locales],
    all: [...site.locales],
    pages,
    made: {
      engine: await engineKey(engineDir, siteRooms),
      settings: longDigest(...(await compileSettings())),
      theme,
      today,
      audience,
      address: url,
      history: longDigest(JSON.stringify([sorted(updated), sorted(added)])),
    },
    articles: Object.fromEntries([...articles].filter(([path]) => published.has(path))),
    content: await digestsOf(made),
    headers: {
      base,
      audience,
      security: { hsts, trustedTypes },
      sources: Object.fromEntries([...sources].map(([directive, found]) => [directive, [...found].sort()])),
    },
    files: {},
  };
  for (const path of await filesOf(join(folder, PART_SITE)))
    part.files[path] = longDigest(await readFile(join(folder, PART_SITE, path)));
  await writeFile(join(folder, PART_FILE), JSON.stringify(part));
}

/** The sorted paths of all files of a part, with those whose names start with a dot. */
export async function filesOf(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText);
}

/**
 * Everything but published articles, by the first folder or the file: the names of drafts and internal articles are not
 * for everyone who can read a part.
 */
async function digestsOf({ root, contentDir, articles, published }: PartMade): Promise<Record<string, string>> {
  const start = `${basename(contentDir)}/`;
  const { files, links } = await listEverything(root);
  const groups = new Map<string, string[]>();
  const add = (name: string, path: string, digest: string) =>
    groups.set(name, [...(groups.get(name) ?? []), path, digest]);
  for (const path of files) {
    const here = path.startsWith(start) ? path.slice(start.length) : path;
    if (!articles.has(here)) add(groupOf(here), here, longDigest(await readFile(join(root, path))));
  }
  for (const [path, digest] of articles) if (!published.has(path)) add('articles', path, digest);
  for (const path of links) add('links', path, '');
  return Object.fromEntries(
    sorted(Object.fromEntries([...groups].map(([name, parts]) => [name, longDigest(...parts)]))),
  );
}

function groupOf(path: string): string {
  return path.slice(0, path.includes('/') ? path.indexOf('/') : undefined);
}

function sorted<T>(values: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(values).sort(([a], [b]) => compareText(a, b));
}
