import { type LearnedWords, LearnedWordsFile } from '#kb/content/learned-words.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** The file of learned words, relative to the content folder. */
export const learnedWordsPath = 'tickets/words.yaml';

/**
 * The words of customers by locale and topic; empty until words are learned.
 *
 * @param topics the ids of all topics; `undefined` if they cannot be read
 */
export async function readLearnedWords(
  dir: string,
  locales: readonly string[],
  topics: readonly string[] | undefined,
): Promise<{ learned: LearnedWords; findings: Finding[] }> {
  const { value, at, findings } = await readYamlFile(dir, learnedWordsPath, LearnedWordsFile, 'words-invalid');
  const entries = Object.entries(value ?? {});
  const unknown = entries.flatMap(([locale, ofLocale]) => {
    if (!locales.includes(locale)) {
      const says = `"${locale}" isn't one of the locales in site.yaml.`;
      return [finding('locale-unknown', at([locale]), says, suggest(locale, locales))];
    }
    if (!topics) return [];
    return Object.keys(ofLocale)
      .filter((topic) => !topics.includes(topic))
      .map((topic) => {
        const says = `There is no topic "${topic}" in topics.yaml.`;
        return finding('topic-unknown', at([locale, topic]), says, suggest(topic, topics));
      });
  });
  const learned = new Map(
    entries.map(([locale, ofLocale]) => [
      locale,
      new Map(Object.entries(ofLocale).map(([topic, words]) => [topic, new Map(Object.entries(words))])),
    ]),
  );
  return { learned, findings: [...findings, ...unknown] };
}
