import type { Loader } from 'astro/loaders';
import { handedSite } from '#io/content/handed-site.ts';
import { mediaLookup, readMedia } from '#io/content/media.ts';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { engineDir } from '#io/machine/engine.ts';
import { readMany } from '#io/machine/files.ts';
import { type Article, isPublished } from '#kb/content/article.ts';
import { inheritLimits } from '#kb/content/translation.ts';
import { digest } from '#kb/values/digest.ts';
import { compile } from '#markdown/compile.ts';
import { engineKey } from './keeping/engine-key.ts';
import { type BuildOptions, basePath } from './options.ts';

/**
 * Articles as data. A file is turned into HTML again only when it, or something it can refer to, changes.
 *
 * The commands hand their articles to the pages themselves, so this is only read if Astro is started directly.
 */
export function articlesLoader(options: BuildOptions): Loader {
  return {
    name: 'ohje-articles',
    async load({ store, logger }) {
      if (handedSite()) return;
      const { setup, findings } = await readSiteSetup(options.contentDir, options.theme, options);
      if (!setup) {
        for (const { path, line, says, fix } of findings)
          logger.error(`${path}${line ? `:${line}` : ''} ${says} ${fix}`);
        return;
      }
      const base = basePath(options.site ?? setup.site.url);
      const media = await readMedia(options.contentDir, setup.assets, base);
      const lookup = mediaLookup(media, setup.site);
      const urls = [...media.values()].map(({ path, url, width, height }) => [path, url, width, height]);
      const around = digest(setup.key, await engineKey(engineDir), JSON.stringify(urls));
      const scopes = new Map(setup.site.locales.map((locale) => [locale, setup.scopeOf(locale, lookup)]));
      const read = new Map<string, Article>();
      for await (const { path, source } of readMany(options.contentDir, setup.articleFiles)) {
        if (source === undefined) continue;
        const id = idOf(path);
        const key = digest(around, source);
        const stored = store.get(id);
        if (stored?.digest === key) {
          read.set(id, stored.data as unknown as Article);
          continue;
        }
        const scope = scopes.get(path.split('/')[1] ?? '');
        const compiled = scope && compile({ path, source }, scope);
        const article = compiled?.article;
        if (!article) continue;
        read.set(id, article);
        const html = compiled.html();
        store.set({ id, data: { ...article }, digest: key, ...(html !== undefined && { rendered: { html } }) });
      }
      // Whether an article is published depends on its versions in other languages.
      const shown = inheritLimits([...read.values()], setup.site.defaultLocale)
        .filter((article) => isPublished(article, options.audience, options.today))
        .map(({ path }) => idOf(path));
      const ids = new Set(shown);
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    },
  };
}

/** `articles/en/cards/freeze.mdx` gives `en/cards/freeze`. */
function idOf(path: string): string {
  return path.replace(/^articles\//, '').replace(/\.mdx$/, '');
}
