import { resolve } from 'node:path';
import { isLocaleTag } from '#kb/values/locale.ts';
import { defineCommand } from '../../shared/command.ts';
import { UsageError } from '../../shared/failures.ts';
import { showProgress } from '../../shared/progress.ts';
import { readCount } from '../../shared/read-values.ts';

const SETS = 'Judged sets';
const OUTPUT = 'Output';

export const benchSearchCommand = defineCommand({
  name: 'search',
  summary:
    'What the search finds, how fast, and how many bytes it loads, next to Pagefind, lunr, MiniSearch, FlexSearch, Orama and a tuned BM25F.',
  usage: ['[options]', '--set DIR [options]', '--articles NUMBER'],
  details:
    'By default, it asks the questions in searches.yaml. With --set, it measures judged sets instead: folders as BEIR has them (corpus.jsonl, queries.jsonl, qrels/test.tsv), or content folders with searches.yaml or questions.jsonl. With --articles, it generates articles and uses some of their sentences as questions.',
  options: {
    content: { value: 'DIR', about: 'Content folder', otherwise: 'content' },
    dist: { value: 'DIR', about: 'Folder of a built site', otherwise: 'a temporary build' },
    questions: {
      value: 'FILE',
      about:
        'JSON Lines file with other questions: {"query", "locale", "relevant": ["id", …]}. An empty list means that no article answers it',
    },
    theme: { value: 'NAME', about: 'Theme to build with' },
    articles: { value: 'NUMBER', about: 'How many articles to generate', read: readCount },
    'no-browser': {
      about: 'Only measure what is found: no times and bytes of Ohje, and no Pagefind, whose script needs a browser',
    },
    set: { value: 'DIR', about: 'BEIR folder or content folder to measure with', repeat: true, group: SETS },
    locale: {
      value: 'LOCALE',
      about: 'Language of the BEIR folders, or one for each set in the same order',
      otherwise: 'en',
      repeat: true,
      read: readLocale,
      group: SETS,
    },
    split: { value: 'NAME', about: 'Which judgments: qrels/NAME.tsv', otherwise: 'test, or qrels.tsv', group: SETS },
    distractors: {
      value: 'DIR',
      about: 'Also measure with the articles of this BEIR folder or content folder added',
      repeat: true,
      group: SETS,
    },
    'distractor-count': {
      value: 'NUMBER',
      about: 'How many of them to add',
      otherwise: 'all',
      read: readCount,
      group: SETS,
    },
    'off-topic': {
      value: 'FILE',
      about: 'Questions that no article answers: a JSON Lines file or a BEIR folder',
      repeat: true,
      group: SETS,
    },
    json: { about: 'Print the results as JSON, with the rank of every question', group: OUTPUT },
    against: { value: 'FILE', about: 'Compare with an earlier run that --json printed', group: OUTPUT },
  },
  examples: [
    'npm run bench -- search',
    'npm run bench -- search --set wixqa --set swefaq --locale en --locale sv',
    'npm run bench -- search --set wixqa --distractors techqa --distractor-count 5000',
    'npm run bench -- search --articles 500',
  ],
  run: async (given) => {
    mustGoTogether(given);
    const { 'no-browser': noBrowser, 'distractor-count': distractorCount, 'off-topic': offTopic } = given;
    const { content, json, against, ...others } = given;
    const [{ benchSearch }, { againstRun, readRun, runRecord }, { searchReport }] = await Promise.all([
      import('./bench-search.ts'),
      import('./results/run-file.ts'),
      import('./results/search-report.ts'),
    ]);
    const earlier = against === undefined ? undefined : await readRun(against);
    const progress = showProgress();
    const languages = await benchSearch(
      { ...others, offTopic, distractorCount, browser: !noBrowser, content: resolve(content ?? 'content') },
      progress.show,
    ).finally(progress.clear);
    const differences = earlier && againstRun(languages, earlier);
    process.stdout.write(
      json
        ? `${JSON.stringify({ ...runRecord(languages), ...(differences && { against: differences }) })}\n`
        : searchReport(languages, differences && { file: against ?? '', differences }),
    );
    return 0;
  },
});

interface Given {
  content: string | undefined;
  dist: string | undefined;
  questions: string | undefined;
  theme: string | undefined;
  articles: number | undefined;
  set: readonly string[];
  locale: readonly string[];
  split: string | undefined;
  distractors: readonly string[];
  'distractor-count': number | undefined;
}

/** @throws UsageError if two options can't be used together, or one needs another */
function mustGoTogether(given: Given): void {
  const has = (name: keyof Given) => {
    const value = given[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const clash = (one: keyof Given, names: readonly (keyof Given)[]) => {
    const other = has(one) ? names.find(has) : undefined;
    if (other) throw new UsageError(`Use either --${other} or --${one}.`);
  };
  clash('articles', ['content', 'dist', 'questions', 'theme', 'set', 'distractors']);
  clash('set', ['content', 'dist', 'questions']);
  const needs = (one: keyof Given, other: keyof Given) => {
    if (has(one) && !has(other)) throw new UsageError(`--${one} needs --${other}.`);
  };
  needs('locale', 'set');
  needs('split', 'set');
  needs('distractor-count', 'distractors');
}

function readLocale(text: string, label: string): string {
  if (!isLocaleTag(text)) throw new UsageError(`${label} is "${text}". Use a language code such as en or fi.`);
  return text;
}
