import { join } from 'node:path';
import type { ImportedSite, Loss } from '#intake/articles/imported-site.ts';
import { listFiles, readText } from '#io/machine/files.ts';

const LIST = /^redirectFrom:\n((?: {2}- .*\n)+)/m;

function frontOf(text: string): string {
  return /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
}

/** The old addresses of an article as they are written, one for each line of the list. */
function addressLines(text: string): string[] {
  return LIST.exec(frontOf(text))?.[1]?.trimEnd().split('\n') ?? [];
}

function keyOf(line: string): string {
  return line
    .replace(/^ *- */, '')
    .replace(/^["']|["']$/g, '')
    .replace(/(?:\/index\.html)?\/*$/, '')
    .toLowerCase();
}

/**
 * An import without the old addresses that articles from elsewhere in the content folder have: an address leads to one
 * article, and the one that is here already keeps it.
 *
 * @param own paths of what this source wrote before
 */
export async function withFreeAddresses(
  target: string,
  imported: ImportedSite,
  own: ReadonlySet<string>,
): Promise<ImportedSite> {
  const theirs = new Set(imported.files.map(({ path }) => path));
  const taken = new Map<string, string>();
  for (const path of await listFiles(join(target, 'articles'))) {
    const article = `articles/${path}`;
    if (!path.endsWith('.mdx') || theirs.has(article) || own.has(article)) continue;
    taken.set(article.replace(/^articles|\.mdx$/g, '').toLowerCase(), article);
    for (const line of addressLines((await readText(join(target, article))) ?? '')) taken.set(keyOf(line), article);
  }
  const losses: Loss[] = [];
  const files = imported.files.map((file) => {
    const lines = addressLines(file.text);
    const free = lines.filter((line) => {
      const holder = taken.get(keyOf(line));
      if (holder !== undefined)
        losses.push({
          path: file.path,
          what: `The old address ${line.replace(/^ *- */, '')} already leads to ${holder}, so it doesn't redirect here.`,
        });
      return holder === undefined;
    });
    if (free.length === lines.length) return file;
    const list = free.length === 0 ? '' : `redirectFrom:\n${free.map((line) => `${line}\n`).join('')}`;
    const front = frontOf(file.text);
    return { ...file, text: front.replace(LIST, () => list) + file.text.slice(front.length) };
  });
  return losses.length === 0 ? imported : { ...imported, files, losses: [...imported.losses, ...losses] };
}
