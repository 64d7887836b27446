import { join } from 'node:path';
import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { listEverything } from '../machine/files.ts';
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
