import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The modules that others import, directly or not, and the packages they name. */
export interface Reachable {
  /** Paths, in the order in which they are found. */
  modules: string[];
  packages: Set<string>;
}

/**
 * Follows the imports of compiled modules.
 *
 * @param entries paths of modules
 * @param texts compiled modules by their paths
 */
export function reachable(entries: readonly string[], texts: ReadonlyMap<string, string>): Reachable {
  const modules = new Set(entries);
  const packages = new Set<string>();
  // A set that grows while it is walked through visits what is added.
  for (const path of modules)
    for (const { fileName } of ts.preProcessFile(texts.get(path) ?? '', true, true).importedFiles) {
      const own = ownModule(fileName, path);
      if (own !== undefined && texts.has(own)) modules.add(own);
      const name = /^(?:@[^/]+\/)?[^/.#][^/:]*(?=$|\/)/.exec(fileName)?.[0];
      if (name !== undefined) packages.add(name);
    }
  return { modules: [...modules], packages };
}

function ownModule(name: string, importer: string): string | undefined {
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  return name.startsWith('.') ? join(dirname(importer), name) : undefined;
}
