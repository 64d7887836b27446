import { join } from 'node:path';
import { slugOfName } from '#intake/articles/links/slugs.ts';
import { readContent } from '#io/content/read-content.ts';
import { createFile } from '#io/machine/atomic-write.ts';
import type { Library } from '#kb/content/library.ts';
import { type ArticlePlan, articleToTranslate, planArticle } from '#kb/content/new-article.ts';
import { isReserved } from '#kb/content/own-pages.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { writeDraft } from '#markdown/draft.ts';
import { findingsText } from '#report/findings-text.ts';
import { failureText, NOTHING, Refusal, UsageError } from '../shared/failures.ts';
import { callOf, namedContent, nameOf } from '../shared/paths.ts';

export interface NewArticleOptions {
  topic: string;
  locale: string | undefined;
  section: string | undefined;
  title: string | undefined;
  /** The content folder, absolute. */
  content: string;
}

/** @returns what was written, and what the writer needs to know about it */
export async function newArticle({ topic, locale, section, title, content: dir }: NewArticleOptions): Promise<string> {
  if (title?.trim() === '') throw new UsageError('--title is empty. Write the title of the article.');
  if (section !== undefined) mustBeFolder(section);
  const { library, findings } = await readContent(dir);
  if (!library) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const known = library.topics.map(({ id }) => id);
  if (!known.includes(topic))
    throw new UsageError(
      `--topic is "${topic}", which isn't in topics.yaml. ${suggest(topic, known, `add "${topic}" to topics.yaml`)}`,
    );
  const { locales, defaultLocale } = library.site;
  const into = locale ?? defaultLocale;
  if (!locales.includes(into))
    throw new UsageError(`--locale is "${into}", which isn't a language in site.yaml. ${suggest(into, locales)}`);
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
  const next = callOf('check', contentFlag(namedContent(dir)));
  return `Wrote ${nameOf(join(dir, plan.path))}${notesOn(plan, library)}\nNext: write the article, then run: ${next}\n`;
}

function mustBeFolder(section: string): void {
  const parts = section.split('/');
  const good = parts.map((part) => slugOfName(part, 'section'));
  if (parts.some((part, index) => part !== good[index]))
    throw new UsageError(`--section is "${section}", which can't be part of an address. Write "${good.join('/')}".`);
  if (isReserved(parts[0] ?? ''))
    throw new UsageError(
      `--section is "${section}", which is the address of a page that every help center has. Choose another name.`,
    );
}

function mustFitOriginal(library: Library, topic: string, locale: string, section: string | undefined): void {
  const original = articleToTranslate(library, topic, locale);
  if (section === undefined || original === undefined || locale === library.site.defaultLocale) return;
  if (articleToTranslate(library, topic, locale, section) === undefined)
    throw new UsageError(
      `--section is "${section}", but a translation goes in the section of its original, ${original.path}. Leave out --section.`,
    );
}

function mustBeFree({ id, locale, path, original, beside, fields }: ArticlePlan, library: Library): void {
  if (library.exact(locale, id) || library.unread.has(id) || library.hasSection(id))
    throw new Refusal(`${path} already exists. Edit it, or choose another title with --title. ${NOTHING}`);
  const { defaultLocale } = library.site;
  const translated = beside.find((one) => library.exact(defaultLocale, one));
  if (locale !== defaultLocale && !original && translated !== undefined)
    throw new Refusal(
      `articles/${locale}/${translated}.mdx already covers ${fields.topics?.join(', ')} in "${locale}", so there is nothing left to translate. Edit it, or start another article in "${defaultLocale}". ${NOTHING}`,
    );
}

/** What the writer needs to know about the draft, one sentence a line. */
function notesOn(plan: ArticlePlan, library: Library): string {
  const { original, sectionFrom, beside, id, locale, path } = plan;
  const { defaultLocale } = library.site;
  const orphan = locale !== defaultLocale && !library.exact(defaultLocale, id);
  return [
    original ? `, a translation of ${original.path}.` : '.',
    typeof sectionFrom === 'object'
      ? `It is in the section of ${sectionFrom.path}, the closest article. To choose another section, use --section.`
      : '',
    sectionFrom === 'first' ? 'No article is close to it. To choose a section, use --section.' : '',
    !original && beside.length > 0
      ? `Customers also find ${beside.join(', ')} on the same topic. One good article is better than several.`
      : '',
    orphan
      ? `There is no such article in "${defaultLocale}" yet. Readers of other languages also need articles/${defaultLocale}/${id}.mdx.`
      : '',
    `It is a draft. To publish ${path.split('/').at(-1)}, set "confidence" to not-validated or validated.`,
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence, index) => (index === 0 ? sentence : `\n${sentence}`))
    .join('');
}

async function write(file: string, text: string): Promise<void> {
  try {
    await createFile(file, text);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Refusal(`${taken ? `${nameOf(file)} already exists.` : failureText(error)} ${NOTHING}`);
  }
}
