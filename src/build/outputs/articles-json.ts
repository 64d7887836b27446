import { z } from 'zod';
import { ArticlesFile } from '#kb/content/articles-file.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { twinUrl } from '#ui/urls.ts';
import type { Output, OutputSite } from './output.ts';

const SCHEMA = 'articles-schema.json';

/** `<language>/articles.json` of a public site, for programs, and the schema of these files. */
export const articlesJson: Output = function* (site) {
  if (site.audience !== 'public') return;
  yield { path: SCHEMA, text: print(z.toJSONSchema(ArticlesFile)) };
  for (const locale of site.site.locales)
    yield { path: `${locale}/articles.json`, text: print(articlesIn(site, locale)) };
};

function articlesIn({ library, updated, added, base, url, view }: OutputSite, locale: string): ArticlesFile {
  const { text, href } = view(locale);
  const { pathTo } = makeSectionPaths(library, locale);
  const address = (path: string) => (url === undefined ? path : new URL(path, url).href);
  return {
    $schema: address(base + SCHEMA),
    name: text('site.title', { name: library.site.name }),
    language: locale,
    articles: library.shown(locale).flatMap(({ article, fallback }) => {
      if (fallback) return [];
      const { id, title, summary, type, section, appliesTo, path, digest } = article;
      return [
        {
          id,
          title,
          ...(summary && { summary }),
          type,
          sections: pathTo(section).map((one) => one.title),
          platforms: appliesTo?.platforms ?? [],
          plans: appliesTo?.plans ?? [],
          url: address(href(id)),
          markdown: address(twinUrl(base, article)),
          languages: library.site.locales.filter((tag) => library.exact(tag, id)),
          ...(added[path] !== undefined && { added: added[path] }),
          ...(updated[path] !== undefined && { updated: updated[path] }),
          digest,
        },
      ];
    }),
  };
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
