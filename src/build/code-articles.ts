import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { readMany } from '#io/machine/files.ts';
import { readImports } from '#markdown/compile.ts';
import { readFrontMatter } from '#markdown/front-matter.ts';
import { parseBody } from '#markdown/parse.ts';

const name = '#code-articles';
const resolved = `\0${name}`;

/**
 * `#code-articles`: the articles that import components, by their paths, each loaded by the page that shows it.
 *
 * Astro could render such entries of a collection itself, but it keeps the list of them in one file for all
 * content folders, so two builds would use each other's articles.
 */
export function codeArticles(contentDir: string): Plugin {
  return {
    name: 'ohje-code-articles',
    enforce: 'pre',
    resolveId: (source) => (source === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const paths = await findCodeArticles(contentDir);
      const lines = paths.map(
        (path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(join(contentDir, path))}),`,
      );
      return `export default {\n${lines.join('\n')}\n};\n`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, file) => {
        const module = file.startsWith(contentDir) ? server.moduleGraph.getModuleById(resolved) : undefined;
        if (module) server.moduleGraph.invalidateModule(module);
      });
    },
  };
}

async function findCodeArticles(contentDir: string): Promise<string[]> {
  const { setup } = await readSiteSetup(contentDir);
  const found: string[] = [];
  for await (const { path, source } of readMany(contentDir, setup?.articleFiles ?? [])) {
    // Most articles have no such line, so few are parsed for it.
    if (source === undefined || !/^(?:import|export)\b/m.test(source)) continue;
    const { body, bodyLine } = readFrontMatter(source, path);
    const { tree } = parseBody(body, path, bodyLine);
    if (tree && readImports(tree, path).names !== undefined) found.push(path);
  }
  return found;
}
