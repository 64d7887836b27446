import { Parser } from 'htmlparser2';

/** Where things of a site are in a bundle that is opened from a folder. */
export interface OfflineSite {
  /** The path of the site's root, ending in "/". */
  base: string;
  /** The address of the site's host, if it is known. */
  origin: string | undefined;
  /** The files of the bundle, relative to its root. */
  files: ReadonlySet<string>;
}

/** Elements of the head that would lead to a server, or say what a folder can't keep. */
const droppedLinks = /^(?:canonical|alternate|preload|modulepreload|expect|search|manifest)$/;

/**
 * A page of a site with addresses that work in a folder, and without scripts of the site that a page which is a file
 * may not run.
 *
 * @param path of the page in the bundle: `en/cards/order/index.html`
 * @param scripts what replaces a script, by its file; nothing for one that is left out
 * @param more scripts to run after all others
 */
export function offlinePage(
  html: string,
  path: string,
  site: OfflineSite,
  scripts: ReadonlyMap<string, string>,
  more: readonly string[] = [],
): string {
  const up = '../'.repeat(path.split('/').length - 1);
  let written = '';
  let at = 0;
  /** Whether what is read now is in a script or a style, and what becomes of it. */
  let inside: 'dropped' | 'module' | 'style' | undefined;
  const replace = (start: number, end: number, text: string) => {
    written += html.slice(at, start) + text;
    at = end;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const { startIndex: start } = parser;
      const end = parser.endIndex + 1;
      const tag = html.slice(start, end);
      if (name === 'meta' && /^(?:content-security-policy|refresh)$/i.test(attributes['http-equiv'] ?? '')) {
        const refresh = /^refresh$/i.test(attributes['http-equiv'] ?? '');
        replace(start, end, refresh ? tag.replace(/url=([^"]*)/i, (_, url) => `url=${local(url, up, site)}`) : '');
      } else if (name === 'link' && droppedLinks.test(attributes.rel ?? '')) replace(start, end, '');
      else if (name === 'script' && attributes.type === 'application/ld+json') {
        inside = 'dropped';
        replace(start, end, '');
      } else if (name === 'script' && attributes.type === 'module') {
        const file = attributes.src === undefined ? undefined : fileOf(attributes.src, site);
        const classic = file === undefined ? undefined : scripts.get(file);
        inside = attributes.src === undefined ? 'module' : 'dropped';
        const deferred = classic === undefined ? '' : `<script defer src="${up}${classic}"></script>`;
        replace(start, end, inside === 'module' ? '<script>addEventListener("DOMContentLoaded",()=>{' : deferred);
      } else {
        if (name === 'style') inside = 'style';
        replace(start, end, localTag(tag, up, site));
      }
    },
    onclosetag(name) {
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      if (name === 'script' && inside === 'dropped') {
        at = end;
        inside = undefined;
      } else if (name === 'script' && inside === 'module') {
        replace(start, end, '})</script>');
        inside = undefined;
      } else if (name === 'style' && inside === 'style') {
        written += localCss(html.slice(at, start), up, site);
        at = start;
        inside = undefined;
      } else if (name === 'body')
        replace(start, start, more.map((file) => `<script defer src="${up}${file}"></script>`).join(''));
    },
  });
  parser.end(html);
  return written + html.slice(at);
}

/** CSS whose addresses start from the folder that `up` leads to. */
export function localCss(css: string, up: string, site: OfflineSite): string {
  return css.replace(/url\((["']?)(\/[^)"']*)\1\)/g, (_, quote, url) => `url(${quote}${local(url, up, site)}${quote})`);
}

function localTag(tag: string, up: string, site: OfflineSite): string {
  return tag
    .replace(/(\s(?:href|src|action|poster)=)"(\/[^"]*)"/g, (_, name, url) => `${name}"${local(url, up, site)}"`)
    .replace(/(\ssrcset=)"([^"]*)"/g, (_, name, list: string) => {
      const sources = list.split(/,\s+/).map((one) => one.replace(/^\/\S*/, (url) => local(url, up, site)));
      return `${name}"${sources.join(', ')}"`;
    });
}

/** The address of something in the bundle from a page, or else on the published site. */
function local(address: string, up: string, site: OfflineSite): string {
  const file = fileOf(address, site);
  if (file !== undefined && site.files.has(file)) return up + encodeURI(file) + (/[?#].*$/s.exec(address)?.[0] ?? '');
  return site.origin === undefined ? address : site.origin + address;
}

function fileOf(address: string, { base }: OfflineSite): string | undefined {
  const path = decodeURI(address.replace(/[?#].*$/s, ''));
  if (!path.startsWith(base)) return undefined;
  const inside = path.slice(base.length);
  return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
}
