import { basename, join } from 'node:path';
import { type Synonyms, SynonymsFile } from '#kb/content/synonyms.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { listFiles } from '../machine/files.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** The synonyms of a content folder, by language. */
export async function readSynonyms(
  dir: string,
  locales: readonly string[],
): Promise<{ synonyms: Map<string, Synonyms>; findings: Finding[] }> {
  const synonyms = new Map<string, Synonyms>();
  const findings: Finding[] = [];
  for (const file of await listFiles(join(dir, 'synonyms'))) {
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
