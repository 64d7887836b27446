import { join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';

// A program that replaces two files that belong together: `node replace-two-files.ts FOLDER`.
const [folder = ''] = process.argv.slice(2);
await replaceFiles(['a', 'b'].map((name) => [join(folder, name), 'new']));
