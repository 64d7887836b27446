import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RedirectRule, redirectRulesOf } from '#kb/redirects/redirect-rule.ts';
import { listFiles, readText } from './files.ts';
import { type HeaderRule, readHeaderRules } from './header-rules.ts';

/** An old address that a host redirects for good. */
export interface ServedRedirect {
  /** A path as it is written: encoded, from the root of the host. */
  from: string;
  to: string;
}

/** What a built site says about itself: it can be served without the content it was made from. */
export interface ServedSite {
  /** The path of the site's root, ending in "/". */
  base: string;
  headers: HeaderRule[];
  redirects: ServedRedirect[];
  /** Rules for many old addresses, in the order in which they count. */
  rules: RedirectRule[];
}

/**
 * Reads how a built site wants to be served. `_headers` states its path: the first rule of a build is for all of it.
 *
 * @throws if there is no site in the folder
 */
export async function readServedSite(folder: string): Promise<ServedSite> {
  await stat(join(folder, 'index.html'));
  const headers = readHeaderRules((await readText(join(folder, '_headers'))) ?? '');
  const base = headers[0]?.path.replace(/\*$/, '') ?? '/';
  const lines = ((await readText(join(folder, '_redirects'))) ?? '').split('\n').flatMap((line) => {
    const [from, to] = line.split(' ');
    return from?.startsWith('/') && to !== undefined ? [{ from, to }] : [];
  });
  const isRule = ({ from }: ServedRedirect) => /[*:]/.test(from);
  const rules = lines.filter(isRule).map(({ from, to }) => [from, to.replace(':splat', '*')] as const);
  return {
    base,
    headers,
    redirects: lines.filter((line) => !isRule(line)),
    rules: redirectRulesOf(Object.fromEntries(rules)),
  };
}

/** The languages of a built site, sorted, and the address of its host, if the site was built for one. */
export async function readServedAddress(folder: string): Promise<{ locales: string[]; origin: string | undefined }> {
  const names = await readdir(folder);
  const setups = await Promise.all(names.map((name) => stat(join(folder, name, 'search.json')).catch(() => undefined)));
  const [, canonical] =
    /<link rel="canonical" href="([^"]*)"/.exec((await readText(join(folder, 'index.html'))) ?? '') ?? [];
  return {
    locales: names.filter((_, index) => setups[index]?.isFile()).sort(),
    origin: canonical !== undefined && URL.canParse(canonical) ? new URL(canonical).origin : undefined,
  };
}

/** The paths of the pages that have a Markdown file, decoded, with a slash at their end; sorted. */
export async function readTwins(folder: string, { base }: ServedSite): Promise<string[]> {
  const files = new Set(await listFiles(folder));
  return [...files]
    .filter((file) => file.endsWith('.md') && files.has(file.replace(/\.md$/, '/index.html')))
    .map((file) => `${base}${file.slice(0, -'.md'.length)}/`)
    .sort();
}
