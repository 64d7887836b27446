import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Plugin } from 'vite';

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
};

/**
 * Serves the files beside articles and of the theme while writing; a build copies them instead.
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
          response.setHeader('Content-Type', types[extname(file).toLowerCase()] ?? 'application/octet-stream');
          createReadStream(file).pipe(response);
        }, next);
      });
    },
  };
}
