import type { Plugin } from 'vite';
import { readContent } from '#io/content/read-content.ts';
import { contentType } from '#io/machine/content-type.ts';
import { publishedLibrary } from '#kb/content/library.ts';
import type { BuildOptions } from './options.ts';
import { outputFiles } from './outputs/all.ts';
import { readSiteEntry } from './site-entry.ts';

/** Serves the files of `outputs/` while writing. Each request makes them again, so they follow what is saved. */
export function outputServer(options: BuildOptions): Plugin {
  return {
    name: 'ohje-outputs',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        // Only files at the root or in the folder of a language: everything else is a page or a module.
        if (!/^\/(?:[^/@]+\/){0,3}[\w.-]+\.(?:json|xml|txt|md)$/.test(path)) return next();
        made(path).then((text) => {
          if (text === undefined) return next();
          response.setHeader('Content-Type', contentType(path));
          response.end(text);
        }, next);
      });
    },
  };

  async function made(path: string): Promise<string | undefined> {
    const { entry } = await readSiteEntry(options);
    const { library } = await readContent(options.contentDir, { theme: options.theme });
    if (!entry || !library || !path.startsWith(entry.base)) return undefined;
    const published = publishedLibrary(library, options.audience, options.today);
    const files = outputFiles({ ...entry, library: published, audience: options.audience });
    return files.find((file) => entry.base + file.path === path)?.text;
  }
}
