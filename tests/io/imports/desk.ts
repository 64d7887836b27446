import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '#io/content/read-content.ts';
import { importTickets } from '#io/imports/import-tickets.ts';
import { makeFolder } from '../../folder.ts';
import { content } from '../../tickets.ts';

/**
 * A content folder with an importer of the exports that lie beside it.
 *
 * @param sources the lines below `sources:` in tickets.yaml
 */
export async function desk(files: Record<string, string | Uint8Array>, sources = '') {
  const root = await makeFolder({
    ...content,
    ...(sources === '' ? {} : { 'content/tickets.yaml': `sources:\n  ${sources}\n` }),
    ...files,
  });
  const contentDir = join(root, 'content');
  const { library } = await readContent(contentDir);
  if (!library) throw new Error('The content of the test is wrong.');
  const lines = async (path: string) => (await readFile(join(contentDir, path), 'utf8')).trimEnd().split('\n');
  const takeAs = async (kind: 'full' | 'changed' | undefined, ...names: string[]) => {
    const paths = names.map((name) => join(root, name));
    const result = await importTickets(paths, { contentDir, library, kind, today: '2026-11-20' });
    if (!result.imported) throw new Error(JSON.stringify(result.findings));
    return result.imported;
  };
  return {
    root,
    contentDir,
    take: (...names: string[]) => takeAs(undefined, ...names),
    takeAs,
    /** The lines of the counts that every form of the export has. */
    async counts(source = 'zendesk') {
      const [header = '', ...rows] = await lines(`tickets/${source}.csv`);
      const told = header.split(',').length - 'day,locale,category,tickets'.split(',').length;
      return rows.map((row) => row.replace(new RegExp(`(?:,\\d*){${told}}$`), ''));
    },
    /** All of the counts, with their first line. */
    whole: (source = 'zendesk') => lines(`tickets/${source}.csv`),
    links: async (source = 'zendesk') => (await lines(`tickets/links/${source}.csv`)).slice(1),
  };
}
