import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { mulberry32 } from '../sample-tickets/random.ts';

export interface MadeArticle {
  /** The id of the article. */
  path: string;
  title: string;
  body: string;
}

/** Articles as long as those of the sample, assembled from its paragraphs. They are always the same. */
export async function makeArticles(count: number): Promise<MadeArticle[]> {
  const sample = join(engineDir, 'content/articles/en');
  const paragraphs: string[] = [];
  for (const file of await listFiles(sample)) {
    if (!file.endsWith('.mdx')) continue;
    const text = (await readFile(join(sample, file), 'utf8')).split('\n---\n')[1] ?? '';
    paragraphs.push(...text.split(/\n\n+/).filter((block) => block.length > 80 && !/[<{#|[\]]|^\s*[-\d]/.test(block)));
  }
  const random = mulberry32(1);
  const pick = () => paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
  const words = (text: string) =>
    text
      .replace(/[^\p{L} ]/gu, '')
      .split(' ')
      .filter(Boolean)
      .slice(0, 5)
      .join(' ');
  return Array.from({ length: count }, (_, index) => ({
    path: `s${String(index % 40).padStart(2, '0')}/a${index}`,
    title: `${words(pick())} ${index}`,
    body: Array.from(
      { length: 5 },
      () => `## ${words(pick())}\n\n${pick()}\n\n${pick()}\n\n- ${words(pick())}\n- ${words(pick())}`,
    ).join('\n\n'),
  }));
}

export async function layOutContent(folder: string, articles: readonly MadeArticle[]): Promise<void> {
  await writeArticles(join(folder, 'articles/en'), articles);
  await writeFile(join(folder, 'site.yaml'), 'name: Bench\nlocales: [en]\ndefaultLocale: en\ntheme: plain\n');
}

export async function writeArticles(folder: string, articles: readonly MadeArticle[]): Promise<void> {
  for (const { path, title, body } of articles) {
    const file = join(folder, `${path}.mdx`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`);
  }
}
