import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { articleOf } from '#build/rendering/article-of.ts';
import { readText } from '#io/machine/files.ts';
import { readServedAddress } from '#io/machine/served-site.ts';
import { listPublished, type PublishedArticle, readPublishedPage } from '#io/published-articles.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';
import { restoreOut } from '../shared/out-folder.ts';

/** An article of the built site in one of its languages. */
export interface BuiltArticle extends PublishedArticle {
  locale: string;
  /** The `<article>` of its page. */
  html: string;
}

/**
 * The articles of a built public site, so nothing leaves that isn't published.
 *
 * @param dist the folder, as the user named it
 * @param only a language; all if there is none
 * @throws Refusal if there is no such site, or no such language
 */
export async function readBuiltArticles(dist: string, only?: string): Promise<Map<string, BuiltArticle[]>> {
  await restoreOut(dist);
  const folder = resolve(dist);
  if (!(await stat(join(folder, 'index.html')).catch(() => undefined)))
    throw new Refusal(`There is no built site in ${dist}. Run \`npm run build\` first. ${NOTHING}`);
  const { locales } = await readServedAddress(folder);
  if (only !== undefined && !locales.includes(only))
    throw new Refusal(`The site has no language "${only}". Use one of ${locales.join(', ')}. ${NOTHING}`);
  const articles = new Map<string, BuiltArticle[]>();
  for (const locale of only === undefined ? locales : [only]) {
    const list = await listPublished(folder, locale);
    if (!list)
      throw new Refusal(
        `The site in ${dist} was built for the support team, or by an older version. Build the public site: npm run build. ${NOTHING}`,
      );
    const read = list.articles.map(async (article) => {
      const html = articleOf(await readPublishedPage(folder, locale, article));
      return { ...article, locale, html };
    });
    articles.set(locale, await Promise.all(read));
  }
  return articles;
}

/** The language of the site's first page. */
export async function readMainLocale(dist: string): Promise<string> {
  const start = (await readText(join(resolve(dist), 'index.html'))) ?? '';
  return /<html lang="([^"]+)"/.exec(start)?.[1] ?? 'en';
}

/** The name of the site in its main language. */
export async function readSiteName(dist: string): Promise<string> {
  return (await listPublished(resolve(dist), await readMainLocale(dist)))?.name ?? '';
}

/**
 * What leaves the site needs complete links.
 *
 * @throws Refusal if the site was built without an address
 */
export function mustHaveAddress(articles: ReadonlyMap<string, readonly PublishedArticle[]>): void {
  const [first] = [...articles.values()].flat();
  if (first && !URL.canParse(first.url))
    throw new Refusal(
      `The site was built without its address, so links to it would lead nowhere. Add the address to site.yaml, such as url: https://help.example.com/, then build again. ${NOTHING}`,
    );
}
