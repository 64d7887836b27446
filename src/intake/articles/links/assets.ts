import { createHash } from 'node:crypto';
import { decodeAddress } from '#kb/values/decode-address.ts';
import { compareText } from '#kb/values/text.ts';
import type { CheckedFiles } from '../collection.ts';
import type { CopiedFile } from '../imported-site.ts';
import { fileNameOf, folderOf, joinPath, stemOf } from './paths.ts';
import { freeName, slugOfName } from './slugs.ts';

/** Folders from which site generators serve files at the root of the site. */
const STATIC_FOLDERS = ['', 'static/', 'public/', 'assets/', 'src/', 'docs/'];

/** The files of one article: where they come from and their names next to it. */
export interface AssetShelf {
  /** Name of the file next to the article for a path in the source; `undefined` if there is no such file. */
  take(url: string): string | undefined;
  /** Why the file at a path in the source can't be taken, as a sentence; `undefined` if there is no such file. */
  problem(url: string): string | undefined;
  /** Puts a file next to the article and returns its name there. The same bytes are put there once. */
  add(name: string, bytes: Uint8Array): string;
}

/** All files of the source that are not Markdown, and which of them articles use. */
export interface AssetStore {
  /** `source` is the path of the article in the source, `folder` its folder in the import. */
  shelfFor(source: string, folder: string): AssetShelf;
  /** The files to copy for all articles so far, sorted. */
  copies(): CopiedFile[];
}

function safeName(path: string): string {
  const name = fileNameOf(path);
  if (/^[\w.-]+$/.test(name)) return name;
  const extension = name.slice(stemOf(name).length);
  return slugOfName(stemOf(name), 'file') + extension.toLowerCase();
}

const UNCHECKED: CheckedFiles = { names: new Map(), problems: new Map() };

/** `assets` are paths relative to the folder that was read, `/` between folders. */
export function assetStore(assets: ReadonlySet<string>, checked = UNCHECKED): AssetStore {
  const sorted = [...assets].sort(compareText);
  // Disks differ in whether they distinguish case, and in how they compose accents.
  const loose = (path: string) => path.normalize('NFC').toLowerCase();
  const byLooseName = new Map(sorted.map((path) => [loose(path), path]));
  // Most pictures of some collections aren't there, so each is looked for at every end.
  const byName = Map.groupBy(sorted.map(loose), fileNameOf);
  // Two files that differ only in capitals are one file on many disks.
  const taken = new Set<string>();
  const names = new Map<string, { name: string; copy: CopiedFile }>();

  const find = (source: string, url: string): string | undefined => {
    const path = decodeAddress(url.replace(/[?#].*$/, ''));
    if (path === '') return undefined;
    const exact = (wanted: string) => (assets.has(wanted) ? wanted : byLooseName.get(loose(wanted)));
    const bare = path.replace(/^(?:@site\/|~\/?|\/)+/, '');
    if (bare === path) return exact(joinPath(folderOf(source), path)) ?? exact(joinPath('', path));
    // Each language or part of a site can have files of its own.
    for (let above = folderOf(source); ; above = folderOf(above)) {
      for (const folder of STATIC_FOLDERS) {
        const found = exact(joinPath(above, folder + bare));
        if (found) return found;
      }
      if (above === '') break;
    }
    const wanted = `/${loose(bare)}`;
    const ending = byName.get(fileNameOf(wanted))?.filter((asset) => asset.endsWith(wanted)) ?? [];
    return ending.length === 1 ? byLooseName.get(ending[0] as string) : undefined;
  };

  const place = (folder: string, key: string, wanted: string, copy: (to: string) => CopiedFile): string => {
    const known = names.get(`${folder}\n${key}`);
    if (known) return known.name;
    const extension = wanted.slice(stemOf(wanted).length);
    const isTaken = (stem: string) => taken.has(`${folder}/${stem}${extension}`.toLowerCase());
    const name = freeName(stemOf(wanted), isTaken) + extension;
    taken.add(`${folder}/${name}`.toLowerCase());
    names.set(`${folder}\n${key}`, { name, copy: copy(`${folder}/${name}`) });
    return name;
  };

  return {
    shelfFor: (source, folder) => ({
      take(url) {
        const from = find(source, url);
        if (!from || checked.problems.has(from)) return undefined;
        return place(folder, from, safeName(checked.names.get(from) ?? from), (to) => ({ from, to }));
      },
      problem(url) {
        return checked.problems.get(find(source, url) ?? '');
      },
      add(name, bytes) {
        const digest = createHash('sha256').update(bytes).digest('hex');
        return place(folder, `\n${digest}`, safeName(name), (to) => ({ bytes, to }));
      },
    }),
    copies: () => [...names.values()].map(({ copy }) => copy).sort((left, right) => compareText(left.to, right.to)),
  };
}
