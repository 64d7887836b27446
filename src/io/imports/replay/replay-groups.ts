import type { TicketGroup } from '#intake/tickets/replay/asked-sql.ts';
import type { Library } from '#kb/content/library.ts';
import type { Replay, ReplayRow } from '#kb/tickets/records/replay.ts';
import { topicArticles } from '../../words/try-words.ts';
import type { AskableGroup } from './tally-replay.ts';

/** Groups of tickets, by whether they can be asked. */
export interface SortedGroups {
  askable: AskableGroup[];
  /** Tickets that can't be asked. */
  rows: Record<Extract<ReplayRow, 'missingArticle' | 'noTopic' | 'otherLanguage'>, number>;
  missing: Replay['missing'];
}

/**
 * Finds the right articles of tickets: those of their topic, and those that their replies link.
 *
 * @param isIndexed whether the site has an index of a language
 */
export function sortGroups(
  groups: readonly TicketGroup[],
  library: Library,
  isIndexed: (locale: string) => boolean,
): SortedGroups {
  const { locales } = library.site;
  const ofTopics = new Map(locales.map((locale) => [locale, topicArticles(library, locale)]));
  const namesOf = articleIds(library);
  const sorted: SortedGroups = {
    askable: [],
    rows: { missingArticle: 0, noTopic: 0, otherLanguage: 0 },
    missing: [],
  };
  for (const group of groups) {
    const { locale, topic, articles, tickets } = group;
    const ofTopic = [...(ofTopics.get(locale)?.get(topic) ?? [])];
    const linked = articles.split(' ').filter((id) => id !== '' && library.find(locale, id) !== undefined);
    const right = [...new Set([...ofTopic, ...linked])];
    if (group.foreign || !isIndexed(locale)) sorted.rows.otherLanguage += tickets;
    else if (right.length > 0)
      sorted.askable.push({ ...group, ofTopic, right, known: new Set(right.flatMap((id) => namesOf.get(id) ?? id)) });
    else if (topic === '') sorted.rows.noTopic += tickets;
    else {
      sorted.rows.missingArticle += tickets;
      const before = sorted.missing.find((one) => one.topic === topic && one.locale === locale);
      if (before) before.tickets += tickets;
      else sorted.missing.push({ topic, locale, tickets });
    }
  }
  sorted.missing.sort((a, b) => b.tickets - a.tickets);
  return sorted;
}

/** The id of each article with those it had before, as an older build of the site knows them. */
function articleIds({ articles, site }: Library): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, redirectFrom } of articles) {
    const before = redirectFrom.map((address) => {
      const path = address.replace(/^\/|\/$/g, '');
      const locale = site.locales.find((tag) => path.startsWith(`${tag}/`));
      return locale === undefined ? path : path.slice(locale.length + 1);
    });
    ids.set(id, [...(ids.get(id) ?? [id]), ...before]);
  }
  return ids;
}
