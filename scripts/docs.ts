import { join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { referencePages } from './docs/reference.ts';
import { command, nameOf, UsageError } from './shared/command.ts';

const usage = `
Writes the pages of the reference that are made from the code into docs/articles/en/reference/.
They are not kept in git.

  node scripts/docs.ts

\`npm ci\` does this, and \`npm run docs\` then builds the documentation into dist-docs/.

  --pictures   take the pictures of the README instead, from dist/ and .reports/tickets.html
               (npm run build, then npm run tickets -- report --html .reports/tickets.html)
`;

await command(usage, { pictures: { type: 'boolean' } }, async ({ pictures }, words) => {
  if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
  if (pictures) {
    const { takePictures } = await import('./docs/pictures.ts');
    const files = await takePictures(join(engineDir, 'dist'), join(engineDir, '.reports/tickets.html'));
    process.stdout.write(`${files.map(nameOf).join('\n')}\n`);
    return 0;
  }
  const folder = join(engineDir, 'docs/articles/en/reference');
  await replaceFiles([...referencePages()].map(([name, text]) => [join(folder, name), text] as const));
  process.stdout.write('Wrote the reference pages to docs/articles/en/reference/.\n');
  return 0;
});
