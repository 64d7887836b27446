import { setImmediate } from 'node:timers/promises';
import { countFailedWords, type FailedWords } from '#intake/tickets/replay/failed-words.ts';
import type { Library } from '#kb/content/library.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { Replay, ReplayRow } from '#kb/tickets/records/replay.ts';
import { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { daysBetween } from '#kb/values/day.ts';
import { compareText } from '#kb/values/text.ts';
import { isWrittenOnPage } from '#search/learned-fields.ts';
import type { Index } from '#search/search-index.ts';
import { pagesWith } from '#search/vocabulary.ts';
import { readTicketSources } from '../../records/ticket-sources.ts';
import { compareFound, type KnownAnswer } from '../../search/ask-known.ts';
import type { BuiltIndex } from '../../search/open-index.ts';
import { mustBeDated } from '../check-dates.ts';
import { countTickets, noTicketsError } from '../count-tickets.ts';
import { ExportError, type OpenExport } from '../export.ts';
import type { ReadTickets } from '../export-query.ts';
import { articleNames, checkFormat, knownWords, sumOf } from '../import-tickets.ts';
import type { ProgressOptions } from '../progress.ts';
import { withExports } from '../tidy-csv.ts';
import { type LocalQuestion, openAsker } from './ask-in-threads.ts';
import { chooseTickets, groupTickets, type TicketQuestion } from './read-questions.ts';
import { sortGroups } from './replay-groups.ts';
import { type AskableGroup, tallyReplay } from './tally-replay.ts';

/** How many questions are asked between two reports of progress. */
const AT_ONCE = 500;
const MOST_WORDS = 20;
/** Of each topic, words that its articles lack, and how many are looked up for them. */
const MOST_OF_TOPIC = 5;
const MOST_LOOKED_UP = 20;

export interface ReplayOptions extends ProgressOptions {
  contentDir: string;
  /** What is published. */
  library: Library;
  /** The built site, and other sites to ask the same. */
  sites: readonly [BuiltIndex, ...BuiltIndex[]];
  /** The name of the source; by default, the name of the format. */
  from?: string | undefined;
  /** By the clock, `YYYY-MM-DD`. */
  today?: string | undefined;
  /** How many tickets are asked at most. */
  most: number;
  /** Whether to list words that fail. */
  words: boolean;
}

/** A replay for each site, or findings if tickets.yaml can't be read. */
export type ReplayResult = { replays: Replay[] } | { replays: undefined; findings: Finding[] };

/**
 * Searches built sites for the tickets of exports, each in the customer's own words, and counts the answers.
 * Nothing is written, and nothing of a text is kept but words that many people used.
 *
 * @throws ExportError, CategoryUnclear
 */
export async function replayTickets(paths: readonly string[], options: ReplayOptions): Promise<ReplayResult> {
  try {
    return await withExports(paths, options, (files) => replayFiles(files, options));
  } catch (error) {
    // What reads the export calls itself an import, and threads that are stopped fail in their own way.
    if (options.signal?.aborted) throw new ExportError('The replay was interrupted.');
    throw error;
  }
}

async function replayFiles(files: readonly OpenExport[], options: ReplayOptions): Promise<ReplayResult> {
  const { contentDir, library } = options;
  const name = options.from ?? files[0]?.format.name ?? '';
  const { sources, findings } = await readTicketSources(contentDir);
  if (findings.length > 0) return { replays: undefined, findings };
  const source = sources[name] ?? TicketSource.parse({});
  for (const file of files) checkFormat(file, source, files[0]);
  const paths = files.map(({ path }) => path).join(', ');
  let replays: Replay[] | undefined;
  await countTickets(files, {
    ...options,
    site: library.site,
    name,
    source,
    words: knownWords(library.topics, source),
    shown: [],
    articles: articleNames(library.articles),
    async read(reading) {
      mustBeDated(paths, reading.counted, sumOf(reading.counted.counts));
      if (reading.counted.counts.length === 0) throw noTicketsError(files);
      replays = await replayCounted(paths, reading, source, options);
    },
  });
  return { replays: replays ?? [] };
}

async function replayCounted(
  paths: string,
  reading: ReadTickets,
  source: TicketSource,
  options: ReplayOptions,
): Promise<Replay[]> {
  const { library, sites, most, signal } = options;
  const { site, topics } = library;
  reading.onStep('Looking for the right articles');
  const claims = topics.flatMap(({ id, categories }) => categories.map((category) => [category, id] as const));
  const groups = await groupTickets(reading, { site, source, topics: claims, signal });
  const sorted = sortGroups(groups, library, (locale) => sites[0].locales.includes(locale));
  const { chosen, questions } = await chooseTickets(reading, sorted.askable, most, signal);
  const main = new Map<string, Index | undefined>();
  for (const locale of new Set(sorted.askable.map((group) => group.locale)))
    main.set(locale, await sites[0].open(locale));
  const tallies = sites.map(() => tallyReplay());
  const words = new Map<string, FailedWords>();
  const expected = sumUp(chosen);
  let asked = 0;
  let read = 0;
  const asker = openAsker(
    sites.map(({ dist }) => dist),
    expected,
  );
  // While the answers to some tickets are counted, the next are asked.
  let counted = Promise.resolve();
  try {
    for await (const part of questions) {
      for (let start = 0; start < part.length; start += AT_ONCE) {
        // With all that is asked in memory, nothing else would let signals and the progress display in.
        await setImmediate();
        if (signal?.aborted) throw new ExportError('The replay was interrupted.');
        reading.onStep('Searching', (read + start) / expected);
        const tickets = part.slice(start, start + AT_ONCE).flatMap(({ place, ...ticket }) => {
          const group = sorted.askable[place];
          return group && ticket.texts.length > 0 ? [{ group, ticket }] : [];
        });
        asked += tickets.length;
        const answers = asker.ask(tickets.map(({ group, ticket }) => questionOf(group, ticket.texts)));
        const before = counted;
        counted = answers.then((all) => {
          for (const [index, { group, ticket }] of tickets.entries()) {
            const own = (all[index] ?? []).map((found) => compareFound(found, group.known));
            for (const [site, answer] of own.entries()) tallies[site]?.add(group, answer);
            const failed = !isFound(own[0]);
            if (options.words) countWords(words, group, ticket, { failed, index: main.get(group.locale), reading });
          }
        });
        // What fails is thrown when it is waited for.
        counted.catch(() => {});
        await before;
      }
      read += part.length;
    }
    await counted;
  } finally {
    await asker.close();
  }
  if (expected > 0 && asked === 0)
    throw new ExportError(
      `${paths}: The tickets have no subject and no message, so there is nothing to ask.\n  Export them with their texts.`,
    );
  const days = daysOf(reading.counted.counts.map(({ day }) => day));
  const { read: rowsRead, duplicates, noDate, noId, leftOut } = reading.counted;
  const rows: Record<ReplayRow, number> = {
    asked,
    notAsked: sumUp(sorted.askable.map(({ tickets }) => tickets)) - expected,
    noText: expected - asked,
    ...sorted.rows,
    leftOut: sumUp(Object.values(leftOut)),
    noDate,
    noId,
  };
  const replays = tallies.map(
    (tally): Replay => ({
      version: 1,
      days,
      tickets: rowsRead - duplicates,
      rows,
      answers: tally.answers(),
      topics: tally.topics(sorted.askable, days),
      articles: tally.articles(),
      missing: sorted.missing,
      words: [],
    }),
  );
  for (const [locale, failed] of words) await addWords(replays[0], locale, failed, main.get(locale));
  return replays;
}

function questionOf({ locale }: AskableGroup, texts: readonly string[]): LocalQuestion {
  return { locale, question: texts.join('\n') };
}

function isFound(answer: KnownAnswer | undefined): boolean {
  return answer?.kind === 'first' || answer?.kind === 'amongThree';
}

function countWords(
  words: Map<string, FailedWords>,
  { topic, locale }: AskableGroup,
  { texts, ...ticket }: Omit<TicketQuestion, 'place'>,
  { failed, index, reading }: { failed: boolean; index: Index | undefined; reading: ReadTickets },
): void {
  if (!index) return;
  const { analysis, vocabulary } = index;
  const counter =
    words.get(locale) ??
    countFailedWords(
      analysis,
      reading.counted.requesters,
      (key) => pagesWith(vocabulary, key) > 0,
      (key) => vocabulary.isStopWord(key),
    );
  words.set(locale, counter);
  counter.add({ ...ticket, topic, text: texts.join('\n'), failed });
}

/** Adds the words of one language to a replay: those that fail most, and those that the articles of each topic lack. */
async function addWords(
  replay: Replay | undefined,
  locale: string,
  failed: FailedWords,
  index: Index | undefined,
): Promise<void> {
  if (!replay || !index) return;
  for (const { word, tickets, of } of failed.list().slice(0, MOST_WORDS))
    replay.words.push({ locale, word, tickets, of });
  for (const topic of replay.topics.filter((one) => one.locale === locale))
    for (const { key, word } of failed.list(topic.topic ?? '').slice(0, MOST_LOOKED_UP)) {
      if (topic.words.length === MOST_OF_TOPIC) break;
      if (!(await isOnPages(index, key, topic.articles))) topic.words.push(word);
    }
}

async function isOnPages(index: Index, key: string, articles: readonly string[]): Promise<boolean> {
  for (const hit of (await index.find(key)).filter(isWrittenOnPage))
    if (articles.includes((await hit.load()).id)) return true;
  return false;
}

function daysOf(days: readonly string[]): Replay['days'] {
  const sorted = [...days].sort(compareText);
  const [first = ''] = sorted;
  const last = sorted.at(-1) ?? '';
  return { first, last, number: daysBetween(first, last) + 1 };
}

function sumUp(numbers: Iterable<number>): number {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum;
}
