import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTickets } from '#io/import-tickets.ts';
import { readContent } from '#io/read-content.ts';
import { makeFolder } from '../folder.ts';
import { content } from '../tickets.ts';

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
  return {
    root,
    contentDir,
    async take(...names: string[]) {
      const result = await importTickets(
        names.map((name) => join(root, name)),
        { contentDir, library },
      );
      if (!result.imported) throw new Error(JSON.stringify(result.findings));
      return result.imported;
    },
    counts: async (source = 'zendesk') =>
      (await readFile(join(contentDir, `tickets/${source}.csv`), 'utf8')).trimEnd().split('\n').slice(1),
  };
}
