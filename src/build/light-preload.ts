import type { Plugin } from 'vite';

// Vite's own, by the name it has there.
const HELPER = '\0vite/preload-helper.js';

/**
 * What stands on every page to load a script on demand, with what that imports at the same time. Vite's own does so for
 * styles and for browsers of long ago as well, and weighs 900 bytes.
 */
export function lightPreload(): Plugin {
  let base = '/';
  return {
    name: 'ohje-light-preload',
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
