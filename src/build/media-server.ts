import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { contentType } from '#io/machine/content-type.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';

/**
 * Serves what only a build copies, for the preview while writing: the files next to articles and in the theme.
 *
 * @param find the file behind an address of the site, as an absolute path
 */
export function mediaServer(find: (url: string) => Promise<string | undefined>): Plugin {
  return {
    name: 'ohje-media',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = request.url?.split('?')[0] ?? '';
        if (!url.includes('/_media/')) return next();
        find(url).then((file) => {
          if (file === undefined) return next();
          response.setHeader('Content-Type', contentType(file));
          response.setHeader('X-Content-Type-Options', 'nosniff');
          sendPrepared(file, response).catch(next);
        }, next);
      });
    },
  };
}

/** Sends a file the way a build would publish it. */
async function sendPrepared(file: string, response: ServerResponse): Promise<void> {
  const prepared = await prepareMedia(await readFile(file), file);
  if ('refused' in prepared) response.writeHead(404);
  response.end('refused' in prepared ? undefined : prepared.bytes);
}
