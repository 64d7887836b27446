import type { Library } from '#kb/content/library.ts';
import { pathOfAddress } from '#kb/redirects/old-address.ts';

/** An article of the library, and the language of the page where its address names one. */
export interface VotedArticle {
  id: string;
  locale?: string | undefined;
}

/** Finds the article that an id, a path of the site, a whole address, or an old address of an article means. */
export function votedArticle({ site, articles }: Pick<Library, 'site' | 'articles'>) {
  const ids = new Set(articles.map(({ id }) => id));
  const old = new Map(
    articles.flatMap(({ redirectFrom, id, locale }) =>
      redirectFrom.map((from) => [pathOfAddress(from), { id, locale }] as const),
    ),
  );
  return (written: string): VotedArticle | undefined => {
    const path = pathOfAddress(
      written
        .trim()
        .replace(/^[a-z]+:\/\/[^/]*/i, '')
        .replace(/[?#].*$/, '')
        .replace(/(?:\/index)?\.html$/, ''),
    );
    if (ids.has(path)) return { id: path };
    const names = path.split('/');
    // The site may lie in a folder of its host.
    for (const [place, name] of names.entries()) {
      const id = names.slice(place + 1).join('/');
      if (site.locales.includes(name) && ids.has(id)) return { id, locale: name };
    }
    return old.get(path);
  };
}
