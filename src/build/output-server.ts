import type { Plugin } from 'vite';
import { handedSite } from '#io/content/handed-site.ts';
import { contentType } from '#io/machine/content-type.ts';
import { publishedLibrary } from '#kb/content/library.ts';
import { articleMarkdown } from '#markdown/twin/article-markdown.ts';
import { twinUrl } from '#ui/urls.ts';
import type { BuildOptions } from './options.ts';
import { outputFiles } from './outputs/all.ts';
import { twinMaker } from './rendering/twin-maker.ts';

/** Serves the files of `outputs/` while writing. Each request makes them again, so they follow what is saved. */
export function outputServer({ audience, today }: BuildOptions): Plugin {
  return {
    name: 'ohje-outputs',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        // Astro takes the path of the site from the start of the address.
        const path = (request.originalUrl ?? '').split('?')[0] ?? '';
        // Only files at the root or in the folder of a language: everything else is a page or a module.
        if (!/^\/(?:[^/@]+\/){0,8}[\w.-]+\.(?:json|xml|txt|md)$/.test(path)) return next();
        const pageOf = async (page: string) => {
          const [root] = server.resolvedUrls?.local ?? [];
          const answer = root === undefined ? undefined : await fetch(new URL(page, root));
          return answer?.ok ? answer.text() : undefined;
        };
        made(path, pageOf).then((text) => {
          if (text === undefined) return next();
          response.setHeader('Content-Type', contentType(path));
          response.end(text);
        }, next);
      });
    },
  };

  /** @param pageOf the HTML of a page, by its path */
  async function made(
    path: string,
    pageOf: (page: string) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const content = await handedSite()?.content();
    if (!content || !path.startsWith(content.entry.base)) return undefined;
    const { entry, library } = content;
    const published = publishedLibrary(library, audience, today);
    if (path.endsWith('.md')) {
      const article = published.articles.find((one) => twinUrl(entry.base, one) === path);
      if (!article) return undefined;
      const html = await pageOf(path.replace(/\.md$/, '/'));
      return html === undefined ? undefined : await twinMaker(published, entry, articleMarkdown)(article, html);
    }
    const files = outputFiles({ ...entry, library: published, markdown: new Map() });
    return files.find((file) => entry.base + file.path === path)?.text;
  }
}
