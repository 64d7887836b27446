import { alignColumns } from '#report/layout/align-columns.ts';
import { againstPeers, type Comparison, withDistractors } from './comparison.ts';
import { confidenceLines, confidenceNote } from './confidence-text.ts';
import { differenceLines, differenceNote } from './difference-text.ts';
import { type EngineResult, type LanguageResult, labelOf } from './language-result.ts';
import { percentile, type Scores, score } from './scores.ts';

interface Row extends Scores {
  label: string;
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
titles, the stemmer and the stop words of the language, aliases and summaries. Pagefind gets the
pages as they are. BM25F has its values tuned on the other half of the questions, which no other
engine has.`;

/**
 * All results, as plain text.
 *
 * @param earlier differences from an earlier run, and the name of its file
 */
export function searchReport(
  languages: readonly LanguageResult[],
  earlier?: { file: string; differences: readonly Comparison[] },
): string {
  const rows = languages.map((language) => language.engines.map((engine) => rowOf(language, engine)));
  const articles = languages.map((one) => `${labelOf(one)} ${one.articles.toLocaleString('en')}`).join(', ');
  const more = withDistractors(languages);
  return [
    `Articles: ${articles}`,
    ...noteLines(languages),
    '',
    ...alignColumns([
      ['set', 'engine', 'questions', 'top 1', 'top 3', 'MRR@10', 'no result', 'ms', 'ms p95', 'KB', ''],
      ...rows
        .flat()
        .map((row) => [
          row.label,
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
    'Ohje minus each other engine',
    '',
    ...differenceLines(againstPeers(languages), 'engine'),
    '',
    'Ohje divided by each other engine',
    '',
    ...alignColumns([['set', 'engine', 'MRR@10', 'ms', 'ms p95', 'KB', ''], ...rows.flatMap(ratios)]),
    ...(more.length > 0
      ? ['', 'With articles of other collections, minus without them', '', ...differenceLines(more, 'engine')]
      : []),
    ...(earlier ? ['', `Now minus ${earlier.file}`, '', ...earlierLines(earlier.differences)] : []),
    '',
    ...confidenceLines(languages),
    ...setApart(languages.flatMap(browserLines)),
    ...setApart(languages.flatMap(configurationLines)),
    '',
    notes,
    differenceNote,
    confidenceNote,
    '',
  ].join('\n');
}

function earlierLines(differences: readonly Comparison[]): string[] {
  return differences.length === 0 ? ['No question is in both.'] : differenceLines(differences, 'engine');
}

/** What was left out of each set. */
function noteLines(languages: readonly LanguageResult[]): string[] {
  return languages.flatMap((one) => (one.distractors > 0 ? [] : one.notes.map((note) => `${labelOf(one)}: ${note}`)));
}

function setApart(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

/** How engines were configured for a set. */
function configurationLines(language: LanguageResult): string[] {
  return language.engines.flatMap(({ name, note }) =>
    note === undefined ? [] : [`${labelOf(language)} ${name}: ${note}.`],
  );
}

function rowOf(language: LanguageResult, { name, found, ms, cold, bytes }: EngineResult): Row {
  const times = known(ms);
  return {
    label: labelOf(language),
    engine: name,
    ...score(language.questions, found),
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
    peer.label,
    peer.engine,
    ratio(({ mrr }) => mrr, peer),
    ratio(({ median }) => median, peer),
    ratio(({ p95 }) => p95, peer),
    ratio(({ bytes }) => bytes, peer),
    '',
  ]);
}

/** What only a browser can measure. */
function browserLines(language: LanguageResult): string[] {
  return language.engines.flatMap(({ name, cold, first, ms }) => {
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
      `${labelOf(language)} ${name}: first question of a visit ${kb(50, 'packed')} KB (at most ${kb(100, 'packed')}; ${kb(50, 'plain')} if the host doesn't compress) ` +
        `in ${digits(percentile(coldMs, 50), 0)} ms (at most ${digits(percentile(coldMs, 100), 0)}); ` +
        `later questions with index files to load ${digits(percentile(known(first), 50), 1)} ms (95th percentile ${digits(percentile(known(first), 95), 1)})` +
        `${missing > 0 ? `; ${missing} of ${times.length} answers didn't come` : ''}.`,
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
