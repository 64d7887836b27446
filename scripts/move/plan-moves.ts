import { posix } from 'node:path';
import { idOfPath } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import { pathsTo } from '#kb/content/library.ts';
import { isFileOfLocale, isPageOfLocale, isReserved } from '#kb/content/own-pages.ts';
import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import { isArticleId } from '#kb/rules/articles.ts';
import { assetFor } from '#kb/rules/media.ts';
import { addressesIn } from '#markdown/addresses.ts';
import type { Moves } from '#markdown/moved-addresses.ts';
import { parseLink } from '#markdown/syntax/links.ts';
import { Refusal, UsageError } from '../shared/failures.ts';

/** What is moved, and where to. */
export interface MovePlan extends Moves {
  /** The articles by their old ids, each with its new one. */
  ids: ReadonlyMap<string, string>;
  /** The sections that have no article left, each with the one that replaces it. */
  sections: ReadonlyMap<string, string>;
  /** The files by their old paths, relative to the content folder, each with its new one. */
  files: ReadonlyMap<string, string>;
}

/** The texts of all articles and snippets, by path relative to the content folder. */
export type Sources = ReadonlyMap<string, string>;

/** @throws UsageError or Refusal if OLD can't become NEW */
export function planMoves(library: Library, sources: Sources, oldName: string, newName: string): MovePlan {
  const [old, fresh] = [idOfName(oldName), idOfName(newName)];
  const paths = [...sources.keys()].filter((path) => path.startsWith('articles/'));
  const known = new Set(paths.map(idOfPath));
  const isSection = !known.has(old) && [...known].some((id) => id.startsWith(`${old}/`));
  if (!known.has(old) && !isSection) {
    const near = nearest(old, [...known, ...[...known].flatMap((id) => pathsTo(id))]);
    throw new UsageError(
      `OLD is "${oldName}", but there is no such article or section. ${near ? didYouMean(near) : 'Use an id such as cards/order-a-card.'}`,
    );
  }
  mustBeId(newName, fresh, isSection);
  const moved = [...known].filter((id) => (isSection ? id.startsWith(`${old}/`) : id === old)).sort();
  const ids = new Map(moved.map((id) => [id, isSection ? fresh + id.slice(old.length) : fresh]));
  mustBeFree({ library, known, ids, old, fresh, isSection });

  const articles = new Map(
    paths
      .filter((path) => ids.has(idOfPath(path)))
      .map((path) => [path, `${localeFolder(path)}/${ids.get(idOfPath(path))}.mdx`]),
  );
  const sections = emptiedSections(known, ids);
  const files = new Map([...articles, ...movedAssets(library, sources, articles)]);
  for (const [path, to] of files)
    if ((library.assets.has(to) || sources.has(to)) && !files.has(to))
      throw new Refusal(`${path} can't be moved: ${to} already exists. Nothing was changed.`);
  const exists = (id: string) => known.has(id) || library.hasSection(id) || isPageOfLocale(id);
  return {
    ids,
    sections,
    files,
    pageOf: (id) => ids.get(id) ?? sections.get(id) ?? (exists(id) ? id : undefined),
    fileOf: (path) => files.get(path) ?? path,
    assetOf: (path) => assetFor(library, path),
  };
}

/** The id of an article, also if its address or the path of its file is named. */
function idOfName(name: string): string {
  const path = name.replaceAll('\\', '/').replace(/^\.?\/+|\/+$/g, '');
  const inside = /(?:^|\/)articles\/[^/]+\/(.+)$/.exec(path)?.[1] ?? path;
  return inside.replace(/\.mdx$/, '');
}

function mustBeId(written: string, id: string, isSection: boolean): void {
  if (id === '' || !isArticleId(id))
    throw new UsageError(
      `NEW is "${written}", which can't be an address. Use lowercase letters, digits and hyphens, such as cards/order-a-card.`,
    );
  if (!isSection && !id.includes('/'))
    throw new UsageError(`NEW is "${written}", but every article is in a section. Use an id such as cards/${id}.`);
  const [first = ''] = id.split('/');
  if (isReserved(first) || isFileOfLocale(first))
    throw new UsageError(`NEW is "${written}", but "${first}" is the address of a page that every help center has.`);
}

function mustBeFree(move: {
  library: Library;
  known: ReadonlySet<string>;
  ids: ReadonlyMap<string, string>;
  old: string;
  fresh: string;
  isSection: boolean;
}): void {
  const { library, known, ids, old, fresh, isSection } = move;
  if (old === fresh) throw new UsageError('OLD and NEW are the same.');
  const staying = [...known].filter((id) => !ids.has(id));
  const taken = [...ids.values()].find((id) => known.has(id) && !ids.has(id));
  if (taken !== undefined) throw new Refusal(`There is already an article "${taken}". Nothing was changed.`);
  if (
    isSection &&
    (staying.some((id) => id === fresh || id.startsWith(`${fresh}/`)) || Object.hasOwn(library.site.sections, fresh))
  )
    throw new Refusal(
      `There is already a section "${fresh}". Move the articles of "${old}" one by one. Nothing was changed.`,
    );
  const all = [...staying, ...ids.values()];
  const inside = [...ids.values()].find((id) => all.some((other) => other.startsWith(`${id}/`)));
  if (inside !== undefined)
    throw new Refusal(`There is already a section "${inside}", which has the same address. Nothing was changed.`);
  const above = all.find((other) => [...ids.values()].some((id) => id.startsWith(`${other}/`)));
  if (above !== undefined)
    throw new Refusal(`"${above}" is an article, so it can't be a section too. Nothing was changed.`);
  const unread = [...ids.keys()].find((id) => library.unread.has(id));
  if (unread !== undefined)
    throw new Refusal(
      `"${unread}" can't be read. Run \`npm run check\`, and fix its errors first. Nothing was changed.`,
    );
}

/** Sections without any article after the move, each with the section of the first article that left it. */
function emptiedSections(known: ReadonlySet<string>, ids: ReadonlyMap<string, string>): Map<string, string> {
  const after = new Set([...known].flatMap((id) => sectionsOf(ids.get(id) ?? id)));
  const emptied = new Map<string, string>();
  for (const [id, fresh] of ids) {
    const [before, now] = [sectionsOf(id), sectionsOf(fresh)];
    for (const section of before) {
      if (after.has(section) || emptied.has(section)) continue;
      // `billing/invoices` of `billing` becomes that of `payments`, if it is as deep.
      const place = now[before.indexOf(section) + now.length - before.length] ?? now.at(-1);
      if (place !== undefined) emptied.set(section, place);
    }
  }
  return emptied;
}

function sectionsOf(id: string): string[] {
  return pathsTo(id).slice(0, -1);
}

function localeFolder(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** The files next to moved articles, or below them, that nothing else uses. */
function movedAssets(library: Library, sources: Sources, articles: ReadonlyMap<string, string>): Map<string, string> {
  const users = new Map<string, Set<string>>();
  for (const [path, source] of sources)
    for (const { text } of addressesIn(source)) {
      const link = parseLink(text, path);
      const asset = link.kind === 'file' ? assetFor(library, link.path) : undefined;
      if (asset !== undefined) users.set(asset, (users.get(asset) ?? new Set()).add(path));
    }
  const moved = new Map<string, string>();
  for (const [asset, used] of users) {
    if (![...used].every((path) => articles.has(path))) continue;
    const owner = [...used].find((path) => asset.startsWith(`${folderIn(asset, path)}/`));
    const to = owner && articles.get(owner);
    if (owner === undefined || to === undefined) continue;
    const path = folderIn(asset, to) + asset.slice(folderIn(asset, owner).length);
    if (path !== asset && !library.assets.has(path)) moved.set(asset, path);
  }
  return moved;
}

/** The folder of an article, in the language of the asset: translations use the files of the original. */
function folderIn(asset: string, path: string): string {
  return `${localeFolder(asset)}/${posix.dirname(path).split('/').slice(2).join('/')}`;
}
