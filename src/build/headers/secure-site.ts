import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentType } from '#io/machine/content-type.ts';
import { listFiles } from '#io/machine/files.ts';
import { IMMUTABLE } from '#io/machine/header-rules.ts';
import type { Site } from '#kb/content/site.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { joinSources, type PageSources, pageSources, styleSources } from './page-sources.ts';
import { PICTURE_POLICY, pagePolicy, siteHeaders, siteSources } from './policy.ts';

/** How many pages are read at a time. */
const AT_ONCE = 64;
// Astro writes it at the start of every page. What comes before a policy is not held to it.
const start = /^<!doctype html>[\s\S]{0,200}?<meta charset="utf-8">/i;

/**
 * Writes `_headers`, for hosts that read it and for `readServedSite`, and a policy into each page, for hosts that don't: what the pages that were
 * built load, run and send, and nothing else.
 *
 * @param folder the complete site
 * @param base path of the site's root, ending in "/"
 */
export async function secureSite(
  folder: string,
  { site, base, audience }: { site: Site; base: string; audience: 'public' | 'internal' },
): Promise<void> {
  const files = await listFiles(folder);
  const shared = joinSources([siteSources(site), ...(await readAll(folder, files, '.css', styleSources))]);
  const pages = await readAll(folder, files, '.html', pageSources, (html, sources) => {
    const policy = pagePolicy(joinSources([shared, sources]), site);
    const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`;
    return html.replace(start, (before) => before + meta);
  });
  const headers = siteHeaders(joinSources([shared, ...pages]), site, audience);
  const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  // A search engine has the page already.
  const twins = `${base}*.md\n  Content-Type: ${contentType('twin.md')}\n  X-Robots-Tag: noindex\n`;
  // Pictures that styles name are with the styles. Only these two folders have names that change with their content.
  const hashed = ['_media', '_astro'].map((name) => `${base}${name}/*`);
  const pictures = hashed.map((path) => `${path}.svg\n  Content-Security-Policy: ${PICTURE_POLICY}\n`);
  const kept = hashed.map((path) => `${path}\n  Cache-Control: ${IMMUTABLE}\n`);
  await writeFile(join(folder, '_headers'), `${base}*\n${lines}${twins}${pictures.join('')}${kept.join('')}`);
}

async function readAll(
  folder: string,
  files: readonly string[],
  extension: string,
  sourcesOf: (text: string) => PageSources,
  change?: (text: string, sources: PageSources) => string,
): Promise<PageSources[]> {
  const named = files.filter((file) => file.endsWith(extension)).sort();
  const found: PageSources[] = [];
  for (let at = 0; at < named.length; at += AT_ONCE)
    found.push(
      ...(await Promise.all(
        named.slice(at, at + AT_ONCE).map(async (file) => {
          const path = join(folder, file);
          const text = await readFile(path, 'utf8');
          const sources = sourcesOf(text);
          if (change) await writeFile(path, change(text, sources));
          return sources;
        }),
      )),
    );
  return found;
}
