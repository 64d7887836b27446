import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import type { ContentNames } from '#kb/rules/misnamed-files.ts';
import { compareText } from '#kb/values/text.ts';
import { isMissing, listEverything } from '../machine/files.ts';
import { unreadableFile } from './unreadable-file.ts';

/**
 * The files in one of the folders of a content folder, relative to that folder, sorted.
 *
 * @param code for folders that can't be read
 */
export async function listContent(
  dir: string,
  folder: string,
  code: Code,
): Promise<{ files: string[]; findings: Finding[] }> {
  const { files, links, failed } = await listEverything(join(dir, folder));
  const pathOf = (path: string) => (path === '' ? folder : `${folder}/${path}`);
  return {
    files,
    findings: [
      ...failed.map(({ path, error }) => unreadableFile(code, pathOf(path), error)),
      ...links.map((path) =>
        finding(
          'file-linked',
          { path: pathOf(path) },
          'This is a link to another file or folder, and links are not followed.',
          'Put the file itself here.',
        ),
      ),
    ],
  };
}

/** What is at the top of a content folder and below its folders, without hidden files. */
export async function listNames(dir: string): Promise<ContentNames> {
  const all = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const entries = all.filter(({ name }) => !name.startsWith('.'));
  const named = (kind: 'isFile' | 'isDirectory') =>
    entries.flatMap((entry) => (entry[kind]() ? [entry.name] : [])).sort(compareText);
  const folders = named('isDirectory');
  const listed = await Promise.all(
    folders
      // Counts and articles are many, and their names are checked elsewhere.
      .filter((name) => name !== 'articles' && name !== 'tickets')
      .map(async (name) => [name, (await listEverything(join(dir, name))).files] as const),
  );
  return { files: named('isFile'), folders, within: new Map(listed) };
}
