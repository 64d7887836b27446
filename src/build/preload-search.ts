import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { digest } from '#kb/values/digest.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { STEMMER, VOCABULARY } from '#search/pagefind-index.ts';

/**
 * Names in the results page of each language what it always loads, so browsers load all of it at once, and not one after
 * the other as each script asks for the next.
 *
 * @param site the folder of the site, with its search index
 * @param base path of the site's root, ending in "/"
 */
export async function preloadSearch(site: string, base: string): Promise<void> {
  const scripts = await withImports(join(site, '_astro'), 'results-page.');
  for (const locale of await readdir(join(site, 'pagefind'))) {
    const index = `${base}pagefind/${locale}/`;
    // A disk lists files in an order of its own.
    const names = (await readdir(join(site, 'pagefind', locale))).sort();
    const read = names.filter((name) => /\.pf_meta$|^wasm\./.test(name));
    const list = 'pagefind-entry.json';
    const tag = digest(await readFile(join(site, 'pagefind', locale, list), 'utf8'));
    const runs = (href: string) => `<link rel="modulepreload" href="${escapeHtml(href)}">`;
    const fetches = (href: string) => `<link rel="preload" as="fetch" crossorigin href="${escapeHtml(href)}">`;
    // First what says which words a question looks up, so they are on their way while Pagefind starts. The page
    // fetches its own scripts before it runs them.
    const links = [
      ...scripts.map((name) => fetches(`${base}_astro/${name}`)),
      ...[fetches(index + VOCABULARY), runs(index + STEMMER), fetches(`${base}${locale}/search.json`)],
      ...[runs(`${index}pagefind.js`), fetches(`${index}${list}?ts=${tag}`)],
      ...read.map((name) => fetches(index + name)),
    ];
    const page = join(site, locale, 'search/index.html');
    const html = await readFile(page, 'utf8');
    // What starts the search comes first. The addresses are HTML already.
    const start = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, href = '']) => href);
    links.unshift(...start.map((href) => `<link rel="modulepreload" href="${href}">`));
    await writeFile(
      page,
      html.replace('</head>', () => `${links.join('')}</head>`),
    );
  }
}

/** A script of the folder and all that it imports at once, by their names. */
async function withImports(folder: string, start: string): Promise<string[]> {
  const first = (await readdir(folder)).find((name) => name.startsWith(start) && name.endsWith('.js'));
  if (first === undefined) throw new Error(`The build has no script ${start}*.js.`);
  const found = new Set([first]);
  for (const name of found)
    for (const [, file = ''] of (await readFile(join(folder, name), 'utf8')).matchAll(/\bfrom\s*["'](\.\/[^"']+)["']/g))
      found.add(basename(file));
  return [...found];
}
