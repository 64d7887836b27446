import { type Finding, finding } from '../findings/finding.ts';
import { suggest } from '../findings/suggest.ts';
import type { Rule } from './rule.ts';

/** Everything that `widget.pages` in site.yaml names must exist. */
export const widgetUnknown: Rule = function* (library) {
  const { site, articles, topics, topicsUnread, unread } = library;
  const ids = [...new Set(articles.map(({ id }) => id))];
  const topicIds = topics.map(({ id }) => id);
  const sections = [...new Set(articles.map(({ section }) => section))];
  for (const { match, articles: named, topics: about, section } of site.widget.pages) {
    for (const id of named) if (!ids.includes(id) && !unread.has(id)) yield unknown(match, 'article', id, ids);
    for (const id of about) if (!topicsUnread && !topicIds.includes(id)) yield unknown(match, 'topic', id, topicIds);
    if (section !== undefined && !library.hasSection(section)) yield unknown(match, 'section', section, sections);
  }
};

function unknown(match: string, type: string, id: string, known: readonly string[]): Finding {
  return finding(
    'widget-unknown',
    { path: 'site.yaml' },
    `"widget" shows the ${type} "${id}" on "${match}", but there is no ${type} with that id.`,
    suggest(id, known, 'remove it'),
  );
}
