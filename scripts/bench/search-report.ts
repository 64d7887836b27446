import { alignColumns } from '#report/layout/align-columns.ts';
import type { ColdAnswer } from './browser-page.ts';
import type { Question } from './questions.ts';
import { percentile, type Scores, score, share } from './scores.ts';

/** What an engine did with the questions of a language. */
export interface EngineResult {
  name: string;
  /** Ids of articles for each question, best first. */
  found: string[][];
  /** Milliseconds to the answer of a question asked before; `undefined` if none came. */
  ms: (number | undefined)[];
  /** The same for the first time, in a browser, which may have to load index files. */
  first?: (number | undefined)[] | undefined;
  /** The first answer of each visit. */
  cold?: ColdAnswer[] | undefined;
  /** The size of an index that has to be loaded as a whole. */
  bytes?: number | undefined;
}

export interface LanguageResult {
  locale: string;
  articles: number;
  questions: readonly Question[];
  /** Whether Ohje was confident about its answer to each question. */
  confident: boolean[];
  /** Ohje first. */
  engines: EngineResult[];
}

interface Row extends Scores {
  locale: string;
  engine: string;
  median: number | undefined;
  p95: number | undefined;
  bytes: number | undefined;
}

const notes = `Top 1, top 3 and no result are percentages of the questions that have an answer. MRR@10 is the mean
reciprocal rank of the first right article in the top ten. Ohje and Pagefind (its own script and
defaults, five results, without its interface) are timed in a browser, from the last letter of the
question to the answer on the page, without the pause the search box makes while you type, and on
questions asked once before. The others are timed in Node. KB is what has to be loaded, with text
compressed by gzip. For a browser, it is everything after the search gets focus, with an empty cache,
for a whole sentence (median of up to 12). For the others, it is their whole index without their
script. All engines get the text of the pages. Engines that support it also get a boost of 3 for
titles, the stemmer of the language, aliases and summaries. Pagefind gets the pages as they are.`;

/** All results, as plain text. */
export function searchReport(languages: readonly LanguageResult[]): string {
  const rows = languages.flatMap((language) => language.engines.map((engine) => rowOf(language, engine)));
  const articles = languages.map(({ locale, articles }) => `${locale} ${articles.toLocaleString('en')}`).join(', ');
  return [
    `Articles: ${articles}`,
    '',
    ...alignColumns([
      ['language', 'engine', 'questions', 'top 1', 'top 3', 'MRR@10', 'no result', 'ms', 'ms p95', 'KB', ''],
      ...rows.map((row) => [
        row.locale,
        row.engine,
        row.questions.toLocaleString('en'),
        percent(row.top1),
        percent(row.top3),
        row.mrr.toFixed(3),
        percent(row.none),
        digits(row.median, 2),
        digits(row.p95, 2),
        digits(kilobytes(row.bytes), 0),
        '',
      ]),
    ]),
    '',
    'Ohje divided by each other engine',
    '',
    ...alignColumns([
      ['language', 'engine', 'top 1', 'top 3', 'MRR@10', 'ms', 'ms p95', 'KB', ''],
      ...languages.flatMap(({ locale }) => ratios(rows.filter((row) => row.locale === locale))),
    ]),
    '',
    ...languages.flatMap(browserLines),
    ...confidenceLines(languages),
    '',
    notes,
    '',
  ].join('\n');
}

function rowOf({ locale, questions }: LanguageResult, { name, found, ms, cold, bytes }: EngineResult): Row {
  const times = known(ms);
  return {
    locale,
    engine: name,
    ...score(questions, found),
    median: percentile(times, 50),
    p95: percentile(times, 95),
    bytes:
      bytes ??
      percentile(
        (cold ?? []).map((answer) => answer.bytes.packed),
        50,
      ),
  };
}

function ratios([ours, ...peers]: readonly Row[]): string[][] {
  const ratio = (value: (row: Row) => number | undefined, peer: Row) => {
    const [a, b] = [ours && value(ours), value(peer)];
    return a === undefined || !b ? '' : (a / b).toFixed(2);
  };
  return peers.map((peer) => [
    peer.locale,
    peer.engine,
    ratio(({ top1 }) => top1, peer),
    ratio(({ top3 }) => top3, peer),
    ratio(({ mrr }) => mrr, peer),
    ratio(({ median }) => median, peer),
    ratio(({ p95 }) => p95, peer),
    ratio(({ bytes }) => bytes, peer),
    '',
  ]);
}

/** What only a browser can measure. */
function browserLines({ locale, engines }: LanguageResult): string[] {
  return engines.flatMap(({ name, cold, first, ms }) => {
    if (!cold || !first) return [];
    const kb = (hundredths: number, how: 'packed' | 'plain') =>
      digits(
        kilobytes(
          percentile(
            cold.map(({ bytes }) => bytes[how]),
            hundredths,
          ),
        ),
        0,
      );
    const coldMs = known(cold.map((answer) => answer.ms));
    const times = [...cold.map((answer) => answer.ms), ...first, ...ms];
    const missing = times.length - known(times).length;
    return [
      `${locale} ${name}: first question of a visit ${kb(50, 'packed')} KB (at most ${kb(100, 'packed')}; ${kb(50, 'plain')} if the host doesn't compress) ` +
        `in ${digits(percentile(coldMs, 50), 0)} ms (at most ${digits(percentile(coldMs, 100), 0)}); ` +
        `later questions with index files to load ${digits(percentile(known(first), 50), 1)} ms (95th percentile ${digits(percentile(known(first), 95), 1)})` +
        `${missing > 0 ? `; ${missing} of ${times.length} answers didn't come` : ''}.`,
    ];
  });
}

function confidenceLines(languages: readonly LanguageResult[]): string[] {
  return languages.flatMap(({ locale, questions, confident, engines: [ours] }) => {
    const all = questions.map(({ relevant }, index) => ({
      open: relevant.length === 0,
      unsure: confident[index] === false,
      seen: ours?.found[index]?.slice(0, 3).some((id) => relevant.includes(id)) ?? false,
    }));
    const answerable = all.filter(({ open }) => !open);
    const unanswerable = all.filter(({ open }) => open);
    const found = answerable.filter(({ seen }) => seen);
    const unsure = (some: typeof all) =>
      `${percent(share(some, (one) => one.unsure))}% of ${some.length.toLocaleString('en')}`;
    return [
      `${locale} Ohje is not confident: ${unanswerable.length > 0 ? `${unsure(unanswerable)} unanswerable questions, ` : ''}` +
        `${unsure(answerable)} answerable ones, ${unsure(found)} with a right article in the top 3.`,
    ];
  });
}

function known(times: readonly (number | undefined)[]): number[] {
  return times.filter((time) => time !== undefined);
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}

function kilobytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 1000;
}

function digits(value: number | undefined, decimals: number): string {
  return value === undefined ? '' : value.toFixed(decimals);
}
