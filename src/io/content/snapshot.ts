import { constants, copyFileSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readlink, realpath, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { SiteFile } from '#kb/content/site.ts';
import { compareText } from '#kb/values/text.ts';
import { mayImport } from '#markdown/compile.ts';
import { finishReplacing } from '../machine/atomic-write.ts';
import { engineDir } from '../machine/engine.ts';
import { isMissing } from '../machine/files.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';
import { componentFolder } from './code-folders.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** A copy of all that a site is built from, so what is published is what was checked, even if files change meanwhile. */
export interface Snapshot {
  /** The folder that contains the copies, absolute. */
  root: string;
  /** The copy of the content folder; the themes are next to it, as in the original. */
  contentDir: string;
  /**
   * The texts of articles by their paths in the content folder. Most disks take longer to create a file than to read it, so
   * only those that can import components are also in the copy.
   */
  articles: Map<string, Uint8Array>;
  /** The paths of the articles that can import components, in order. */
  code: readonly string[];
  /** Files and folders that couldn't be read, and why. */
  failed: { path: string; error: NodeJS.ErrnoException }[];
  remove(): Promise<void>;
}

/** What is read of a content folder besides the YAML files at its top. */
const folders = ['announcements', 'articles', 'snippets', 'strings', 'synonyms', 'tickets'];

/**
 * Copies a content folder, the themes next to it, and the folders of components that site.yaml names.
 *
 * Links in the folders of the content stay links, which no reader follows.
 */
export async function takeSnapshot(contentDir: string): Promise<Snapshot> {
  // In the engine's folder: Astro can't compile the styles of a component that has no folder in common with the engine.
  const { path, remove } = await makeTemporaryFolder(join(engineDir, '.cache'));
  // The engine can be installed through a link, and the bundler uses real paths.
  const root = await realpath(path);
  const copy = join(root, basename(contentDir));
  const failed: Snapshot['failed'] = [];
  const articles: Snapshot['articles'] = new Map();
  const mayHaveCode: string[] = [];
  try {
    await finishReplacing(join(contentDir, 'tickets')).catch(() => {});
    await mkdir(copy);
    const files: [from: string, to: string][] = [];
    for (const name of await namesIn(contentDir, failed))
      if (folders.includes(name) || name.endsWith('.yaml'))
        await collect(join(contentDir, name), join(copy, name), files, failed);
    const themes = join(dirname(contentDir), 'themes');
    for (const name of await namesIn(themes, failed))
      await collect(join(themes, name), join(root, 'themes', name), files, failed);
    copyAll(
      files.filter((file) => !readArticle(...file)),
      failed,
    );
    const { sound: site } = await readYamlFile(copy, 'site.yaml', SiteFile, 'site-invalid');
    const code: typeof files = [];
    for (const name of site?.components ?? []) {
      const folder = await componentFolder(contentDir, name);
      if (folder) await collect(folder, join(root, relative(dirname(contentDir), folder)), code, failed);
    }
    copyAll(code, failed);
  } catch (error) {
    await remove();
    throw error;
  }
  return { root, contentDir: copy, articles, code: mayHaveCode.sort(compareText), failed, remove };

  /** @returns whether that is enough */
  function readArticle(from: string, to: string): boolean {
    const path = relative(copy, to).replaceAll(sep, '/');
    if (!path.startsWith('articles/') || !path.endsWith('.mdx')) return false;
    try {
      const text = readFileSync(from);
      articles.set(path, text);
      if (!mayImport(text.toString())) return true;
      mayHaveCode.push(path);
      return false;
    } catch {
      // Copying says why.
      return false;
    }
  }
}

/** One after the other: threads that create files in one folder wait for each other. */
function copyAll(files: readonly [from: string, to: string][], failed: Snapshot['failed']): void {
  for (const [from, to] of files)
    try {
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
    } catch (error) {
      // A file that was removed in the meantime is not part of the copy.
      if (!isMissing(error)) failed.push({ path: from, error: error as NodeJS.ErrnoException });
    }
}

/** Creates the folders of a copy, and notes the files that are to be copied into them. */
async function collect(
  from: string,
  to: string,
  files: [from: string, to: string][],
  failed: Snapshot['failed'],
): Promise<void> {
  const found = await stat(from).catch(() => undefined);
  if (found?.isFile()) {
    await mkdir(dirname(to), { recursive: true });
    files.push([from, to]);
  }
  if (!found?.isDirectory()) return;
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    failed.push({ path: from, error });
    return [];
  });
  for (const entry of entries) {
    const [one, copy] = [join(from, entry.name), join(to, entry.name)];
    if (isIgnored(entry.name)) continue;
    if (entry.isSymbolicLink()) await symlink(await readlink(one), copy);
    else if (entry.isDirectory()) await collect(one, copy, files, failed);
    else if (entry.isFile()) files.push([one, copy]);
  }
}

async function namesIn(folder: string, failed: Snapshot['failed']): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (!isMissing(error)) failed.push({ path: folder, error });
    return [];
  });
  return names.filter((name) => !isIgnored(name));
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
