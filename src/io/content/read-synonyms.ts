import { basename } from 'node:path';
import { type Synonyms, SynonymsFile } from '#kb/content/synonyms.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { isMisnamed } from '#kb/rules/misnamed-files.ts';
import { listContent } from './list-content.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** The synonyms of a content folder, by language. */
export async function readSynonyms(
  dir: string,
  locales: readonly string[],
): Promise<{ synonyms: Map<string, Synonyms>; findings: Finding[] }> {
  const synonyms = new Map<string, Synonyms>();
  const { files, findings } = await listContent(dir, 'synonyms', 'synonyms-invalid');
  for (const file of files) {
    if (isMisnamed(file, '.yaml')) continue;
    const path = `synonyms/${file}`;
    const locale = basename(file, '.yaml');
    if (!locales.includes(locale)) {
      const says = `"${locale}" isn't one of the locales in site.yaml.`;
      findings.push(finding('locale-unknown', { path }, says, suggest(locale, locales)));
      continue;
    }
    const read = await readYamlFile(dir, path, SynonymsFile, 'synonyms-invalid');
    findings.push(...read.findings);
    if (read.value) synonyms.set(locale, read.value);
  }
  return { synonyms, findings };
}
