import { z } from 'zod';

// An old address becomes a path to write to and a line in a file that hosts read. So it must be one address: it can't
// lead out of the site, match several addresses, start a new line, or name a file by which a host is set up.

/** In bytes: what disks take as a name, with room for what hosts add. */
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 1000;

const letters = /^[\p{L}\p{M}\p{N} ._~!$&'()+,;=@-]+$/u;

/** Files that set up a host, besides those whose names start with "." or "_". */
const hostFiles = new Set([
  'web.config',
  'cname',
  'vercel.json',
  'netlify.toml',
  'firebase.json',
  'staticwebapp.config.json',
  'amplify.yml',
]);

/** An earlier address of an article, without its host. */
export const OldAddress = z.string().superRefine((address, context) => {
  const message = oldAddressFault(address);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

/** Why an old address can't be redirected, as an instruction to fix it. */
export function oldAddressFault(address: string): string | undefined {
  if (!address.startsWith('/') || address === '/')
    return 'Write an old address that starts with "/", without the host, such as /hc/articles/123.';
  if (/[?#]/.test(address)) return 'Write only the path, without "?" or "#" and what follows.';
  const parts = address.replace(/\/$/, '').slice(1).split('/');
  for (const part of parts) {
    const name = decoded(part);
    if (name === undefined) return 'Write "%" only as part of a character in UTF-8, such as %20.';
    if (name === '') return 'Remove the second of two slashes.';
    if (/^[._]/.test(name)) return `Remove it: hosts keep names that start with "${name[0]}" for themselves.`;
    if (/[*:]/.test(name)) return 'Write it under "redirects" in site.yaml: an old address has no patterns.';
    if (!letters.test(name) || name !== name.trim() || name.endsWith('.'))
      return 'Write one complete address: letters, digits, and characters such as "-", "." or "_", but no patterns.';
    if (hostFiles.has(name.toLowerCase())) return `Remove it: "${name}" sets up a host.`;
    if (bytes(encoded(name)) > LONGEST_NAME) return `Shorten it: a part of an address can have ${LONGEST_NAME} bytes.`;
  }
  if (bytes(encodeAddress(address)) > LONGEST_ADDRESS)
    return `Shorten it: an address can have ${LONGEST_ADDRESS} bytes.`;
  return undefined;
}

/** The path of an old address without outer slashes, as a host looks it up: `%C3%A4/` gives `ä`. */
export function pathOfAddress(address: string): string {
  return address
    .split('/')
    .filter(Boolean)
    .map((part) => {
      const name = decoded(part);
      // A part that would lead elsewhere once decoded stays encoded.
      return name === undefined || /^\.{1,2}$|[/\\\p{Cc}]/u.test(name) ? part : name;
    })
    .join('/')
    .normalize();
}

/** The file that redirects browsers from an old address: `old/index.html`, or `old.html`. */
export function fileOfAddress(address: string): string {
  const path = pathOfAddress(address);
  return /\.html$/i.test(path) ? path : `${path}/index.html`;
}

/** An old address as a host reads it: only letters, digits and `-._~%/`, none of which is part of a pattern. */
export function encodeAddress(address: string): string {
  return address
    .split('/')
    .map((part) => encoded(decoded(part) ?? part))
    .join('/');
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
