import { normalizeQuestion } from '#intake/searches/question.ts';
import type { SampleRow } from '#intake/tickets/words/sample.ts';
import type { GuardedSearch } from '#kb/content/guarded-searches.ts';
import type { Library } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { questionOf } from '../words/try-words.ts';
import type { JudgedQuestion } from './question.ts';
import type { GivenQuestion } from './read-questions.ts';
import type { EndedSearch } from './read-searches.ts';
import type { TicketTexts } from './read-ticket-texts.ts';

/** A question that an endpoint thinks customers would ask of an article. */
export interface GeneratedQuestion {
  locale: string;
  article: string;
  question: string;
}

/** Everything that says what customers ask. */
export interface QuestionSources {
  tickets: TicketTexts | undefined;
  searches: readonly EndedSearch[];
  guarded: readonly GuardedSearch[];
  given: readonly GivenQuestion[];
  generated: readonly GeneratedQuestion[];
}

/** A judged question, with what it was made of. */
export interface CollectedQuestion extends JudgedQuestion {
  ticket?: SampleRow;
  /** Who wrote the ticket, if that is known. */
  person?: string | undefined;
  search?: EndedSearch;
  generated?: GeneratedQuestion;
}

/** Two texts that start with this many equal letters count as the same. */
const TELLING = 60;

/**
 * The questions of one language whose right articles are known. Words are taken from one half of them only; the other
 * half shows whether they help. All that one person wrote is in the same half, and so is what was written alike.
 */
export function collectQuestions(locale: string, library: Library, sources: QuestionSources): CollectedQuestion[] {
  const articlesOf = articlesByTopic(library, locale);
  const isOwn = (id: string) => library.exact(locale, id) !== undefined;
  const tickets = (sources.tickets?.rows ?? []).flatMap((ticket): CollectedQuestion[] => {
    const right = articlesOf.get(ticket.topic);
    if (ticket.locale !== locale || !right) return [];
    const person = sources.tickets?.personOf(ticket);
    const text = questionOf(ticket.text);
    const set = 'tickets';
    return [{ set, text, right, group: ticket.topic, isSource: isSource(person ?? ticket.id), ticket, person }];
  });
  const said = new Set(tickets.flatMap(({ isSource, text }) => (isSource ? [lettersOf(text)] : [])));
  const searches = sources.searches
    .filter((search) => search.locale === locale && isOwn(search.article))
    .map((search): CollectedQuestion => {
      const { question: text, article } = search;
      return { set: 'searches', text, right: new Set([article]), group: article, isSource: isSource(text), search };
    });
  const guarded = sources.guarded
    .filter((search) => search.locale === locale)
    .map(({ question, article }): CollectedQuestion => held('guarded', question, [article]));
  const given = sources.given
    .filter((one) => one.locale === locale)
    .map(({ question, right }): CollectedQuestion => held('given', question, right));
  const generated = sources.generated
    .filter((one) => one.locale === locale)
    .map((one): CollectedQuestion => {
      const text = normalizeQuestion(one.question, locale);
      const { article } = one;
      const right = new Set([article]);
      return { set: 'generated', text, right, group: article, isSource: isSource(text), generated: one };
    });
  return [
    ...tickets.filter(({ isSource, text }) => isSource || !said.has(lettersOf(text))),
    ...searches,
    ...guarded,
    ...given,
    ...generated,
  ];
}

function held(set: JudgedQuestion['set'], text: string, right: readonly string[]): JudgedQuestion {
  return { set, text, right: new Set(right), group: right.join(' '), isSource: false };
}

/** Half of all names and texts, always the same. */
function isSource(name: string): boolean {
  return Number.parseInt(digest(name).slice(0, 2), 16) % 2 === 0;
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
    .slice(0, TELLING);
}

/** The ids of the articles on each topic that exist in a language. */
function articlesByTopic(library: Library, locale: string): Map<string, Set<string>> {
  const articles = new Map<string, Set<string>>();
  for (const { article, fallback } of library.shown(locale)) {
    if (fallback) continue;
    for (const topic of article.topics) articles.set(topic, (articles.get(topic) ?? new Set()).add(article.id));
  }
  return articles;
}
