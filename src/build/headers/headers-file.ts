import { contentType } from '#io/machine/content-type.ts';
import { IMMUTABLE } from '#io/machine/header-rules.ts';
import type { PageSources } from './page-sources.ts';
import { PICTURE_POLICY, type Secured, siteHeaders } from './policy.ts';

/** The file with the headers of a site, for hosts that read it and for `readServedSite`. */
export const HEADERS_FILE = '_headers';

/**
 * @param sources what all pages together load, run and send
 * @param base path of the site's root, ending in "/"
 */
export function headersText(
  sources: PageSources,
  { base, audience, site }: { base: string; audience: 'public' | 'internal'; site: Secured },
): string {
  const lines = siteHeaders(sources, site, audience).map(([name, value]) => `  ${name}: ${value}\n`);
  // A search engine has the page already.
  const twins = `${base}*.md\n  Content-Type: ${contentType('twin.md')}\n  X-Robots-Tag: noindex\n`;
  // Pictures that styles name are with the styles. Only these two folders have names that change with their content.
  const hashed = ['_media', '_astro'].map((name) => `${base}${name}/*`);
  const pictures = hashed.map((path) => `${path}.svg\n  Content-Security-Policy: ${PICTURE_POLICY}\n`);
  const kept = hashed.map((path) => `${path}\n  Cache-Control: ${IMMUTABLE}\n`);
  return `${base}*\n${lines.join('')}${twins}${pictures.join('')}${kept.join('')}`;
}
