import { join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { referencePages } from './docs/reference.ts';
import { defineCommand } from './shared/command.ts';
import { loadCommands } from './shared/load-commands.ts';
import { nameOf } from './shared/paths.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'docs',
  start: 'node scripts/docs.ts',
  summary:
    'Write the reference pages that are made from the code to docs/articles/en/reference/. They are not kept in git.',
  details: '`npm ci` does this, and `npm run docs` then builds the documentation into dist-docs/.',
  options: {
    pictures: {
      about:
        'Take the pictures of the README instead, from dist/ and .reports/tickets.html (npm run build, then npm run tickets -- report --html .reports/tickets.html)',
    },
  },
  run: async ({ pictures }) => {
    if (pictures) {
      const { takePictures } = await import('./docs/pictures.ts');
      const files = await takePictures(join(engineDir, 'dist'), join(engineDir, '.reports/tickets.html'));
      process.stdout.write(`${files.map(nameOf).join('\n')}\n`);
      return 0;
    }
    const folder = join(engineDir, 'docs/articles/en/reference');
    await replaceFiles(
      [...referencePages(await loadCommands())].map(([name, text]) => [join(folder, name), text] as const),
    );
    process.stdout.write('Wrote the reference pages to docs/articles/en/reference/.\n');
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
