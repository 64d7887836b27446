import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Resolves `#theme/…` to the brand's own file, or to the reference theme's where the brand has none. */
export function themeResolver(brandDir: string, referenceDir: string): Plugin {
  return {
    name: 'ohje-theme',
    enforce: 'pre',
    resolveId(source) {
      if (!source.startsWith('#theme/')) return undefined;
      const [file = '', query] = source.slice('#theme/'.length).split('?');
      const found = [brandDir, referenceDir].map((dir) => join(dir, file)).find((path) => existsSync(path));
      return found !== undefined && query !== undefined ? `${found}?${query}` : found;
    },
  };
}
