import { type Finding, finding } from '../findings/finding.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';

/** The names in a content folder. */
export interface ContentNames {
  files: readonly string[];
  folders: readonly string[];
  /** Paths below a folder. */
  within: ReadonlyMap<string, readonly string[]>;
}

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
export function misnamedFiles(names: ContentNames, locales: readonly string[]): Finding[] {
  const found: Finding[] = [];
  for (const name of names.files) {
    const meant = meantFile(name);
    // A site without its settings is an error of its own.
    if (meant !== undefined && (meant !== 'site.yaml' || names.files.includes(meant)))
      found.push(misnamed(name, `The file "${name}" is not read.`, meant));
  }
  for (const name of names.folders) {
    if (Object.hasOwn(folders, name)) continue;
    const meant = nearest(name, Object.keys(folders));
    const says = `The folder "${name}/" is not read.`;
    const move = (fix: string) => finding('file-misnamed', { path: name }, says, fix);
    if (name === 'themes') found.push(move('Move it next to the content folder.'));
    else if (locales.includes(name)) found.push(move('Move it into "articles/".'));
    else if (meant !== undefined) found.push(misnamed(name, says, `${meant}/`));
  }
  for (const [folder, ending] of Object.entries(folders)) {
    if (ending === undefined || folder === 'articles') continue;
    for (const file of names.within.get(folder) ?? [])
      if (isMisnamed(file, ending)) {
        const name = file.split('/').at(-1) ?? '';
        found.push(misnamed(`${folder}/${file}`, `The file "${name}" is not read.`, name.replace(/\.\w+$/, ending)));
      }
  }
  return found;
}

/** A file at the top of a content folder that was meant to be its `site.yaml`. */
export function similarSiteFile({ files: named }: ContentNames): string | undefined {
  return named.find((name) => meantFile(name) === 'site.yaml');
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
