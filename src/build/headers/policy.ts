import type { Site } from '#kb/content/site.ts';
import { joinSources, type PageSources, type SourceDirective, sourceDirectives, sourceOf } from './page-sources.ts';

// What every page does: its own files, and the search, which is WebAssembly.
const always: Readonly<Record<SourceDirective, readonly string[]>> = {
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'style-src-attr': [],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'media-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': [],
  'form-action': ["'self'"],
};

// No script of ours turns text into code or a document, so none needs a policy of its own. Scripts from elsewhere, such as
// those that count visits, do.
const trustedTypes = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

/** What the company sends to other hosts, or allows itself. */
export function siteSources({ votes, searchLog, security }: Site): PageSources {
  const sent = [votes, searchLog].flatMap((address) => (address === undefined ? [] : (sourceOf(address) ?? [])));
  const allowed = Object.entries(security.allow) as [SourceDirective, string[]][];
  return joinSources([
    new Map([['connect-src', new Set(sent)]]),
    ...allowed.map(([directive, sources]) => new Map([[directive, new Set(sources)]])),
  ]);
}

/** What a site says about its headers. */
export interface Secured {
  security: Pick<Site['security'], 'hsts' | 'trustedTypes'>;
}

/** The Content-Security-Policy of pages that load, run and send these: as a `<meta>` can have it. */
export function pagePolicy(sources: PageSources, { security }: Secured): string {
  const isOurs = [...(sources.get('script-src') ?? [])].every((source) => source.startsWith("'sha256-"));
  const directives = sourceDirectives.flatMap((directive) => {
    const found = [...(sources.get(directive) ?? [])].sort();
    if (directive === 'style-src-attr' && found.length > 0) found.unshift("'unsafe-hashes'");
    const all = [...always[directive], ...found];
    return all.length === 0 ? [] : [`${directive} ${all.join(' ')}`];
  });
  return [
    "default-src 'none'",
    ...directives,
    "base-uri 'none'",
    ...(isOurs && security.trustedTypes ? trustedTypes : []),
  ].join('; ');
}

/** The headers of every response of a site, from the one that matters most. */
export function siteHeaders(
  sources: PageSources,
  { security }: Secured,
  audience: 'public' | 'internal',
): [name: string, value: string][] {
  const isPublic = audience === 'public';
  return [
    // Nothing needs the site in a frame: the widget draws itself in the page of the product.
    ['Content-Security-Policy', `${pagePolicy(sources, { security })}; frame-ancestors 'none'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    // The widget reads the site from the page of a product. An internal site stays closed.
    ['Cross-Origin-Resource-Policy', isPublic ? 'cross-origin' : 'same-origin'],
    ...(isPublic ? [['Access-Control-Allow-Origin', '*'] as [string, string]] : []),
    ...(security.hsts ? [['Strict-Transport-Security', 'max-age=31536000'] as [string, string]] : []),
  ];
}

/** A picture can be opened on its own, and then it is a page: it may have styles, and nothing else. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
