import { basename } from 'node:path';
import type { Plugin } from 'vite';

// The name of the module in Vite.
const HELPER = '\0vite/preload-helper.js';

/**
 * The code on every page that loads a script on demand, together with its imports. Vite's own also handles styles and
 * old browsers, and takes 900 bytes. This fetches all files before the browser runs any of them, because Chromium never
 * asks again for a module that it couldn't fetch once.
 */
export function smallPreloadHelper(): Plugin {
  let base = '/';
  return {
    name: 'ohje-small-preload-helper',
    enforce: 'pre',
    configResolved(config) {
      base = config.base;
    },
    // A copy for each script: a shared one would be a file, and so a step before all others.
    resolveId: (source, importer) =>
      source === HELPER && importer ? `${HELPER}?for=${basename(importer)}` : undefined,
    load(id) {
      if (!id.startsWith(HELPER)) return undefined;
      return `export const __vitePreload = async (load, files = []) => {
        const fetched = await Promise.all(files.map((file) => fetch(${JSON.stringify(base)} + file)));
        for (const { ok, url } of fetched) if (!ok) throw new Error(url + ' could not be fetched.');
        return load();
      };`;
    },
  };
}
