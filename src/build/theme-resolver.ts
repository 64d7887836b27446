import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { referenceDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';

/**
 * Resolves `#theme/…` to the brand's own file, to the reference theme's if the brand has none, or to the part as the
 * engine has it. Packages that a brand's own part imports come from the engine, wherever the brand is.
 *
 * @param brandDir absolute; without one every file is the reference theme's
 * @param untrusted whether the brand's own parts are left out
 */
export function themeResolver(brandDir = referenceDir, untrusted = false): Plugin {
  const homes = [brandDir, referenceDir, join(engineDir, 'src/ui')];
  const homesOf = (file: string) => (untrusted && file.endsWith('.astro') ? homes.slice(1) : homes);
  return {
    name: 'ohje-theme',
    enforce: 'pre',
    // A file that is added or removed while writing changes what `#theme/…` resolves to.
    configureServer({ watcher, environments }) {
      const resolveAnew = (file: string) => {
        if (!file.startsWith(brandDir + sep)) return;
        for (const { moduleGraph, hot } of Object.values(environments)) {
          moduleGraph.invalidateAll();
          hot.send({ type: 'full-reload' });
        }
      };
      watcher.on('add', resolveAnew).on('unlink', resolveAnew);
    },
    resolveId(source, importer, options) {
      if (source.startsWith('#theme/')) {
        const [file = '', query] = source.slice('#theme/'.length).split('?');
        const found = homesOf(file)
          .map((dir) => join(dir, file))
          .find((path) => existsSync(path));
        return found !== undefined && query !== undefined ? `${found}?${query}` : found;
      }
      const isPackage = /^[#@\w]/.test(source) && !/^\w+:/.test(source);
      if (!importer?.startsWith(brandDir + sep) || !isPackage || brandDir.startsWith(engineDir + sep)) return undefined;
      return this.resolve(source, join(engineDir, 'astro.config.mjs'), { ...options, skipSelf: true });
    },
  };
}
