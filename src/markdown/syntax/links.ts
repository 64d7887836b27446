import { posix } from 'node:path';
import { decodeAddress } from '#kb/values/decode-address.ts';
import { cleanAddress, isElsewhere, isSafeLink } from '#kb/values/link-address.ts';

/** What a link in an article leads to. */
export type LinkTarget =
  | { kind: 'page'; id: string; fragment?: string | undefined }
  | { kind: 'here'; fragment: string }
  | { kind: 'file'; path: string }
  | { kind: 'elsewhere'; href: string }
  | { kind: 'unsafe'; href: string };

/** Completes an address without its scheme, as the writer most likely meant it: `https://www.example.com`, `mailto:…`. */
export function completeAddress(href: string): string | undefined {
  if (/^[^\s/@:]+@[^\s/@]+\.[a-z]{2,}$/i.test(href)) return `mailto:${href}`;
  if (/^(?:www\.[^/\s]+|[^/\s:@]+\.(?:com|org|net))(?:[/?#]|$)/i.test(href) && !href.startsWith('.'))
    return `https://${href}`;
  return undefined;
}

/** The scheme of links to other pages, until they are resolved in the reader's language. */
export const PAGE_SCHEME = 'page:';

/**
 * Parses a link the way writers mean it: `/cards/order-a-card`, `../cards/order-a-card.mdx#fees`,
 * `./form.pdf`, `#fees`, `https://…`.
 *
 * @param articlePath relative to the content folder: `articles/en/cards/freeze.mdx`
 */
export function parseLink(written: string, articlePath: string): LinkTarget {
  const href = cleanAddress(written);
  if (href.startsWith('#')) return { kind: 'here', fragment: decodeAddress(href.slice(1)) };
  if (isElsewhere(href)) return isSafeLink(href) ? { kind: 'elsewhere', href } : { kind: 'unsafe', href };
  const [path = '', fragment] = href.split('#', 2);
  const clean = decodeAddress(path.split('?')[0] ?? '');
  const extension = posix.extname(clean);
  const folder = posix.dirname(articlePath);
  if (
    extension !== '' &&
    extension !== '.mdx' &&
    extension !== '.md' &&
    /^\.(?=.*[a-z])[a-z0-9]{1,5}$/i.test(extension) &&
    !clean.startsWith('/')
  )
    return { kind: 'file', path: posix.join(folder, clean) };
  const root = articlePath.split('/').slice(0, 2).join('/');
  const joined = clean.startsWith('/') ? posix.normalize(clean) : posix.relative(root, posix.join(folder, clean));
  const id = joined.replace(/\.mdx?$/, '').replace(/^\/+|\/+$/g, '');
  return {
    kind: 'page',
    id,
    fragment: fragment === undefined || fragment === '' ? undefined : decodeAddress(fragment),
  };
}

/** The path of a picture or file named in an article, relative to the content folder. */
export function mediaPath(src: string, articlePath: string): string {
  return posix.join(posix.dirname(articlePath), decodeAddress(src));
}

/** Whether a file is an SVG picture. Opened as a page, it could run scripts, so a link saves it instead. */
export function isDrawing(url = ''): boolean {
  return /\.svg$/i.test(url);
}
