import { type GuardedSearch, SearchesFile } from '#kb/content/guarded-searches.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** The questions that the search must answer, each with its place in `searches.yaml`. */
export async function readSearches(dir: string): Promise<{ searches: GuardedSearch[]; findings: Finding[] }> {
  const { value, at, findings } = await readYamlFile(dir, 'searches.yaml', SearchesFile, 'searches-invalid');
  const searches = Object.entries(value ?? {}).flatMap(([locale, questions]) =>
    questions.map(({ question, article }, index) => ({ locale, question, article, place: at([locale, index]) })),
  );
  return { searches, findings };
}
