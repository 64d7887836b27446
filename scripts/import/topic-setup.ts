import { join } from 'node:path';
import { parse } from 'yaml';
import type { TopicSetup } from '#intake/articles/write/proposed-topics.ts';
import { readText } from '#io/machine/files.ts';
import { readCounts } from '#io/records/counts.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { compareText } from '#kb/values/text.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';
import { readMemory } from './memory.ts';

function topicsIn(text: string | undefined): TopicsFile['topics'] | undefined {
  if (text === undefined) return {};
  try {
    return TopicsFile.safeParse(parse(text)).data?.topics;
  } catch {
    return undefined;
  }
}

/**
 * What topics are proposed with: the topics that people wrote in the content folder, and the categories of its tickets.
 * An import that proposed topics once does it again, so it finds what it wrote.
 *
 * @param memory the file of the import before this one
 * @returns nothing if no topics are wanted
 * @throws a refusal if topics.yaml can't be read
 */
export async function topicSetup(isWanted: boolean, target: string, memory: string): Promise<TopicSetup | undefined> {
  const before = topicsIn((await readMemory(memory)).texts.get('topics.yaml')) ?? {};
  if (!isWanted && Object.keys(before).length === 0) return undefined;
  const topics = topicsIn(await readText(join(target, 'topics.yaml')));
  if (!topics) throw new Refusal(`${join(target, 'topics.yaml')} can't be read. Run the check to see why. ${NOTHING}`);
  const existing = Object.entries(topics).filter(([id]) => !Object.hasOwn(before, id));
  const { counts } = await readCounts(target);
  return {
    existing: existing.map(([id, topic]) => ({ id, ...topic })),
    categories: [...new Set(counts.map(({ category }) => category))].sort(compareText),
  };
}
