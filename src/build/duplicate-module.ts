import { basename } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/**
 * Gives each script of a built page its own copy of a module that is smaller than a request for it. A shared module
 * would be a file, and the scripts that import it could no longer be inlined to run before the page is painted.
 *
 * @param module the absolute path of a module without state
 */
export function duplicateModule(module: string): Plugin {
  const copied = normalizePath(module);
  return {
    name: 'ohje-duplicate-module',
    enforce: 'pre',
    apply: 'build',
    // Pages that are rendered import it too, and have no use for copies.
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      if (importer === undefined || basename(source) !== basename(copied)) return undefined;
      // The script of a component is no file, so it takes the module itself.
      if (importer.includes('?astro&')) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found?.id === copied ? `${copied}?for=${basename(importer)}` : undefined;
    },
  };
}
