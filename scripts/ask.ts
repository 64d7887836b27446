import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { linesOf } from '#io/machine/lines.ts';
import { type BuiltIndex, openBuiltIndex } from '#io/search/open-index.ts';
import { type Answer, ask } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { explain } from '#search/explain.ts';
import type { Index } from '#search/search-index.ts';
import { explanationText } from './ask/explain-text.ts';
import { defineCommand } from './shared/command.ts';
import { Refusal, UsageError } from './shared/failures.ts';
import { restoreOut } from './shared/out-folder.ts';
import { showProgress } from './shared/progress.ts';
import { readCount } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

/** How many results are explained: as many as a reader looks at. */
const EXPLAINED = 3;

export const command = defineCommand({
  name: 'ask',
  summary: 'Search the built site from the terminal. The results are those of the search box.',
  usage: ['"QUESTION" [options]', '"QUESTION" --explain [--for ARTICLE]', '--batch FILE [options]'],
  details:
    'With --batch, each line of the file is {"query", "locale"}, and each line printed is {"query", "locale", "confidence", "state", "confident", "results": [{"id", "url", "title", "score"}]}.',
  arguments: {
    question: { placeholder: 'QUESTION', about: 'Question or words to search for', optional: true, repeat: true },
  },
  options: {
    locale: { value: 'LOCALE', about: 'Language of the reader', otherwise: 'the main language of the site' },
    dist: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
    k: { value: 'NUMBER', about: 'Maximum number of results', default: '10', read: readCount },
    json: { about: 'Print the answer as JSON' },
    explain: { about: 'Say why the first results are where they are' },
    for: { value: 'ARTICLE', about: 'With --explain, an article that should be found, and what it lacks' },
    batch: { value: 'FILE', about: 'JSON Lines file with many questions' },
  },
  examples: ['npm run ask -- "Where is my card?"', 'npm run ask -- --batch questions.jsonl --k 3'],
  run: async ({ locale: named, dist, k, json, batch, explain: why, for: article }, { question: words }) => {
    const question = words.join(' ').trim();
    if ((question === '') === (batch === undefined))
      throw new UsageError('Write either a question, or --batch with the name of a file.');
    if (article !== undefined && !why) throw new UsageError('Option --for needs --explain.');
    if (why && batch !== undefined) throw new UsageError('Option --explain needs a question, not --batch.');
    await restoreOut(dist);
    const built = await openBuiltIndex(resolve(dist));
    if (!built)
      throw new Refusal(
        `There is no search index in ${dist}. Run \`npm run build\` first, or name another folder with --dist.`,
      );
    const locale = named ?? built.mainLocale;
    if (batch !== undefined) return askAll(built, resolve(batch), locale, k);
    if (why) {
      const explanation = await explain(await indexOf(built, locale), question, EXPLAINED, article);
      process.stdout.write(json ? `${JSON.stringify(explanation)}\n` : explanationText(explanation));
      return 0;
    }
    const answer = await answerTo(built, question, locale, k);
    process.stdout.write(json ? `${JSON.stringify(record(question, locale, answer))}\n` : answerText(answer));
    return 0;
  },
});

async function indexOf(built: BuiltIndex, locale: string): Promise<Index> {
  const index = await built.open(locale);
  if (!index) throw new Refusal(`The site has no language "${locale}". Use one of ${built.locales.join(', ')}.`);
  return index;
}

async function answerTo(built: BuiltIndex, question: string, locale: string, limit: number): Promise<Answer> {
  return ask(await indexOf(built, locale), question, limit);
}

async function askAll(built: BuiltIndex, file: string, fallback: string, limit: number): Promise<number> {
  let number = 0;
  // On a terminal, the answers themselves show how far it is.
  const progress = process.stdout.isTTY ? undefined : showProgress();
  try {
    const all = progress && (await countLines(file));
    for await (const line of linesOf(createReadStream(file, 'utf8'))) {
      progress?.show('Answering', all && number / all, number);
      number++;
      if (line.trim() === '') continue;
      const { query, locale = fallback } = readLine(line, `${file}:${number}`);
      process.stdout.write(`${JSON.stringify(record(query, locale, await answerTo(built, query, locale, limit)))}\n`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal(`There is no file ${file}.`);
    throw error;
  } finally {
    progress?.clear();
  }
  return 0;
}

/** How many lines a file has; `undefined` if it can be read only once, such as a pipe. */
async function countLines(file: string): Promise<number | undefined> {
  if (!(await stat(file)).isFile()) return undefined;
  let count = 0;
  for await (const _ of linesOf(createReadStream(file, 'utf8'))) count++;
  return count;
}

function readLine(line: string, place: string): { query: string; locale?: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string')
      return value as { query: string; locale?: string };
  } catch {
    // Invalid JSON is reported below, like any other line that isn't a question.
  }
  throw new Refusal(`${place} isn't a question. Write lines such as {"query": "Where is my card?", "locale": "en"}.`);
}

function record(query: string, locale: string, { confidence, state, confident, results }: Answer) {
  return {
    query,
    locale,
    confidence: Number(confidence.toFixed(4)),
    state,
    confident,
    results: results.map(({ id, url, title, score }) => ({ id, url, title, score: Number(score.toFixed(4)) })),
  };
}

const introductions: Readonly<Record<AnswerState, string>> = {
  answer: '',
  closest: 'The closest articles, which might not answer the question:\n',
  nothing: 'No answer found. Other articles:\n',
};

function answerText({ state, results }: Answer): string {
  if (results.length === 0) return 'No answer found.\n';
  const lines = results.map(
    ({ title, id, section }, index) => `${String(index + 1).padStart(2)}. ${title}\n    ${section} · ${id}`,
  );
  return `${introductions[state]}${lines.join('\n')}\n`;
}

if (import.meta.main) await runCommand(command);
