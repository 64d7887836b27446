import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';

// A program that replaces three files that belong together, the last one by a draft that is written already:
// `node replace-together.ts FOLDER`.
const [folder = ''] = process.argv.slice(2);
const draft = join(folder, 'drafts/c');
await writeFile(draft, 'new');
await replaceFiles([
  ...['a', 'b'].map((name) => [join(folder, name), 'new'] as const),
  [join(folder, '.hidden/c'), { draft }],
]);
