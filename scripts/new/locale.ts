import { join } from 'node:path';
import { readSiteSetup, type SiteSetup } from '#io/content/read-site-setup.ts';
import { engineTextsLocale } from '#io/content/read-texts.ts';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { listFiles, readText } from '#io/machine/files.ts';
import { newArticleCommand } from '#kb/content/new-article.ts';
import { untranslatedTexts } from '#kb/content/untranslated-texts.ts';
import { isLocaleTag, makeLocale } from '#kb/values/locale.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { addToYamlList } from '#markdown/add-to-yaml-list.ts';
import { draftTexts } from '#markdown/draft-texts.ts';
import { findingsText } from '#report/findings-text.ts';
import { count } from '#report/layout/numbers.ts';
import { failureText, NOTHING, Refusal, UsageError } from '../shared/failures.ts';
import { callOf, namedContent } from '../shared/paths.ts';

/** @returns what was written, and what is left to translate */
export async function newLocale(tag: string, dir: string): Promise<string> {
  const locale = knownTag(tag);
  const { setup, findings } = await readSiteSetup(dir);
  if (!setup) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const { site } = setup;
  const path = `strings/${locale}.yaml`;
  const spoken = await engineTextsLocale(locale);
  const existing = await readText(join(dir, path));
  const writesTexts = spoken === undefined && existing === undefined;
  const isNew = !site.locales.includes(locale);
  if (!isNew && !writesTexts)
    throw new Refusal(
      `"${locale}" is already in site.yaml. To see what is missing in it, run \`npm run check\`. ${NOTHING}`,
    );
  const english = setup.texts.get(site.defaultLocale)?.at(-1) ?? {};
  const file = join(dir, 'site.yaml');
  const files: [string, string][] = [
    ...(writesTexts ? [[join(dir, path), draftTexts(english, locale)] as [string, string]] : []),
    ...(isNew ? [[file, addToYamlList((await readText(file)) ?? '', 'locales', locale)] as [string, string]] : []),
  ];
  await replaceFiles(files).catch((error: unknown) => {
    throw new Refusal(`${failureText(error)} ${NOTHING}`);
  });
  const { name } = makeLocale(locale);
  const texts = Object.keys(english).length;
  return [
    ...(isNew ? [`Added "${locale}" (${name}) to site.yaml.`] : []),
    ...(writesTexts ? [`Wrote ${path} with ${texts} interface texts to translate. The English is next to each.`] : []),
    ...(spoken === undefined ? [] : [spokenText(locale, spoken, path)]),
    ...(existing !== undefined && spoken === undefined ? [`${path} already exists and is unchanged.`] : []),
    ...(await leftToTranslate(setup, locale, namedContent(dir))),
    `Next: translate, then run: ${callOf('check', contentFlag(namedContent(dir)))}`,
    '',
  ].join('\n');
}

function spokenText(locale: string, spoken: string, path: string): string {
  const where = spoken === locale ? 'in this language' : `in "${spoken}", which are shown in "${locale}" too`;
  return `Ohje already has interface texts ${where}. To change the wording of one, write it in ${path}.`;
}

/** @throws UsageError */
export function knownTag(tag: string): string {
  const canonical = canonicalTag(tag);
  const name = canonical && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(canonical);
  if (!name) throw new UsageError(`"${tag}" isn't a language code. Use a code such as de, pt-BR, or zh-Hant.`);
  if (!isLocaleTag(tag)) throw new UsageError(`"${tag}" isn't how the language code is written. Use "${canonical}".`);
  return tag;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

async function leftToTranslate(setup: SiteSetup, locale: string, content: string | undefined): Promise<string[]> {
  const { dir, site, articleFiles } = setup;
  const from = site.defaultLocale;
  // The main language is what the others are translated from.
  if (locale === from) return [];
  const filesIn = async (folder: string) => listFiles(join(dir, folder));
  const [snippets, theirs] = await Promise.all([filesIn(`snippets/${from}`), filesIn(`snippets/${locale}`)]);
  const articles = articleFiles.filter((path) => path.startsWith(`articles/${from}/`)).length;
  const lines = [
    ...untranslatedTexts(setup, locale).map(({ path, key }) => `  ${path}  ${key}`),
    ...snippets.filter((name) => !theirs.includes(name)).map((name) => `  snippets/${locale}/${name}`),
    ...(articles > 0
      ? [
          `  ${count(articles, 'article')} in articles/${from}/. To start one, run: ${newArticleCommand('TOPIC', locale, content)}`,
        ]
      : []),
  ];
  return lines.length === 0
    ? []
    : [`Until these are translated into "${locale}", readers see them in "${from}":`, ...lines];
}
