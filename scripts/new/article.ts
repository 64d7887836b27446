import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slugOfName } from '#intake/articles/links/slugs.ts';
import { readContent } from '#io/content/read-content.ts';
import type { Library } from '#kb/content/library.ts';
import { type ArticlePlan, articleToTranslate, planArticle } from '#kb/content/new-article.ts';
import { isReserved } from '#kb/content/own-pages.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { contentOption } from '#kb/values/shell.ts';
import { writeDraft } from '#markdown/draft.ts';
import { findingsText } from '#report/findings-text.ts';
import { callOf, contentFolder, failureText, NOTHING, nameOf, Refusal, UsageError } from '../shared/command.ts';

export interface NewArticleOptions {
  topic?: string | undefined;
  locale?: string | undefined;
  section?: string | undefined;
  title?: string | undefined;
  content?: string | undefined;
}

/**
 * Begins an article on a topic, or the translation of one.
 *
 * @returns what was written, and what a writer should know of it
 */
export async function newArticle({ topic, locale, section, title, content }: NewArticleOptions): Promise<string> {
  if (topic === undefined) throw new UsageError('Name a topic with --topic.');
  if (title?.trim() === '') throw new UsageError('--title is empty, but the title of the article is expected.');
  if (section !== undefined) mustBeFolder(section);
  const dir = contentFolder(content);
  const { library, findings } = await readContent(dir);
  if (!library) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const known = library.topics.map(({ id }) => id);
  if (!known.includes(topic))
    throw new UsageError(
      `--topic is "${topic}", which is not in topics.yaml. ${suggest(topic, known, `add "${topic}" to topics.yaml`)}`,
    );
  const { locales, defaultLocale } = library.site;
  const into = locale ?? defaultLocale;
  if (!locales.includes(into))
    throw new UsageError(`--locale is "${into}", which is no language of site.yaml. ${suggest(into, locales)}`);
  mustFitOriginal(library, topic, into, section);
  const plan = planArticle(library, {
    topic,
    locale: into,
    section,
    title: title?.replace(/\s+/g, ' ').trim(),
    slugOf: (text) => slugOfName(text, topic),
  });
  mustBeFree(plan, library);
  await write(join(dir, plan.path), writeDraft(plan));
  const next = callOf('check', contentOption(content));
  return `Wrote ${nameOf(join(dir, plan.path))}${said(plan, library)}\nNext: write it, then ${next}\n`;
}

function mustBeFolder(section: string): void {
  const parts = section.split('/');
  const good = parts.map((part) => slugOfName(part, 'section'));
  if (parts.some((part, index) => part !== good[index]))
    throw new UsageError(
      `--section is "${section}", which cannot be part of an address. Write it as "${good.join('/')}".`,
    );
  if (isReserved(parts[0] ?? ''))
    throw new UsageError(`--section is "${section}", which is the address of a page of the help center itself.`);
}

function mustFitOriginal(library: Library, topic: string, locale: string, section: string | undefined): void {
  const original = articleToTranslate(library, topic, locale);
  if (section === undefined || original === undefined || locale === library.site.defaultLocale) return;
  if (articleToTranslate(library, topic, locale, section) === undefined)
    throw new UsageError(
      `--section is "${section}", but the article to translate is ${original.path}, and a translation is always in the section of its original. Leave out --section.`,
    );
}

function mustBeFree({ id, locale, path, original, beside, fields }: ArticlePlan, library: Library): void {
  if (library.exact(locale, id) || library.unread.has(id) || library.hasSection(id))
    throw new Refusal(
      `There is already something at ${path}. Write on there, or name another title with --title. ${NOTHING}`,
    );
  const { defaultLocale } = library.site;
  const translated = beside.find((one) => library.exact(defaultLocale, one));
  if (locale !== defaultLocale && !original && translated !== undefined)
    throw new Refusal(
      `articles/${locale}/${translated}.mdx is the article on ${fields.topics?.join(', ')} in "${locale}", and there is nothing left to translate. Write on there, or begin another one in "${defaultLocale}". ${NOTHING}`,
    );
}

/** What a writer should know of the draft, sentence by sentence. */
function said(plan: ArticlePlan, library: Library): string {
  const { original, sectionFrom, beside, id, locale, path } = plan;
  const { defaultLocale } = library.site;
  const orphan = locale !== defaultLocale && !library.exact(defaultLocale, id);
  return [
    original ? `, a translation of ${original.path}.` : '.',
    typeof sectionFrom === 'object'
      ? `It is in the section of ${sectionFrom.path}, the nearest article. Use --section to choose another.`
      : '',
    sectionFrom === 'first' ? 'No article is near it; --section says where it belongs.' : '',
    !original && beside.length > 0
      ? `Customers will find ${beside.join(', ')} on the same topic, too: one good article is better than several.`
      : '',
    orphan
      ? `There is no article on it in "${defaultLocale}" yet: readers of other languages need articles/${defaultLocale}/${id}.mdx as well.`
      : '',
    `It is a draft: ${path.split('/').at(-1)} is published once "confidence" is not-validated or validated.`,
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence, index) => (index === 0 ? sentence : `\n${sentence}`))
    .join('');
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Refusal(`${taken ? `${nameOf(file)} is there already.` : failureText(error)} ${NOTHING}`);
  }
}
