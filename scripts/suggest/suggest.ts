import { resolve } from 'node:path';
import { indexSearch } from '#build/indexing/search-index.ts';
import { generalSynonyms } from '#build/language/general-synonyms.ts';
import { readArticleHtml } from '#io/content/article-html.ts';
import { readSearches } from '#io/content/read-searches.ts';
import { CategoryUnclear } from '#io/imports/count-tickets.ts';
import { ExportError } from '#io/imports/export-error.ts';
import { readSearchLog } from '#io/records/search-log.ts';
import { readVotes } from '#io/records/votes.ts';
import { askEndpoint, EndpointError } from '#io/suggest/ask-endpoint.ts';
import type { GeneratedQuestion, QuestionSources } from '#io/suggest/collect-questions.ts';
import { readGivenQuestions } from '#io/suggest/read-questions.ts';
import { readEndedSearches } from '#io/suggest/read-searches.ts';
import { readTicketTexts } from '#io/suggest/read-ticket-texts.ts';
import { suggestWords } from '#io/suggest/suggest.ts';
import { type Library, publishedLibrary } from '#kb/content/library.ts';
import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import type { Suggestions } from '#kb/tickets/measures/suggestion.ts';
import { contentFlag, shellQuoted } from '#kb/values/shell.ts';
import { unclearText } from '#report/imports/tickets-text.ts';
import { suggestionsText } from '#report/suggestions-text.ts';
import { readWithProgress } from '../shared/content-progress.ts';
import { failureText, NOTHING, Refusal, refuse } from '../shared/failures.ts';
import { callOf, namedContent } from '../shared/paths.ts';
import { showProgress } from '../shared/progress.ts';
import { writeSuggestions } from './write.ts';

export interface SuggestValues {
  export: readonly string[];
  from: string | undefined;
  searches: readonly string[];
  questions: string | undefined;
  with: string | undefined;
  model: string | undefined;
  locale: string | undefined;
  write: boolean;
  content: string;
  json: boolean;
}

/** Prints what is suggested, or writes it. @returns the exit code */
export async function runSuggest(values: SuggestValues, articles: readonly string[]): Promise<number> {
  const { content, write, json } = values;
  const { library: whole, findings } = await readWithProgress(content);
  if (!whole) return refuse(findings);
  const today = new Date().toISOString().slice(0, 10);
  const library = publishedLibrary(whole, 'public', today);
  const locales = localesOf(values.locale, library);
  mustBeKnown(articles, library);
  const [guarded, log, voted] = await Promise.all([readSearches(content), readSearchLog(content), readVotes(content)]);
  const unreadable = [...guarded.findings, ...log.findings, ...voted.findings];
  if (unreadable.length > 0) return refuse(unreadable);
  if (values.export.length + values.searches.length === 0 && values.questions === undefined && !values.with)
    throw new Refusal(
      `There is nothing to measure with. Name an export of your help desk with --export, a log with --searches, or questions with --questions. ${NOTHING}`,
    );
  const progress = showProgress();
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  const waiting = { onProgress: progress.show, signal: abort.signal };
  let found: Suggestions;
  try {
    const sources: QuestionSources = {
      tickets:
        values.export.length > 0
          ? await readTicketTexts(values.export, { ...waiting, contentDir: content, library, from: values.from })
          : undefined,
      searches: await readEndedSearches(values.searches, library, abort.signal),
      given: values.questions === undefined ? [] : await readGivenQuestions(resolve(values.questions), library),
      guarded: guarded.searches,
      generated: await generate(values, library, locales, articles, waiting),
    };
    found = await suggestWords({
      ...waiting,
      ...{ contentDir: content, library, sources, locales, makeIndex: indexSearch, generalSynonyms },
      only: articles.length > 0 ? new Set(articles) : undefined,
      missed: log.searched,
      votes: voted.votes,
    });
  } catch (error) {
    progress.clear();
    throw explained(error);
  }
  progress.clear();
  const isEmpty = found.articles.length + found.synonyms.length === 0;
  const changed = write && !isEmpty ? await writeSuggestions(content, found) : [];
  if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else
    process.stdout.write(
      `${[suggestionsText(found, write), ...ending(changed, isEmpty, values, articles)].join('\n')}\n`,
    );
  return 0;
}

function ending(
  changed: readonly string[],
  isEmpty: boolean,
  values: SuggestValues,
  articles: readonly string[],
): string[] {
  if (changed.length > 0)
    return [
      `Wrote ${changed.length === 1 ? changed[0] : `${changed.length} files`}. Read the change with \`git diff\` before you commit it.`,
      `Next: ${callOf('check', contentFlag(namedContent(values.content)))}`,
    ];
  if (isEmpty) return ['Nothing was changed.'];
  const given = (['export', 'from', 'searches', 'questions', 'with', 'model', 'locale'] as const).flatMap((name) => {
    const value = values[name];
    const list = typeof value === 'string' ? [value] : (value ?? []);
    return list.map((one) => ` --${name} ${shellQuoted(one)}`);
  });
  const all = [
    contentFlag(namedContent(values.content)),
    ...given,
    ' --write',
    ...articles.map((id) => ` ${shellQuoted(id)}`),
  ];
  return [`Nothing was changed. To write this into your content, run: ${callOf('suggest', all.join(''))}`];
}

function localesOf(named: string | undefined, { site }: Library): readonly string[] {
  if (named === undefined) return site.locales;
  if (!site.locales.includes(named))
    throw new Refusal(`The site has no language "${named}". Use one of ${site.locales.join(', ')}.`);
  return [named];
}

function mustBeKnown(articles: readonly string[], library: Library): void {
  const ids = new Set(library.articles.map(({ id }) => id));
  for (const id of articles) {
    if (ids.has(id)) continue;
    const near = nearest(id, ids);
    throw new Refusal(
      `There is no published article "${id}". ${near === undefined ? 'Use an id such as cards/order-a-card.' : didYouMean(near)} ${NOTHING}`,
    );
  }
}

/** Asks the endpoint about each article. Only what customers can read is sent. */
async function generate(
  { with: url, model, content }: SuggestValues,
  library: Library,
  locales: readonly string[],
  only: readonly string[],
  { onProgress, signal }: { onProgress: (doing: string, done?: number) => void; signal: AbortSignal },
): Promise<GeneratedQuestion[]> {
  if (url === undefined || model === undefined) return [];
  const endpoint = { url, model, key: process.env.OHJE_SUGGEST_KEY };
  const html = await readArticleHtml(content, locales);
  const articles = library.articles.filter(
    ({ id, locale }) => locales.includes(locale) && (only.length === 0 || only.includes(id)),
  );
  const questions: GeneratedQuestion[] = [];
  for (const [place, { id, locale, title, summary, path }] of articles.entries()) {
    onProgress('Asking the endpoint', place / articles.length);
    const text = (html.get(path) ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const question of await askEndpoint(endpoint, { locale, title, summary, text }, signal))
      questions.push({ locale, article: id, question });
  }
  return questions;
}

/** A failure that the user can fix, as a refusal that says how; anything else unchanged. */
function explained(error: unknown): unknown {
  if (error instanceof CategoryUnclear) return new Refusal(`${unclearText(error)}\n\n${NOTHING}`);
  if (error instanceof ExportError) return new Refusal(`${error.message}\n\n${NOTHING}`);
  if (error instanceof EndpointError) return new Refusal(`${error.message} ${NOTHING}`);
  if ((error as NodeJS.ErrnoException).code !== undefined) return new Refusal(`${failureText(error)} ${NOTHING}`);
  return error;
}
