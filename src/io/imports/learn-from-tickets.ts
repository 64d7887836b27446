import { MIN_DAYS_PER_WORD, MIN_REQUESTERS, MIN_TICKETS_PER_WORD } from '#intake/tickets/count.ts';
import type { TicketText } from '#intake/tickets/words/learn-words.ts';
import { samePeople } from '#intake/tickets/words/same-people.ts';
import type { SampleRow } from '#intake/tickets/words/sample.ts';
import { type LearnedWords, learnedAnew, replaceLearned } from '#kb/content/learned-words.ts';
import type { Library } from '#kb/content/library.ts';
import type { LearnedLocale } from '#kb/tickets/imports/learned-locale.ts';
import { type Analysis, analysisFor } from '#search/analysis.ts';
import { readArticleHtml } from '../content/article-html.ts';
import { type Lesson, openLearner } from '../words/learn-beside.ts';
import { type MakeIndex, tryWords } from '../words/try-words.ts';
import { ExportError } from './export.ts';
import type { ProgressOptions } from './progress.ts';

export interface LearnFromTicketsOptions extends ProgressOptions {
  contentDir: string;
  /** What is published, with the words learned before. */
  library: Library;
  makeIndex: MakeIndex;
  /** Whether the tickets are only the changed or selected ones: topics with words keep theirs. */
  isPart: boolean;
}

/** One ticket in this many is held back to test the words learned from the rest. */
const HELD_BACK = 5n;
/** A test with fewer tickets says nothing. */
const FEWEST_ASKED = 20;

/**
 * Learns the words of customers from their tickets, and measures how much they help with tickets that were held back.
 *
 * @returns the words of all languages and topics, including those that the tickets do not cover
 */
export async function learnFromTickets(
  sample: readonly SampleRow[],
  { contentDir, library, makeIndex, isPart, onProgress, signal }: LearnFromTicketsOptions,
): Promise<{ learned: LearnedWords; locales: LearnedLocale[] }> {
  const { site, topics } = library;
  const old = library.learned ?? new Map();
  const spoken = site.locales.filter((locale) => sample.some((row) => row.locale === locale));
  const html = await readArticleHtml(contentDir, [...new Set([...spoken, site.defaultLocale])]);
  const step = (doing: string, done: number) => {
    if (signal?.aborted) throw new ExportError('The import was interrupted.');
    onProgress?.(doing, done);
  };
  const learner = openLearner(sample.length);
  try {
    step('Learning words', 0);
    const held: SampleRow[] = [];
    const [rest, all]: [Lesson[], Lesson[]] = [[], []];
    for (const locale of spoken) {
      const rows = sample.filter((row) => row.locale === locale);
      const options = {
        published: publishedKeys(library, locale, html, await analysisFor(locale)),
        minRequesters: rows.some(({ requester }) => requester !== null) ? MIN_REQUESTERS : MIN_TICKETS_PER_WORD,
        minDays: MIN_DAYS_PER_WORD,
        struckOut: new Map(
          [...(old.get(locale) ?? [])].map(([topic, words]) => [
            topic,
            [...words].flatMap(([word, weight]) => (weight === 0 ? [word] : [])),
          ]),
        ),
      };
      const { kept, back } = holdBack(rows);
      held.push(...back);
      rest.push({ locale, tickets: toTexts(kept), options });
      all.push({ locale, tickets: toTexts(rows), options });
    }
    const [learnRest, learnAll] = [learner.begin(rest), learner.begin(all)];
    const partly = await learnRest((done) => step('Learning words', done));
    // Meanwhile, the other thread learns from all tickets.
    step('Testing the words', 0);
    const trials = await tryWords(held, partly, library, html, makeIndex, (done) => step('Testing the words', done));
    const whole = await learnAll((done) => step('Learning words', done));
    return {
      learned: replaceLearned(
        old,
        isPart ? learnedAnew(old, whole) : whole,
        site.locales,
        topics.map(({ id }) => id),
      ),
      locales: spoken.map((locale) => {
        const ofTopics = whole.get(locale) ?? new Map<string, Map<string, number>>();
        const written = new Set(sample.flatMap((row) => (row.locale === locale ? row.topic : [])));
        const trial = trials.find((one) => one.locale === locale);
        return {
          locale,
          topics: [...ofTopics.values()].filter(({ size }) => size > 0).length,
          words: [...ofTopics.values()].reduce((sum, { size }) => sum + size, 0),
          tooFew: [...written].filter((topic) => !ofTopics.has(topic)).length,
          ...(trial && trial.asked >= FEWEST_ASKED && { trial }),
        };
      }),
    };
  } finally {
    await learner.close();
  }
}

/** Without requesters, each ticket counts as a person, and the threshold is higher. */
function toTexts(rows: readonly SampleRow[]): TicketText[] {
  const named = rows.some(({ requester }) => requester !== null);
  const person = samePeople(rows.map(({ requester, mail }) => [requester, mail]));
  return rows.map(({ topic, id, requester, day, text }) => ({
    topic,
    requester: named ? (requester === null ? undefined : person(requester)) : id,
    day,
    text,
  }));
}

/** Two tickets that start with this many equal characters count as the same. */
const TELLING = 60;

/** A ticket that says the same as one used for learning would prove nothing, so it isn't held back. */
function holdBack(rows: readonly SampleRow[]): { kept: SampleRow[]; back: SampleRow[] } {
  const isHeld = ({ id }: SampleRow) => BigInt(id) % HELD_BACK === 0n;
  const kept = rows.filter((row) => !isHeld(row));
  const said = new Set(kept.map(({ text }) => lettersOf(text)));
  return { kept, back: rows.filter((row) => isHeld(row) && !said.has(lettersOf(row.text))) };
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
    .slice(0, TELLING);
}

function publishedKeys(
  library: Library,
  locale: string,
  html: ReadonlyMap<string, string>,
  analysis: Analysis,
): Set<string> {
  const keys = new Set<string>();
  for (const { article } of library.shown(locale)) {
    const text = [article.title, article.summary, ...article.aliases, html.get(article.path)?.replace(/<[^>]*>/g, ' ')];
    for (const { key } of analysis.terms(text.join('\n'))) keys.add(key);
  }
  return keys;
}
