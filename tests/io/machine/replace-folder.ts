import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimFolder } from '#io/machine/claim-folder.ts';

// A program that replaces a folder as a build does: `node replace-folder.ts FOLDER TEXT [renames]`.
const [folder = '', text = '', how] = process.argv.slice(2);
const claim = how === 'renames' ? await claimFolder(folder, async () => false) : await claimFolder(folder);
for (const name of ['a', 'b', 'c']) await writeFile(join(claim.draft, name), text);
await claim.replace();
await claim.release();
