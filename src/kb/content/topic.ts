import { z } from 'zod';
import { LocalText } from '../values/local-text.ts';
import { wordKey } from '../values/word-key.ts';

/** `content/topics.yaml`: maps the help desk's categories to our topics. */
export const TopicsFile = z.strictObject({
  topics: z
    .record(
      z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lowercase letters, digits and hyphens in a topic id.'),
      z.strictObject({
        title: LocalText.optional().describe('What the topic is called in reports, once or per language.'),
        categories: z
          .array(z.string().min(1))
          .default([])
          .describe('The help desk’s categories for this topic, spelled exactly as in its export.'),
      }),
    )
    .describe('Topic ids, each with its ticket categories.'),
});

export type TopicsFile = z.output<typeof TopicsFile>;

/** What customers ask about, in our own words. */
export interface Topic {
  id: string;
  title?: LocalText | undefined;
  /** The help desk's categories, as exported. */
  categories: readonly string[];
}

/** The topic that each ticket category belongs to. See {@link categoryKey}. */
export function topicOfCategory(topics: Iterable<Topic>): (category: string) => string | undefined {
  const owner = new Map<string, string>();
  for (const topic of topics) for (const category of topic.categories) owner.set(categoryKey(category), topic.id);
  return (category) => owner.get(categoryKey(category));
}

/** What categories are compared by, whatever their case, width or encoding. */
export const categoryKey: (category: string) => string = wordKey;
