import { TopicsFile } from '#kb/content/topic.ts';
import { readYamlFile } from '../content/read-yaml-file.ts';

/** On which line of topics.yaml each topic stands; 1 where the file does not say. */
export async function readTopicLines(contentDir: string): Promise<(topic: string) => number> {
  const { at } = await readYamlFile(contentDir, 'topics.yaml', TopicsFile, 'topics-invalid');
  return (topic) => at(['topics', topic]).line ?? 1;
}
