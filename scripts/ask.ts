import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { linesOf } from '#io/machine/lines.ts';
import { type BuiltIndex, openBuiltIndex } from '#io/search/open-index.ts';
import { type Answer, ask } from '#search/ask.ts';
import { command, Refusal, UsageError, wholeOption } from './shared/command.ts';

const usage = `
Asks the built help center as a customer would, and prints what the search box would show.

  npm run ask -- "question" [--locale L] [--dist DIR] [--k 10] [--json]
  npm run ask -- --batch FILE.jsonl [--dist DIR] [--k 10]

  --locale L      the language of the reader (en)
  --dist DIR      the folder of the built site (dist)
  --k NUMBER      how many results at the most (10)
  --json          one answer as JSON
  --batch FILE    one {"query", "locale"} a line in, one
                  {"query", "locale", "confident", "results": [{"id", "url", "title", "score"}]} a line out
`;

await command(
  usage,
  {
    locale: { type: 'string' },
    dist: { type: 'string' },
    k: { type: 'string' },
    json: { type: 'boolean' },
    batch: { type: 'string' },
  },
  async ({ locale = 'en', dist = 'dist', k = '10', json, batch }, words) => {
    const limit = wholeOption('k', k);
    const question = words.join(' ').trim();
    if ((question === '') === (batch === undefined))
      throw new UsageError('Name either a question or a file with --batch.');
    const built = await openBuiltIndex(resolve(dist));
    if (!built)
      throw new Refusal(
        `There is no search index in ${dist}. Run \`npm run build\` first, or name the folder with --dist.`,
      );
    if (batch !== undefined) return askAll(built, resolve(batch), locale, limit);
    const answer = await answerTo(built, question, locale, limit);
    process.stdout.write(json ? `${JSON.stringify(record(question, locale, answer))}\n` : text(answer));
    return 0;
  },
);

async function answerTo(built: BuiltIndex, question: string, locale: string, limit: number): Promise<Answer> {
  const index = await built.open(locale);
  if (!index) throw new Refusal(`There is nothing in "${locale}" here. Use one of ${built.locales.join(', ')}.`);
  return ask(index, question, limit);
}

async function askAll(built: BuiltIndex, file: string, fallback: string, limit: number): Promise<number> {
  let number = 0;
  try {
    for await (const line of linesOf(createReadStream(file, 'utf8'))) {
      number++;
      if (line.trim() === '') continue;
      const { query, locale = fallback } = readLine(line, `${file}:${number}`);
      process.stdout.write(`${JSON.stringify(record(query, locale, await answerTo(built, query, locale, limit)))}\n`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal(`There is no file ${file}.`);
    throw error;
  }
  return 0;
}

function readLine(line: string, place: string): { query: string; locale?: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string')
      return value as { query: string; locale?: string };
  } catch {
    // Said below, as for every line that is no question.
  }
  throw new Refusal(`${place} is no question. Write lines such as {"query": "Where is my card?", "locale": "en"}.`);
}

function record(query: string, locale: string, { confident, results }: Answer) {
  return {
    query,
    locale,
    confident,
    results: results.map(({ id, url, title, score }) => ({ id, url, title, score: Number(score.toFixed(4)) })),
  };
}

function text({ confident, results }: Answer): string {
  if (results.length === 0) return 'Nothing fits these words.\n';
  const lines = results.map(
    ({ title, id, section }, index) => `${String(index + 1).padStart(2)}. ${title}\n    ${section} · ${id}`,
  );
  return `${confident ? '' : 'Not sure; these come nearest:\n'}${lines.join('\n')}\n`;
}
