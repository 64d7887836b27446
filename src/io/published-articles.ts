import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticlesFile } from '#kb/content/articles-file.ts';
import { readText } from './machine/files.ts';

/** An article of a built site, as its `articles.json` describes it. */
export type PublishedArticle = ArticlesFile['articles'][number];

/** The articles of a built public site in a language; `undefined` if it doesn't list them. */
export async function listPublished(dist: string, locale: string): Promise<ArticlesFile | undefined> {
  const text = await readText(join(dist, locale, 'articles.json'));
  return text === undefined ? undefined : (JSON.parse(text) as ArticlesFile);
}

/** The Markdown of an article that {@link listPublished} gave. */
export function readPublished(dist: string, locale: string, { id }: PublishedArticle): Promise<string | undefined> {
  return readText(join(dist, locale, `${id}.md`));
}

/** The page of an article that {@link listPublished} gave. */
export function readPublishedPage(dist: string, locale: string, { id }: PublishedArticle): Promise<string> {
  return readFile(join(dist, locale, id, 'index.html'), 'utf8');
}

/** Changes whenever another build has replaced the site. */
export async function publishedVersion(dist: string): Promise<number> {
  const { ino, mtimeMs } = await stat(join(dist, 'index.html')).catch(() => ({ ino: 0, mtimeMs: 0 }));
  return ino + mtimeMs;
}
