import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { takeSnapshot } from '#io/content/snapshot.ts';
import { engineDir } from '#io/machine/engine.ts';
import { Refusal } from '../../../shared/failures.ts';
import { chooseDistractors, readDistractors } from './distractors.ts';
import type { JudgedSet } from './judged-sets.ts';
import { type PlainArticle, writePlainArticles } from './plain-articles.ts';

/** The site and the questions that a search is measured with. */
export interface BuiltSet extends JudgedSet {
  /** The folder of the built site. */
  dist: string;
  /** How many articles of other collections were added. */
  distractors: number;
}

export interface SetBuildOptions {
  /** The folder of a site that is built already. */
  dist?: string | undefined;
  theme?: string | undefined;
  /** Folders of other collections, whose articles are added to each set. */
  distractors: readonly string[];
  /** How many of their articles to add; all if left out. */
  distractorCount?: number | undefined;
}

const run = promisify(execFile);

/**
 * Builds the site of a set as a company would, and a second one with articles of other collections if there are any.
 *
 * @param folder a temporary folder for the built sites
 */
export async function* buildSet(set: JudgedSet, options: SetBuildOptions, folder: string): AsyncGenerator<BuiltSet> {
  const { theme } = options;
  const others = options.distractors.length > 0 ? await distractorsFor(set, options) : [];
  const dist = options.dist === undefined ? join(folder, 'dist') : resolve(options.dist);
  if (options.dist === undefined) await build(set.content, theme, dist);
  yield { ...set, dist, distractors: 0 };
  if (others.length === 0) return;
  const more = join(folder, 'dist-more');
  const copy = await takeSnapshot(set.content);
  try {
    for (const [path, text] of copy.articles) await writeFile(join(copy.contentDir, path), text);
    await writePlainArticles(copy.contentDir, set.locale, 'other-articles', others);
    await build(copy.contentDir, theme, more);
  } finally {
    await copy.remove();
  }
  const questions = set.questions.filter(({ locale }) => locale === set.locale);
  yield { ...set, questions, dist: more, distractors: others.length };
}

async function distractorsFor(
  { locale }: JudgedSet,
  { distractors, distractorCount }: SetBuildOptions,
): Promise<PlainArticle[]> {
  const all: PlainArticle[] = [];
  for (const folder of distractors) all.push(...(await readDistractors(folder, locale)));
  return chooseDistractors(all, distractorCount);
}

async function build(content: string, theme: string | undefined, out: string): Promise<void> {
  const words = ['--content', content, '--out', out, ...(theme === undefined ? [] : ['--theme', theme])];
  try {
    await run(process.execPath, [join(engineDir, 'scripts/build.ts'), ...words], { maxBuffer: 256 * 1024 * 1024 });
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    throw new Refusal(stderr.trim() || message);
  }
}
