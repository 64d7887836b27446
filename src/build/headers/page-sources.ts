import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** The directives of a policy whose sources depend on what is built. */
export const sourceDirectives = [
  'script-src',
  'style-src',
  'style-src-attr',
  'img-src',
  'font-src',
  'media-src',
  'connect-src',
  'frame-src',
  'form-action',
] as const;
export type SourceDirective = (typeof sourceDirectives)[number];

/** By directive, what pages load or send besides what is on their own host: hashes of inline parts, origins, schemes. */
export type PageSources = ReadonlyMap<SourceDirective, ReadonlySet<string>>;

// Any other type is data, which is not run.
const scriptTypes = new Set(['', 'module', 'text/javascript', 'application/javascript']);
const loadedBy: Readonly<Record<string, SourceDirective>> = {
  img: 'img-src',
  input: 'img-src',
  video: 'media-src',
  audio: 'media-src',
  track: 'media-src',
  iframe: 'frame-src',
  script: 'script-src',
};
const linkedAs: Readonly<Record<string, SourceDirective>> = {
  stylesheet: 'style-src',
  icon: 'img-src',
  modulepreload: 'script-src',
};
const preloadedAs: Readonly<Record<string, SourceDirective>> = {
  font: 'font-src',
  image: 'img-src',
  script: 'script-src',
  style: 'style-src',
};

const tag = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const telling =
  /^<(?:script|style|img|input|picture|source|video|audio|track|iframe|form|link)\b|\s(?:style|poster)\s*=/i;

/** The elements of a page that {@link pageSources} reads. To parse all others would take most of its time. */
function tellingElements(html: string): string {
  return (html.match(tag) ?? []).filter((one) => telling.test(one)).join('');
}

/** What one page loads, runs and sends, so its policy can allow that and nothing else. */
export function pageSources(html: string): PageSources {
  const sources = new Map<SourceDirective, Set<string>>();
  const allow = (directive: SourceDirective, source: string | undefined) => {
    if (source !== undefined) sources.set(directive, (sources.get(directive) ?? new Set()).add(source));
  };
  let inline: { directive: SourceDirective; text: string } | undefined;
  let parent = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      const { src, href, style, rel = '', type = '', action, poster } = attributes;
      if (style !== undefined) allow('style-src-attr', hashOf(style));
      if (poster !== undefined) allow('img-src', sourceOf(poster));
      if (name === 'picture' || name === 'video' || name === 'audio') parent = name;
      if (name === 'style') inline = { directive: 'style-src', text: '' };
      else if (name === 'script' && src === undefined && scriptTypes.has(type.toLowerCase()))
        inline = { directive: 'script-src', text: '' };
      else if (name === 'form' && action !== undefined) {
        allow('form-action', sourceOf(action));
        // The page sends it itself, so the reader stays on it.
        if (attributes.method === 'post') allow('connect-src', sourceOf(action));
      } else if (name === 'source') {
        const directive = parent === 'picture' ? 'img-src' : 'media-src';
        for (const one of [src, ...(attributes.srcset ?? '').split(',')])
          if (one) allow(directive, sourceOf(one.trim().split(/\s/)[0] ?? ''));
      } else if (name === 'link' && href !== undefined) {
        for (const one of rel.toLowerCase().split(/\s+/)) {
          const directive = one === 'preload' ? preloadedAs[attributes.as ?? ''] : linkedAs[one];
          if (directive) allow(directive, sourceOf(href));
        }
      } else if (src !== undefined && loadedBy[name]) allow(loadedBy[name], sourceOf(src));
    },
    ontext(text) {
      if (inline) inline.text += text;
    },
    onclosetag(name) {
      if (!inline || (name !== 'script' && name !== 'style')) return;
      allow(inline.directive, hashOf(inline.text));
      inline = undefined;
    },
  });
  parser.end(tellingElements(html));
  return sources;
}

/** What a style sheet contains that is not a file: pictures and fonts written into it. */
export function styleSources(css: string): PageSources {
  const sources = new Map<SourceDirective, Set<string>>();
  if (/url\(\s*["']?data:image/i.test(css)) sources.set('img-src', new Set(['data:']));
  if (/url\(\s*["']?data:(?:font|application)/i.test(css)) sources.set('font-src', new Set(['data:']));
  return sources;
}

/** All sources of several pages or files. */
export function joinSources(all: Iterable<PageSources>): PageSources {
  const joined = new Map<SourceDirective, Set<string>>();
  for (const sources of all)
    for (const [directive, found] of sources)
      joined.set(directive, new Set([...(joined.get(directive) ?? []), ...found]));
  return joined;
}

/** An address as a policy names it: its origin, or the scheme of one without; `undefined` for a page of this host. */
export function sourceOf(address: string): string | undefined {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(whole) || !URL.canParse(whole)) return undefined;
  const { protocol, origin } = new URL(whole);
  return protocol === 'https:' || protocol === 'http:' ? origin : protocol;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
