import type { Plugin } from 'vite';

// The name of the module in Vite.
const HELPER = '\0vite/preload-helper.js';

/**
 * The code on every page that loads a script on demand, together with its imports. Vite's own also handles styles and
 * old browsers, and takes 900 bytes.
 */
export function smallPreloadHelper(): Plugin {
  let base = '/';
  return {
    name: 'ohje-small-preload-helper',
    enforce: 'pre',
    configResolved(config) {
      base = config.base;
    },
    load(id) {
      if (id !== HELPER) return undefined;
      return `export const __vitePreload = (load, files = []) => {
        for (const file of files)
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
        return load();
      };`;
    },
  };
}
