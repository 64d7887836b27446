import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { stringify as writeYaml } from 'yaml';
import { readContent } from '#io/content/read-content.ts';
import { readSearches } from '#io/content/read-searches.ts';
import type { Library } from '#kb/content/library.ts';
import { findingsText } from '#report/findings-text.ts';
import { failureText, Refusal, UsageError } from '../../../shared/failures.ts';
import { layOutContent, makeArticles } from '../../articles.ts';
import { readBeir } from './beir.ts';
import { questionsFrom } from './made-questions.ts';
import { plainArticle, writePlainArticles } from './plain-articles.ts';
import { parseQuestions, type Question } from './questions.ts';

/** Questions about the articles of a content folder. */
export interface JudgedSet {
  /** Empty for the company's own content. */
  name: string;
  /** The folder that was named, absolute. */
  source: string;
  content: string;
  /** The content that a company wrote, with aliases and summaries; `undefined` for collections without them. */
  library?: Library | undefined;
  /** The language that is measured with other articles added. */
  locale: string;
  questions: readonly Question[];
  /** What was left out, as sentences. */
  notes: readonly string[];
}

export interface JudgedSetOptions {
  content: string;
  /** A file of questions; by default those in searches.yaml. */
  questions?: string | undefined;
  /** How many articles to generate instead of using the content. */
  articles?: number | undefined;
  /** Folders of judged sets to use instead of the content. */
  set: readonly string[];
  /** Their languages: one for all, or one for each. */
  locale: readonly string[];
  split?: string | undefined;
}

const MADE_QUESTIONS = 100;

/**
 * Everything to measure with.
 *
 * @param folder a temporary folder for articles that aren't in a content folder yet
 */
export async function readJudgedSets(options: JudgedSetOptions, folder: string): Promise<JudgedSet[]> {
  const { set, locale, split } = options;
  if (locale.length > 1 && locale.length !== set.length)
    throw new UsageError('Name one --locale for all sets, or one for each --set, in the same order.');
  if (set.length === 0)
    return [options.articles === undefined ? await ownSet(options) : await madeSet(options, folder)];
  const sets: JudgedSet[] = [];
  for (const [number, dir] of set.entries()) {
    const name =
      set.filter((other) => basename(resolve(other)) === basename(resolve(dir))).length > 1
        ? dir
        : basename(resolve(dir));
    const language = locale[number] ?? locale[0] ?? 'en';
    if (existsSync(join(dir, 'corpus.jsonl')))
      sets.push(await beirSet(dir, name, { locale: language, split, content: join(folder, `set-${number}`) }));
    else if (existsSync(join(dir, 'site.yaml'))) {
      const file = join(dir, 'questions.jsonl');
      const content = resolve(dir);
      sets.push({ ...(await ownSet({ content, questions: existsSync(file) ? file : undefined })), name });
    } else
      throw new Refusal(
        existsSync(dir)
          ? `${dir} has neither a corpus.jsonl nor a site.yaml. Name a BEIR folder (corpus.jsonl, queries.jsonl, qrels/test.tsv) or a content folder.`
          : `There is no folder ${dir}.`,
      );
  }
  return sets;
}

async function beirSet(
  dir: string,
  name: string,
  { locale, split, content }: { locale: string; split: string | undefined; content: string },
): Promise<JudgedSet> {
  const { articles, questions, notes } = await readBeir(dir, split);
  const ids = await writePlainArticles(content, locale, 'articles', articles.map(plainArticle));
  const idOf = new Map(articles.map(({ _id }, number) => [_id, ids[number] ?? '']));
  const site = { name, locales: [locale], defaultLocale: locale, theme: 'plain' };
  await writeFile(join(content, 'site.yaml'), writeYaml(site));
  return {
    ...{ name, source: resolve(dir), content, locale, notes },
    questions: questions.map(({ text, relevant }) => ({
      query: text,
      locale,
      relevant: relevant.flatMap((one) => idOf.get(one) ?? []),
    })),
  };
}

async function madeSet({ articles }: JudgedSetOptions, folder: string): Promise<JudgedSet> {
  const made = makeArticles(articles ?? 0);
  const content = join(folder, 'content');
  await layOutContent(content, made);
  return {
    name: '',
    source: content,
    content,
    locale: 'en',
    questions: questionsFrom(made, MADE_QUESTIONS),
    notes: [],
  };
}

async function ownSet({ content, questions }: Pick<JudgedSetOptions, 'content' | 'questions'>): Promise<JudgedSet> {
  const { library, findings } = await readContent(content);
  if (!library) throw new Refusal(findingsText(findings));
  const locale = library.site.defaultLocale;
  const asked = questions === undefined ? await questionsOf(content) : await readQuestions(questions, locale);
  return { name: '', source: content, content, library, locale, questions: asked, notes: [] };
}

async function questionsOf(content: string): Promise<Question[]> {
  const { searches, findings } = await readSearches(content);
  if (findings.length > 0) throw new Refusal(findingsText(findings));
  if (searches.length === 0)
    throw new Refusal(
      `There are no questions to ask. Add some to ${join(content, 'searches.yaml')}, or name a file with --questions.`,
    );
  return searches.map(({ question, locale, article }) => ({ query: question, locale, relevant: [article] }));
}

/** Questions in a file of our own format. */
export async function readQuestions(file: string, fallback: string): Promise<Question[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refusal(`${file} can't be opened: ${failureText(error)}`);
  });
  return parseQuestions(text, file, fallback);
}
