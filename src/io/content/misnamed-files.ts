import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import { isMissing, listEverything } from '../machine/files.ts';

/** The files that a content folder can have, besides those in its folders. */
const files = ['site', 'topics', 'facts', 'searches', 'tickets', 'measures', 'dismissed'].map((name) => `${name}.yaml`);

/** The folders that it can have, and how the names of their files end. */
const folders: Readonly<Record<string, string | undefined>> = {
  articles: '.mdx',
  snippets: '.mdx',
  strings: '.yaml',
  announcements: '.yaml',
  synonyms: '.yaml',
  tickets: undefined,
};

// An ending that was meant to be another one. Articles with one of these are errors of their own.
const endings: Readonly<Record<string, RegExp>> = { '.mdx': /\.(?:md|mdx|markdown)$/i, '.yaml': /\.(?:yml|yaml)$/i };

/** Files and folders that nothing reads, with names that are almost right. */
export async function misnamedFiles(dir: string, locales: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = [];
  const entries = await entriesOf(dir);
  const hasSite = entries.some(({ name }) => name === 'site.yaml');
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isFile()) {
      const meant = meantFile(name);
      // A site without its settings is an error of its own.
      if (meant && (meant !== 'site.yaml' || hasSite))
        found.push(misnamed(name, `The file "${name}" is not read.`, meant));
    } else if (entry.isDirectory() && !Object.hasOwn(folders, name)) {
      const meant = nearest(name, Object.keys(folders));
      const says = `The folder "${name}/" is not read.`;
      const move = (to: string) => finding('file-misnamed', { path: name }, says, to);
      if (name === 'themes') found.push(move('Move it next to the content folder.'));
      else if (locales.includes(name)) found.push(move(`Move it into "articles/".`));
      else if (meant) found.push(misnamed(name, says, `${meant}/`));
    }
  }
  for (const [folder, ending] of Object.entries(folders)) {
    if (ending === undefined || folder === 'articles') continue;
    const listed = await listEverything(join(dir, folder));
    for (const file of listed.files)
      if (isMisnamed(file, ending)) {
        const name = file.split('/').at(-1) ?? '';
        const says = `The file "${name}" is not read.`;
        found.push(misnamed(`${folder}/${file}`, says, name.replace(/\.\w+$/, ending)));
      }
  }
  return found;
}

/** A file at the top of a content folder that was meant to be its `site.yaml`. */
export async function similarSiteFile(dir: string): Promise<string | undefined> {
  return (await entriesOf(dir)).find((entry) => entry.isFile() && meantFile(entry.name) === 'site.yaml')?.name;
}

/** Whether the name of a file ends almost like those that are read. */
export function isMisnamed(file: string, ending: string): boolean {
  return !file.endsWith(ending) && endings[ending]?.test(file) === true;
}

/** The file that one of the top of a content folder was meant to be. */
function meantFile(name: string): string | undefined {
  if (files.includes(name) || !/\.ya?ml$/i.test(name)) return undefined;
  const stem = nearest(
    name.replace(/\.\w+$/, ''),
    files.map((file) => file.replace('.yaml', '')),
  );
  return stem && `${stem}.yaml`;
}

function misnamed(path: string, says: string, meant: string): Finding {
  return finding('file-misnamed', { path }, says, `${didYouMean(meant)} If not, move it out of the content folder.`);
}

async function entriesOf(dir: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
