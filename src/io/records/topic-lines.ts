import { TopicsFile } from '#kb/content/topic.ts';
import { readYamlFile } from '../content/read-yaml-file.ts';

/** The line of each topic in topics.yaml; 1 if it isn't there. */
export async function readTopicLines(contentDir: string): Promise<(topic: string) => number> {
  const { at } = await readYamlFile(contentDir, 'topics.yaml', TopicsFile, 'topics-invalid');
  return (topic) => at(['topics', topic]).line ?? 1;
}
