import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const siteYaml = 'name: Pilvi\nlocales: [en, fi]\ndefaultLocale: en\n';

/** An article file with the given front matter lines after its title. */
export function articleText(body = 'Open **Cards**.', lines = ''): string {
  return `---\ntitle: Order a card\n${lines}---\n\n${body}\n`;
}

/** A folder with these files, gone when the test is over. */
export async function makeFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'ohje-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
