import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { engineTextsLocale } from '#io/content/read-texts.ts';
import { writeFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { newLocale } from '../locale.ts';
import { createTheme } from '../theme.ts';
import { type SiteAnswers, themeName } from './answers.ts';
import { siteYaml, ticketsYaml } from './content-files.ts';

/** A sample of everything that a writer can use. */
const folder = join(import.meta.dirname, 'starter');

/**
 * Writes the content of a new help center and its theme.
 *
 * @param draft the folder of the project
 * @returns what was decided, a sentence each
 */
export async function writeStarter(draft: string, answers: SiteAnswers): Promise<string[]> {
  const { name, locales, brand, logo, desk } = answers;
  const [main] = locales;
  const content = join(draft, 'content');
  await mkdir(content, { recursive: true });
  await cp(join(folder, 'articles'), join(content, 'articles', main), { recursive: true });
  await cp(join(folder, 'snippets'), join(content, 'snippets', main), { recursive: true });
  const text = async (file: string) => readFile(join(folder, file), 'utf8');
  const theme = themeName(name, await readdir(join(engineDir, 'themes')));
  await writeFiles(content, [
    ['site.yaml', siteYaml(answers, 'plain')],
    ['topics.yaml', await text('topics.yaml')],
    ['facts.yaml', await text('facts.yaml')],
    ['searches.yaml', (await text('searches.yaml')).replace(/^en:$/m, `${main}:`)],
    ...(desk === undefined ? [] : [['tickets.yaml', ticketsYaml(desk)] as const]),
  ]);
  const { notes } = await createTheme(theme, {
    brand,
    logo: logo === undefined ? undefined : resolve(logo),
    'logo-dark': undefined,
    favicon: undefined,
    font: [],
    content,
  });
  // Now that the theme exists. Languages come last: each adds itself to site.yaml.
  await writeFiles(content, [['site.yaml', siteYaml({ ...answers, locales: [main] }, theme)]]);
  const untranslated: string[] = [];
  for (const locale of locales) {
    const spoken = (await engineTextsLocale(locale)) !== undefined;
    if (locale !== main || !spoken) await newLocale(locale, content);
    if (!spoken) untranslated.push(locale);
  }
  return [
    ...notes,
    ...(main === 'en' ? [] : ['The sample articles are in English. Replace them.']),
    ...(untranslated.length === 0
      ? []
      : [
          `Translate the texts of the interface: ${untranslated.map((locale) => `content/strings/${locale}.yaml`).join(', ')}.`,
        ]),
  ];
}
