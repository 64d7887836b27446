import { basename, join } from 'node:path';
import { z } from 'zod';
import type { InterfaceText, InterfaceTexts } from '#kb/content/interface-texts.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import type { Located } from '#kb/findings/validate.ts';
import { isMisnamed } from '#kb/rules/misnamed-files.ts';
import { nearestLocale } from '#kb/values/locale.ts';
import { engineDir } from '../machine/engine.ts';
import { listFiles } from '../machine/files.ts';
import { listContent } from './list-content.ts';
import { localeFindings } from './locale-findings.ts';
import { readYamlFile } from './read-yaml-file.ts';

const text = z.union([z.string(), z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string())]);

/** A file of interface texts: `src/ui/strings/<locale>.yaml` of the engine, `strings/<locale>.yaml` of the company. */
export const TextsFile = z.strictObject({
  thanksTo: z.array(z.string()).default([]).describe('Who translated it.'),
  strings: z.record(z.string(), text).describe('The texts by their keys.'),
});

export interface EngineTexts {
  english: InterfaceTexts;
  byLocale: ReadonlyMap<string, InterfaceTexts>;
}

export interface TextsByLocale {
  /** For each language: the company's texts, the brand's, the engine's; then those of the default language, and English. */
  layers: Map<string, InterfaceTexts[]>;
  findings: Finding[];
}

const engineTextsDir = join(engineDir, 'src/ui/strings');

/**
 * The texts of the engine, in the languages that it has. A language of a region, such as `pt-BR`, has those of `pt`.
 *
 * @returns always those of English, which define the keys
 */
export async function readEngineTexts(locales: readonly string[]): Promise<EngineTexts> {
  const byLocale = new Map<string, InterfaceTexts>();
  for (const locale of new Set(['en', ...locales])) {
    const nearest = await engineTextsLocale(locale);
    const file = nearest === undefined ? undefined : await read(engineTextsDir, `${nearest}.yaml`);
    byLocale.set(locale, file?.value?.strings ?? {});
  }
  return { english: byLocale.get('en') ?? {}, byLocale };
}

/** The language whose texts of the engine the readers of a language get, if there is one: `pt` for `pt-BR`. */
export async function engineTextsLocale(locale: string): Promise<string | undefined> {
  const files = (await listFiles(engineTextsDir)).toSorted();
  return nearestLocale(
    locale,
    files.map((file) => basename(file, '.yaml')),
  );
}

async function read(dir: string, path: string) {
  return readYamlFile(dir, path, TextsFile, 'strings-invalid');
}

/**
 * Reads the texts of the interface in all languages of a site.
 *
 * @param brand the texts of the theme, which replace those of the engine, by locale
 */
export async function readTexts(
  { english, byLocale: engine }: EngineTexts,
  contentDir: string,
  locales: readonly string[],
  defaultLocale: string,
  brand: ReadonlyMap<string, InterfaceTexts> = new Map(),
): Promise<TextsByLocale> {
  const own = new Map<string, InterfaceTexts>();
  const findings: Finding[] = [];
  const keys = Object.keys(english);
  for (const locale of locales) {
    const company = await read(contentDir, `strings/${locale}.yaml`);
    findings.push(...company.findings);
    const strings = company.value?.strings ?? {};
    const ours = engine.get(locale) ?? {};
    // A company can empty a text of the engine; in a language that the engine lacks, an empty text is missing.
    own.set(
      locale,
      Object.fromEntries(Object.entries(strings).filter(([key, text]) => Object.hasOwn(ours, key) || isWritten(text))),
    );
    for (const key of Object.keys(strings))
      if (!keys.includes(key))
        findings.push(
          finding('string-unknown', company.at(['strings', key]), `There is no text "${key}".`, suggest(key, keys)),
        );
    findings.push(...missingTexts(locale, english, own.get(locale) ?? {}, ours, company));
  }
  const listed = await listContent(contentDir, 'strings', 'strings-invalid');
  const strange = listed.files.filter(
    (path) => !locales.includes(basename(path, '.yaml')) && !isMisnamed(path, '.yaml'),
  );
  findings.push(
    ...listed.findings,
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

function isWritten(text: InterfaceText): boolean {
  return typeof text === 'string' ? text !== '' : !Object.values(text).includes('');
}

/** One finding for each text that is missing in a file, or one for all if there is no file yet. */
function missingTexts(
  locale: string,
  english: InterfaceTexts,
  own: InterfaceTexts,
  ours: InterfaceTexts,
  { exists, at }: { exists: boolean; at: Located['at'] },
): Finding[] {
  const path = `strings/${locale}.yaml`;
  const keys = Object.keys(english);
  const missing = keys.filter((key) => !Object.hasOwn(own, key) && !Object.hasOwn(ours, key));
  if (missing.length === 0) return [];
  if (!exists)
    return [
      finding(
        'string-missing',
        { path },
        `${missing.length} of ${keys.length} interface texts have no "${locale}" translation.`,
        `Create ${path} with \`npm run new -- locale ${locale}\`, and translate the texts in it.`,
      ),
    ];
  const top = at(['strings']).line;
  return missing.map((key) => {
    const place = at(['strings', key]);
    const text = english[key] ?? '';
    const found = finding(
      'string-missing',
      place.line === top ? { path } : place,
      `The text "${key}" has no "${locale}" translation (in English: "${typeof text === 'string' ? text : text.other}").`,
      `Add it to ${path} under "strings:".`,
    );
    return { ...found, group: locale };
  });
}
