import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Finding, finding, suggest } from '#kb/finding.ts';
import type { Texts } from '#ui/words.ts';
import { listFiles } from './files.ts';
import { localeFindings } from './locale-findings.ts';
import { readYamlFile } from './read-yaml-file.ts';

const text = z.union([z.string(), z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string())]);

/** A file of interface texts: `src/ui/strings/<locale>.yaml` of the engine, `strings/<locale>.yaml` of the company. */
export const TextsFile = z.strictObject({
  thanksTo: z.array(z.string()).default([]).describe('Who translated it.'),
  strings: z.record(z.string(), text).describe('The texts by their keys.'),
});

export interface TextsByLocale {
  /** For each language: the company's texts, the brand's, the engine's; then those of the default language, and English. */
  layers: Map<string, Texts[]>;
  findings: Finding[];
}

/**
 * Reads the texts of the interface in all languages of a site.
 *
 * @param engineDir the folder of the engine, whose English texts define the keys
 * @param brand what the theme says in place of the engine, by language
 */
export async function readTexts(
  engineDir: string,
  contentDir: string,
  locales: readonly string[],
  defaultLocale: string,
  brand: ReadonlyMap<string, Texts> = new Map(),
): Promise<TextsByLocale> {
  const engineStrings = join(engineDir, 'src/ui/strings');
  const engine = new Map<string, Texts>();
  const own = new Map<string, Texts>();
  const findings: Finding[] = [];
  const read = async (dir: string, path: string) => readYamlFile(dir, path, TextsFile, 'strings-invalid');
  const english = (await read(engineStrings, 'en.yaml')).value?.strings ?? {};
  const keys = Object.keys(english);
  for (const locale of locales) {
    const file = await read(engineStrings, `${locale}.yaml`);
    engine.set(locale, file.value?.strings ?? {});
    const company = await read(contentDir, `strings/${locale}.yaml`);
    findings.push(...company.findings);
    const strings = company.value?.strings ?? {};
    own.set(locale, strings);
    for (const key of Object.keys(strings))
      if (!keys.includes(key))
        findings.push(
          finding('string-unknown', company.at(['strings', key]), `There is no text "${key}".`, suggest(key, keys)),
        );
    const missing = keys.filter(
      (key) => !Object.hasOwn(strings, key) && !Object.hasOwn(file.value?.strings ?? {}, key),
    );
    if (missing.length > 0)
      findings.push(
        finding(
          'string-missing',
          { path: `strings/${locale}.yaml` },
          `${missing.length} of ${keys.length} texts of the interface have no "${locale}" version: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}.`,
          `Write them in strings/${locale}.yaml under "strings:".`,
        ),
      );
  }
  const strange = (await listFiles(join(contentDir, 'strings'))).filter(
    (path) => !locales.includes(basename(path, '.yaml')),
  );
  findings.push(
    ...localeFindings(
      strange.map((path) => `strings/${path}`),
      locales,
    ),
  );
  const layers = new Map(
    locales.map((locale) => [
      locale,
      [
        own.get(locale) ?? {},
        brand.get(locale) ?? {},
        engine.get(locale) ?? {},
        own.get(defaultLocale) ?? {},
        brand.get(defaultLocale) ?? {},
        engine.get(defaultLocale) ?? {},
        english,
      ],
    ]),
  );
  return { layers, findings };
}
