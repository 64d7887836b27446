import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentType } from '#io/machine/content-type.ts';
import { listFiles } from '#io/machine/files.ts';
import { IMMUTABLE } from '#io/machine/header-rules.ts';
import type { Site } from '#kb/content/site.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import type { BuiltPage } from './built-page.ts';
import { joinSources, type PageSources, styleSources } from './page-sources.ts';
import { PICTURE_POLICY, pagePolicy, siteHeaders, siteSources } from './policy.ts';

// Astro writes it at the start of every page. What comes before a policy is not held to it.
const start = /^<!doctype html>[\s\S]{0,200}?<meta charset="utf-8">/i;
/** No start is longer, in bytes. */
const START = 300;

/**
 * Writes the pages of a site, each with a policy for hosts that send no headers: what it loads, runs and sends, and
 * nothing else. Writes `_headers` for all others, and for `readServedSite`.
 *
 * @param folder everything else that browsers read as a page, a style or a script
 * @param pages by the paths of their files
 * @param base path of the site's root, ending in "/"
 */
export async function writePages(
  folder: string,
  pages: ReadonlyMap<string, BuiltPage>,
  { site, base, audience }: { site: Site; base: string; audience: 'public' | 'internal' },
): Promise<void> {
  const styles = (await listFiles(folder)).filter((file) => file.endsWith('.css'));
  const loaded = await Promise.all(
    styles.map(async (file) => styleSources(await readFile(join(folder, file), 'utf8'))),
  );
  const shared = joinSources([siteSources(site), ...loaded]);
  const policies = new Map<string, Uint8Array>();
  const policyOf = (sources: PageSources) => {
    const key = JSON.stringify([...sources].map(([directive, found]) => [directive, ...found]));
    const known = policies.get(key);
    if (known) return known;
    const policy = pagePolicy(joinSources([shared, sources]), site);
    const meta = Buffer.from(`<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`);
    policies.set(key, meta);
    return meta;
  };
  const folders = new Set<string>();
  for (const [file, { html, sources }] of pages) {
    const path = join(folder, file);
    // Many small files are written faster one after the other than by several threads.
    if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    folders.add(dirname(path));
    const [before = ''] = start.exec(Buffer.from(html.subarray(0, START)).toString('latin1')) ?? [];
    const policy = before === '' ? Buffer.of() : policyOf(sources);
    writeFileSync(path, Buffer.concat([html.subarray(0, before.length), policy, html.subarray(before.length)]));
  }
  const all = joinSources([shared, ...[...pages.values()].map(({ sources }) => sources)]);
  const headers = siteHeaders(all, site, audience);
  const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  // A search engine has the page already.
  const twins = `${base}*.md\n  Content-Type: ${contentType('twin.md')}\n  X-Robots-Tag: noindex\n`;
  // Pictures that styles name are with the styles. Only these two folders have names that change with their content.
  const hashed = ['_media', '_astro'].map((name) => `${base}${name}/*`);
  const pictures = hashed.map((path) => `${path}.svg\n  Content-Security-Policy: ${PICTURE_POLICY}\n`);
  const kept = hashed.map((path) => `${path}\n  Cache-Control: ${IMMUTABLE}\n`);
  await writeFile(join(folder, '_headers'), `${base}*\n${lines}${twins}${pictures.join('')}${kept.join('')}`);
}
