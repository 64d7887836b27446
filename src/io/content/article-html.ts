import { compile } from '#markdown/compile.ts';
import { readMany } from '../machine/files.ts';
import { readSiteSetup } from './read-site-setup.ts';

/** The HTML of articles by their paths, without what code in them would add. */
export async function readArticleHtml(dir: string, locales: readonly string[]): Promise<Map<string, string>> {
  const { setup } = await readSiteSetup(dir);
  const html = new Map<string, string>();
  if (!setup) return html;
  const scopes = new Map(locales.map((locale) => [locale, setup.scopeOf(locale)]));
  const files = setup.articleFiles.filter((path) => scopes.has(path.split('/')[1] ?? ''));
  for await (const { path, source } of readMany(dir, files)) {
    const scope = scopes.get(path.split('/')[1] ?? '');
    if (scope && source !== undefined) html.set(path, compile({ path, source }, scope).html() ?? '');
  }
  return html;
}
