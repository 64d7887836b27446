import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mulberry32 } from '../shared/random.ts';

export interface MadeArticle {
  /** The id of the article. */
  path: string;
  title: string;
  body: string;
}

const syllables =
  'ba lo ri ten mar vi quo sel dra min po kath ul ser fen gro ta ni esh or pla cu wen jo str ach ile um dex ion'.split(
    ' ',
  );
const vocabularySize = 60_000;

/**
 * Articles whose words are as unevenly distributed as in a natural language: the word of rank r is about 1/r as frequent
 * as the first (Zipf, Human Behavior and the Principle of Least Effort, 1949). The same seed makes the same articles.
 */
export function makeArticles(count: number, seed = 1): MadeArticle[] {
  const random = mulberry32(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const vocabulary = makeVocabulary(between, () => pick(syllables));
  const word = () => vocabulary[Math.floor(vocabularySize ** random()) - 1] as string;
  const words = (low: number, high: number) => Array.from({ length: between(low, high) }, word).join(' ');
  const sentence = () => capitalize(`${words(6, 22)}.`);
  const paragraph = () => Array.from({ length: between(2, 5) }, sentence).join(' ');
  const list = (mark: string) => Array.from({ length: between(2, 6) }, () => `${mark} ${sentence()}`).join('\n');
  const row = () => `| ${words(1, 3)} | ${words(1, 3)} | ${words(1, 3)} |`;
  const section = (path: string) => {
    const blocks = [`## ${capitalize(words(2, 6))}`, ...Array.from({ length: between(1, 3) }, paragraph)];
    const kind = random();
    if (kind < 0.4) blocks.push(list('1.'));
    else if (kind < 0.65) blocks.push(list('-'));
    else if (kind < 0.73) blocks.push([row(), '| --- | --- | --- |', row(), row(), row()].join('\n'));
    if (random() < 0.3) blocks.push(`See [${words(2, 4)}](/${path}).`);
    return blocks.join('\n\n');
  };
  const paths = Array.from({ length: count }, (_, index) => `s${String(index % 40).padStart(2, '0')}/a${index}`);
  return paths.map((path, index) => ({
    path,
    title: `${capitalize(words(3, 7))} ${index}`,
    body: Array.from({ length: between(2, 5) }, () => section(pick(paths))).join('\n\n'),
  }));
}

function makeVocabulary(between: (low: number, high: number) => number, syllable: () => string): string[] {
  const words = new Set<string>();
  while (words.size < vocabularySize) words.add(Array.from({ length: between(2, 4) }, syllable).join(''));
  // Frequent words are short.
  return [...words].sort((a, b) => a.length - b.length);
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export async function layOutContent(folder: string, articles: readonly MadeArticle[]): Promise<void> {
  await writeArticles(join(folder, 'articles/en'), articles);
  await writeFile(
    join(folder, 'site.yaml'),
    'name: Bench\nlocales: [en]\ndefaultLocale: en\ntheme: plain\nurl: https://help.example.com/\n',
  );
}

export async function writeArticles(
  folder: string,
  articles: readonly MadeArticle[],
  extension = 'mdx',
): Promise<void> {
  for (const { path, title, body } of articles) {
    const file = join(folder, `${path}.${extension}`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`);
  }
}
