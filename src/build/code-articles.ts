import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { normalizePath, type Plugin, type ViteDevServer } from 'vite';
import { handedSite } from '#io/content/handed-site.ts';
import { readMany } from '#io/machine/files.ts';
import { compile, mayImport } from '#markdown/compile.ts';
import { readFrontMatter } from '#markdown/front-matter.ts';
import { type ReadSetup, setupReader } from './last-good-setup.ts';
import type { BuildOptions } from './options.ts';

const name = '#code-articles';
const resolved = `\0${name}`;

/**
 * `#code-articles`: the articles that import components, by their paths, each loaded by the page that shows it.
 *
 * Astro could render such entries of a collection itself, but it keeps the list of them in one file for all
 * content folders, so two builds would use each other's articles.
 *
 * An article is read and judged here once more when it is compiled, because it can have changed since it was checked.
 */
export function codeArticles(options: BuildOptions): Plugin {
  const { contentDir } = options;
  const readSetup = setupReader(options);
  const folder = `${normalizePath(contentDir)}/`;
  return {
    name: 'ohje-code-articles',
    enforce: 'pre',
    resolveId: (source) => (source === name ? resolved : undefined),
    async load(id) {
      if (id === resolved) {
        // The styles of components are bundled, so those of articles that aren't published must not be loaded at all.
        const paths = options.codeArticles ?? (await findCodeArticles(options, readSetup));
        const lines = paths.map(
          (path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(join(contentDir, path))}),`,
        );
        return `export default {\n${lines.join('\n')}\n};\n`;
      }
      const [file = ''] = id.split('?');
      if (!file.startsWith(folder) || !file.endsWith('.mdx')) return undefined;
      return bodyOf(await readFile(file, 'utf8'), normalizePath(relative(contentDir, file)), readSetup);
    },
  };
}

/** Makes the server list them again for the next page. */
export function forgetCodeArticles({ moduleGraph }: ViteDevServer): void {
  const module = moduleGraph.getModuleById(resolved);
  if (module) moduleGraph.invalidateModule(module);
}

async function findCodeArticles(options: BuildOptions, readSetup: ReadSetup): Promise<string[]> {
  const handed = await handedSite()?.content();
  if (handed) return handed.library.articles.filter(({ code }) => code).map(({ path }) => path);
  const { setup } = await readSetup();
  const found: string[] = [];
  for await (const { path, source } of readMany(options.contentDir, setup?.articleFiles ?? [])) {
    if (source === undefined || !mayImport(source)) continue;
    const scope = setup?.scopeOf(path.split('/')[1] ?? '');
    if (scope && compile({ path, source }, scope).article?.code) found.push(path);
  }
  return found;
}

/**
 * The body of an article that imports components, without its front matter, which has commands to Astro of its own.
 *
 * @throws if anything but the import of an allowed component is in it
 */
async function bodyOf(source: string, path: string, readSetup: ReadSetup): Promise<string> {
  const { setup } = await readSetup();
  const scope = setup?.scopeOf(path.split('/')[1] ?? '');
  const compiled = scope && compile({ path, source }, scope);
  if (!compiled?.article?.code) {
    const [found] = compiled?.findings ?? [];
    throw new Error(`${path} cannot be run. ${found ? `${found.says} ${found.fix}` : ''}`);
  }
  const { body, bodyLine } = readFrontMatter(source, path);
  return '\n'.repeat(bodyLine - 1) + body;
}
