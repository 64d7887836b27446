import { posix } from 'node:path';
import { addressesIn } from './addresses.ts';
import { parseLink } from './syntax/links.ts';

/** Where pages and files of a content folder are after a move. */
export interface Moves {
  /** The new id of an article or section; `undefined` if there is none with this id. */
  pageOf(id: string): string | undefined;
  /** The new path of a file, relative to the content folder. */
  fileOf(path: string): string;
  /** The file that an article means by a path: the one of its language, or of the default language. */
  assetOf(path: string): string | undefined;
}

/**
 * The text of an article or snippet with its links, files and imports as they must be after a move. Everything else stays
 * as it is, and links stay relative or absolute.
 *
 * @param path of the file before the move, relative to the content folder
 */
export function moveAddresses(source: string, path: string, moves: Moves): { text: string; changed: number } {
  // A snippet's links are read as if they were in the article that shows it, most often in a section at the top.
  const from = path.startsWith('snippets/') ? `articles/${path.split('/')[1]}/section/snippet.mdx` : path;
  const to = from === path ? moves.fileOf(path) : from;
  let text = '';
  let place = 0;
  let changed = 0;
  for (const address of addressesIn(source)) {
    const moved = address.isImport ? movedImport(address.text, from, to) : movedAddress(address.text, from, to, moves);
    // The writer's own way to write the same path stays.
    if (posix.normalize(moved) === posix.normalize(address.text)) continue;
    text += source.slice(place, address.start) + moved;
    place = address.end;
    changed++;
  }
  return { text: text + source.slice(place), changed };
}

function movedImport(written: string, from: string, to: string): string {
  if (!written.startsWith('.') || posix.dirname(from) === posix.dirname(to)) return written;
  return relativePath(to, posix.join(posix.dirname(from), written));
}

function movedAddress(written: string, from: string, to: string, moves: Moves): string {
  const target = parseLink(written, from);
  const [, rest = ''] = /^[^?#]*([\s\S]*)$/.exec(written) ?? [];
  const isStill = posix.dirname(from) === posix.dirname(to);
  if (target.kind === 'file') {
    const asset = moves.assetOf(target.path);
    if (asset === undefined) return written;
    const moved = moves.fileOf(asset);
    if (isStill && moved === asset) return written;
    // A translation names the file of the original as if it were next to the translation.
    return encoded(relativePath(to, inFolder(localeFolder(target.path), moved)), written) + rest;
  }
  if (target.kind !== 'page') return written;
  const moved = moves.pageOf(target.id);
  if (moved === undefined) return written;
  const before = written.slice(0, written.length - rest.length);
  if (before.trimStart().startsWith('/')) return moved === target.id ? written : absolute(before, moved) + rest;
  if (isStill && moved === target.id) return written;
  const extension = /\.mdx?$/.exec(before)?.[0] ?? '';
  const slash = before.endsWith('/') ? '/' : '';
  return `${encoded(relativePath(to, `${localeFolder(to)}/${moved}`), written)}${extension}${slash}${rest}`;
}

/** A link from the root of the site to another page, written the same way. */
function absolute(before: string, id: string): string {
  const extension = /\.mdx?\/?$/.exec(before)?.[0] ?? (before.endsWith('/') ? '/' : '');
  return `${encoded(`/${id}`, before)}${extension}`;
}

/** Written with `%` where the writer did. */
function encoded(path: string, written: string): string {
  return /%[0-9a-f]{2}/i.test(written) || /[\s()<>"']/.test(path)
    ? path
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/[()']/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
    : path;
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** `articles/fi` of `articles/fi/cards/order.mdx`. */
function localeFolder(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function inFolder(folder: string, path: string): string {
  return `${folder}/${path.split('/').slice(2).join('/')}`;
}
