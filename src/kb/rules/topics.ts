import { categoryKey } from '../content/topic.ts';
import { finding } from '../findings/finding.ts';
import { suggest } from '../findings/suggest.ts';
import type { Rule } from './rule.ts';

export const topicUnknown: Rule = function* ({ articles, topics, topicsUnread }) {
  if (topicsUnread) return;
  const known = topics.map(({ id }) => id);
  const all = new Set(known);
  for (const { path, topics: named, lines } of articles)
    for (const [index, id] of named.entries())
      if (!all.has(id))
        yield finding(
          'topic-unknown',
          { path, line: lines[`topics.${index}`] },
          `The topic "${id}" is not in topics.yaml.`,
          suggest(id, known, `add "${id}" to topics.yaml`),
        );
};

export const topicClaimedTwice: Rule = function* ({ topics }) {
  const owner = new Map<string, string>();
  for (const { id, categories } of topics)
    for (const category of categories) {
      const first = owner.get(categoryKey(category));
      if (first === id) continue;
      if (first !== undefined)
        yield finding(
          'topic-claimed-twice',
          { path: 'topics.yaml' },
          `The category "${category}" is listed under both "${first}" and "${id}".`,
          'Remove it from one of the two topics.',
        );
      else owner.set(categoryKey(category), id);
    }
};
