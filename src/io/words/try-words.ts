import { join } from 'node:path';
import type { SampleRow } from '#intake/tickets/words/sample.ts';
import { TOP_ANSWERS } from '#kb/content/guarded-searches.ts';
import type { LearnedWords } from '#kb/content/learned-words.ts';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import type { WordTrial } from '#kb/tickets/imports/learned-locale.ts';
import { makeLocale } from '#kb/values/locale.ts';
import { rankPages } from '#search/ask.ts';
import { withoutLearned } from '#search/learned-fields.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';
import { openBuiltIndex } from '../search/open-index.ts';

export type MakeIndex = (
  library: Library,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  folder: string,
) => Promise<unknown>;

/** More questions wouldn't change the result. */
const MOST_ASKED = 400;
/** A question is a sentence or two. */
const MOST_WORDS = 40;

/**
 * Searches for the texts of tickets, without and with learned words, in a temporary index.
 *
 * @param held tickets that weren't used for learning
 * @param html the HTML of articles by their paths
 */
export async function tryWords(
  held: readonly SampleRow[],
  learned: LearnedWords,
  library: Library,
  html: ReadonlyMap<string, string>,
  makeIndex: MakeIndex,
  onAsked: (share: number) => void,
): Promise<WordTrial[]> {
  const locales = [...learned.keys()].filter((locale) => library.shown(locale).length > 0).map(makeLocale);
  if (held.length === 0 || locales.length === 0) return [];
  const { path: folder, remove } = await makeTemporaryFolder();
  try {
    const htmlOf = async ({ article }: ShownArticle) => html.get(article.path) ?? '';
    await makeIndex({ ...library, locales, learned }, htmlOf, join(folder, 'pagefind'));
    const built = await openBuiltIndex(folder);
    const trials: WordTrial[] = [];
    for (const [place, { tag: locale }] of locales.entries()) {
      const index = await built?.open(locale);
      if (!index) continue;
      const articlesOf = topicArticles(library, locale);
      const own = held.filter((ticket) => ticket.locale === locale);
      const askable = own.filter(({ topic }) => articlesOf.has(topic)).slice(0, MOST_ASKED);
      const trial: WordTrial = {
        locale,
        asked: askable.length,
        withoutArticle: own.filter(({ topic }) => !articlesOf.has(topic)).length,
        before: { first: 0, seen: 0 },
        after: { first: 0, seen: 0 },
      };
      for (const [number, { text, topic }] of askable.entries()) {
        const question = questionOf(text);
        for (const [tally, asked] of [
          [trial.before, withoutLearned(index)],
          [trial.after, index],
        ] as const) {
          const { best } = await rankPages(asked, question, TOP_ANSWERS);
          const right = best.map(({ page }) => articlesOf.get(topic)?.has(page.id) ?? false);
          if (right[0]) tally.first++;
          if (right.includes(true)) tally.seen++;
        }
        onAsked((place + number / askable.length) / locales.length);
      }
      trials.push(trial);
    }
    return trials;
  } finally {
    await remove();
  }
}

/** The ids of the articles that readers of a language find, by topic. */
export function topicArticles(library: Library, locale: string): Map<string, Set<string>> {
  const articles = new Map<string, Set<string>>();
  for (const { article } of library.shown(locale))
    for (const topic of article.topics) articles.set(topic, (articles.get(topic) ?? new Set()).add(article.id));
  return articles;
}

// Help desks often take the subject from the first words of the message.
export function questionOf(text: string): string {
  const end = text.indexOf('\n');
  const [subject, message] = end < 0 ? ['', text] : [text.slice(0, end), text.slice(end + 1)];
  const whole = message.startsWith(subject) ? message : text;
  return whole.split(/\s+/).slice(0, MOST_WORDS).join(' ');
}
