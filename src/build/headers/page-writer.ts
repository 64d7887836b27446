import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteFile } from '#io/machine/file-writer.ts';
import { listFiles } from '#io/machine/files.ts';
import type { Site } from '#kb/content/site.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import type { BuiltPage } from './built-page.ts';
import { joinSources, type PageSources, styleSources } from './page-sources.ts';
import { pagePolicy, siteSources } from './policy.ts';

// Astro writes it at the start of every page. What comes before a policy is not held to it.
const start = /^<!doctype html>[\s\S]{0,200}?<meta charset="utf-8">/i;
/** No start is longer, in bytes. */
const START = 300;

/** Writes the pages of a site. */
export interface PageWriter {
  /**
   * Writes a page with a policy for hosts that send no headers: what it loads, runs and sends, and nothing else.
   *
   * @param file its path in the folder of the site
   */
  write(file: string, page: BuiltPage): void;
  /** What all pages together load, run and send. */
  sources(): PageSources;
}

/**
 * @param folder the folder of the site, with all its styles
 */
export async function pageWriter(folder: string, site: Site, write: WriteFile): Promise<PageWriter> {
  const styles = (await listFiles(folder)).filter((file) => file.endsWith('.css'));
  const loaded = await Promise.all(
    styles.map(async (file) => styleSources(await readFile(join(folder, file), 'utf8'))),
  );
  const shared = joinSources([siteSources(site), ...loaded]);
  // Many pages have the same.
  const policies = new Map<string, { sources: PageSources; meta: Uint8Array }>();
  const metaOf = (sources: PageSources) => {
    const key = JSON.stringify([...sources].map(([directive, found]) => [directive, ...found]));
    const known = policies.get(key);
    if (known) return known.meta;
    const policy = pagePolicy(joinSources([shared, sources]), site);
    const meta = Buffer.from(`<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`);
    policies.set(key, { sources, meta });
    return meta;
  };
  return {
    write(file, { html, sources }) {
      const [before = ''] = start.exec(Buffer.from(html.subarray(0, START)).toString('latin1')) ?? [];
      const meta = metaOf(sources);
      const parts = before === '' ? [html] : [html.subarray(0, before.length), meta, html.subarray(before.length)];
      write(file, Buffer.concat(parts));
    },
    sources: () => joinSources([shared, ...[...policies.values()].map(({ sources }) => sources)]),
  };
}
