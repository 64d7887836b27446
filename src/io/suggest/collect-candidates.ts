import { MIN_DAYS_PER_WORD, MIN_REQUESTERS, MIN_TICKETS_PER_WORD } from '#intake/tickets/count.ts';
import { type Phrase, typicalPhrases, type WrittenText } from '#intake/tickets/words/phrases.ts';
import type { Library } from '#kb/content/library.ts';
import { nearestArticle } from '#kb/content/nearest-article.ts';
import type { WordOrigin } from '#kb/tickets/measures/suggestion.ts';
import { MIN_SEARCHES, type SearchedQuestion } from '#kb/tickets/records/search-log.ts';
import type { Index } from '#search/search-index.ts';
import type { AliasCandidate } from './choose-aliases.ts';
import type { CollectedQuestion } from './collect-questions.ts';

/** So many names are tried for each subject. */
const MOST_TRIED = 30;
/** A longer search is a question, not a name. */
const MOST_WORDS = 7;

export interface CandidateOptions {
  locale: string;
  library: Library;
  index: Index;
  /** Whether the tickets say who wrote. */
  named: boolean;
  /** The keys of all words of the articles. */
  published: ReadonlySet<string>;
  /** Searches without a result. */
  missed: readonly SearchedQuestion[];
}

/**
 * What articles could be called, from the half of the questions that words are taken from.
 *
 * @param values what the search answers today, by the place of the question
 */
export function collectCandidates(
  questions: readonly CollectedQuestion[],
  values: readonly number[],
  { locale, library, index, named, published, missed }: CandidateOptions,
): AliasCandidate[] {
  const { analysis, vocabulary } = index;
  const options = { analysis, published, isStopWord: vocabulary.isStopWord };
  const rightOf = new Map(questions.map(({ group, right }) => [group, right]));
  const { tickets, searches } = writtenTexts(questions, values);
  const found: AliasCandidate[] = [];
  const add = (article: string, alias: string, from: WordOrigin, people: number) =>
    found.push({ article, alias, from, people, failing: people });
  for (const [place, { isSource, text, search, generated }] of questions.entries()) {
    if (!isSource || (values[place] ?? 0) > 0) continue;
    if (search) add(search.article, text, 'searches', search.times);
    if (generated) add(generated.article, text, 'endpoint', 0);
  }
  const nearest = nearestArticle(library);
  for (const { question, misses } of missed) {
    const article = misses >= MIN_SEARCHES ? nearest(question, locale) : undefined;
    if (article !== undefined) add(article, question, 'searches', misses);
  }
  const addPhrases = (phrases: ReadonlyMap<string, readonly Phrase[]>, from: WordOrigin) => {
    for (const [group, of] of phrases) {
      const articles = [...(rightOf.get(group) ?? [])];
      const most = Math.ceil(MOST_TRIED / Math.max(1, articles.length));
      for (const { text, people, failing } of of.slice(0, most))
        for (const article of articles) found.push({ article, alias: text, from, people, failing });
    }
  };
  addPhrases(typicalPhrases(tickets, { ...options, ...leastUse(named) }), 'tickets');
  addPhrases(typicalPhrases(searches, { ...options, ...LEAST_SEARCHED }), 'searches');
  return withoutKnown(found, library, locale, index);
}

/** How many people must use a word from tickets, and on how many days. */
export function leastUse(named: boolean): { minPeople: number; minDays: number } {
  return { minPeople: named ? MIN_REQUESTERS : MIN_TICKETS_PER_WORD, minDays: MIN_DAYS_PER_WORD };
}

/** The same for a word from searches: a log doesn't say who searched. */
export const LEAST_SEARCHED = { minPeople: MIN_SEARCHES, minDays: 1 };

/** What customers wrote, with the subject of each text. */
export function writtenTexts(
  questions: readonly CollectedQuestion[],
  values: readonly number[],
): { tickets: WrittenText[]; searches: WrittenText[] } {
  const tickets: WrittenText[] = [];
  const searches: WrittenText[] = [];
  for (const [place, { isSource, group, text, ticket, person, search }] of questions.entries()) {
    const asked = { group, person, failing: (values[place] ?? 0) === 0, isHeld: !isSource };
    if (ticket) tickets.push({ ...asked, day: ticket.day, text: ticket.text });
    if (search) searches.push({ ...asked, day: '', text, times: search.times });
  }
  return { tickets, searches };
}

/** Without the names that articles have already, and those that come twice. */
function withoutKnown(
  candidates: readonly AliasCandidate[],
  library: Library,
  locale: string,
  { analysis }: Index,
): AliasCandidate[] {
  const taken = new Set(
    library.shown(locale).flatMap(({ article: { title, aliases } }) => [title, ...aliases].map(analysis.lettersOf)),
  );
  const seen = new Set<string>();
  return candidates.filter(({ article, alias }) => {
    const letters = analysis.lettersOf(alias);
    const key = `${article}\n${letters}`;
    if (taken.has(letters) || seen.has(key) || alias.split(/\s+/).length > MOST_WORDS) return false;
    seen.add(key);
    return library.exact(locale, article) !== undefined;
  });
}
