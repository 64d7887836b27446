import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readContent } from '#io/content/read-content.ts';
import { readSearches } from '#io/content/read-searches.ts';
import { engineDir } from '#io/machine/engine.ts';
import type { Library } from '#kb/content/library.ts';
import { findingsText } from '#report/findings-text.ts';
import { failureText, Refusal } from '../shared/failures.ts';
import { layOutContent, makeArticles, questionsFrom } from './articles.ts';
import { parseQuestions, type Question } from './questions.ts';

export interface TestSetOptions {
  content: string;
  /** The folder of a built site. Without it, the site is built from the content. */
  dist?: string | undefined;
  /** A file of questions; by default those in searches.yaml. */
  questions?: string | undefined;
  theme?: string | undefined;
  /** How many articles to generate instead of using the content. */
  articles?: number | undefined;
}

/** The site and the questions that a search is measured with. */
export interface TestSet {
  library: Library;
  dist: string;
  questions: Question[];
}

const MADE_QUESTIONS = 100;

const run = promisify(execFile);

/** @param folder a temporary folder to build the site in, if needed */
export async function readTestSet(options: TestSetOptions, folder: string): Promise<TestSet> {
  const made = options.articles === undefined ? undefined : await makeArticles(options.articles);
  const content = made ? join(folder, 'content') : options.content;
  if (made) await layOutContent(content, made);
  const { library, findings } = await readContent(content);
  if (!library) throw new Refusal(findingsText(findings));
  const questions = made ? questionsFrom(made, MADE_QUESTIONS) : await readQuestions(options, library);
  const dist = options.dist === undefined ? join(folder, 'dist') : resolve(options.dist);
  if (options.dist === undefined) await build(content, options.theme, dist);
  return { library, dist, questions };
}

async function readQuestions({ content, questions }: TestSetOptions, library: Library): Promise<Question[]> {
  if (questions !== undefined) {
    const text = await readFile(questions, 'utf8').catch((error: unknown) => {
      throw new Refusal(`${questions} can't be opened: ${failureText(error)}`);
    });
    return parseQuestions(text, questions, library.site.defaultLocale);
  }
  const { searches, findings } = await readSearches(content);
  if (findings.length > 0) throw new Refusal(findingsText(findings));
  if (searches.length === 0)
    throw new Refusal(
      `There are no questions to ask. Add some to ${join(content, 'searches.yaml')}, or name a file with --questions.`,
    );
  return searches.map(({ question, locale, article }) => ({ query: question, locale, relevant: [article] }));
}

async function build(content: string, theme: string | undefined, out: string): Promise<void> {
  const words = ['--content', content, '--out', out, ...(theme === undefined ? [] : ['--theme', theme])];
  await runScript('build', words);
}

/** Runs one of our commands, and returns what it prints. */
export async function runScript(name: string, words: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [join(engineDir, 'scripts', `${name}.ts`), ...words], {
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    throw new Refusal(stderr.trim() || message);
  }
}
