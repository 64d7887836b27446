import { compareText } from '#kb/values/text.ts';
import { moveAddresses } from '#markdown/moved-addresses.ts';
import { fileNameOf } from '../links/paths.ts';
import { archived, type MergedFile, mergeArticle, withOldAddress } from './merge-article.ts';
import { mergeText } from './merge-text.ts';
import { mergeYaml } from './merge-yaml.ts';
import { movedArticles } from './moved-articles.ts';

/**
 * What an import does to a file of the content folder: `added` and `updated` take the version of the source, `merged`
 * has the changes of both, `moved` has another place in the source, `kept` is only changed here, `conflict` is changed by both in one place, `archived` is no
 * longer in the source, `same` needs nothing.
 */
export type FileChange = 'added' | 'updated' | 'merged' | 'moved' | 'kept' | 'conflict' | 'archived' | 'same';

export interface FileUpdate {
  path: string;
  change: FileChange;
  /** The new text; nothing if the file stays as it is. */
  text?: string;
  /** Where the file was before, if it's removed there. */
  from?: string;
  /** What someone has to look at. */
  conflicts: string[];
}

/** Texts by path below the content folder. */
export type Texts = ReadonlyMap<string, string>;

function isArticle(path: string): boolean {
  return path.startsWith('articles/') && path.endsWith('.mdx');
}

function merged(path: string, base: string, ours: string, theirs: string): MergedFile {
  if (isArticle(path)) return mergeArticle(base, ours, theirs);
  const yaml = path.endsWith('.yaml') ? mergeYaml(base, ours, theirs) : undefined;
  if (yaml) return { text: yaml.text, conflicts: yaml.conflicts.map((key) => `"${key}"`) };
  const { text, conflicts } = mergeText(base, ours, theirs);
  return { text, conflicts: conflicts.map((line) => `line ${line}`) };
}

/** A file that is here although it wasn't imported from this source. */
function beside(path: string, ours: string, theirs: string): FileUpdate {
  if (path.endsWith('.yaml')) {
    const found = mergeYaml(undefined, ours, theirs);
    if (found) return { path, ...changeOf(ours, found.text), conflicts: [] };
  }
  const conflicts = ['It is here already and wasn’t imported from this source, so it stays as it is.'];
  return { path, change: 'conflict', conflicts };
}

function changeOf(ours: string, text: string): Pick<FileUpdate, 'change' | 'text'> {
  return text === ours ? { change: 'kept' } : { change: 'merged', text };
}

function gone(path: string, base: string, ours: string): FileUpdate {
  if (!isArticle(path)) return { path, change: 'kept', conflicts: [] };
  const text = base === ours ? archived(ours) : undefined;
  if (text === ours) return { path, change: 'same', conflicts: [] };
  if (text !== undefined) return { path, change: 'archived', text, conflicts: [] };
  const conflicts = ['It is no longer in the source but was changed here, so it is still published.'];
  return { path, change: 'conflict', conflicts };
}

function updateOf(path: string, base?: string, ours?: string, theirs?: string): FileUpdate {
  const same: FileUpdate = { path, change: 'same', conflicts: [] };
  if (theirs === undefined) return base === undefined || ours === undefined ? same : gone(path, base, ours);
  if (ours === theirs) return same;
  if (ours === undefined) {
    if (base === undefined) return { path, change: 'added', text: theirs, conflicts: [] };
    if (base === theirs) return { path, change: 'kept', conflicts: [] };
    return {
      path,
      change: 'conflict',
      conflicts: ['It was deleted here and changed in the source; it stays deleted.'],
    };
  }
  if (base === undefined) return beside(path, ours, theirs);
  if (base === theirs) return { path, change: 'kept', conflicts: [] };
  if (base === ours) return { path, change: 'updated', text: theirs, conflicts: [] };
  const { text, conflicts } = merged(path, base, ours, theirs);
  if (conflicts.length === 0) return { path, ...changeOf(ours, text), conflicts };
  return { path, change: 'conflict', ...(text !== ours && { text }), conflicts: [conflictText(conflicts)] };
}

/** Addresses in a text that moves to another folder: those of the source are right there, ours lead back. */
function readdressed(ours: string, base: string, from: string, to: string): string {
  return moveAddresses(ours, from, {
    pageOf: (id) => (base.includes(fileNameOf(id)) ? undefined : id),
    fileOf: (path) => (path === from ? to : path),
    assetOf: (path) => (base.includes(fileNameOf(path)) ? undefined : path),
  }).text;
}

/** What happens to an article that has another place in the source: its old address leads to the new one. */
function moveOf(from: string, to: string, base: Texts, ours: Texts, theirs: Texts): FileUpdate {
  const [was, wanted] = [base.get(from) ?? '', theirs.get(to) ?? ''];
  const [old, own] = [ours.get(from), ours.get(to)];
  if (old === undefined && own === undefined) return { path: to, change: 'kept', conflicts: [] };
  const address = from.replace(/^articles|\.mdx$/g, '');
  const is = old === undefined ? (own ?? '') : readdressed(old, was, from, to);
  const { text: merged, conflicts } = is === was ? { text: wanted, conflicts: [] } : mergeArticle(was, is, wanted);
  const text = withOldAddress(merged, address);
  const places = conflicts.length === 0 ? [] : [conflictText(conflicts)];
  if (old === undefined)
    return { path: to, ...(text === own ? { change: 'same' } : { change: 'moved', text }), conflicts: places };
  if (own === undefined || own === text) return { path: to, change: 'moved', from, text, conflicts: places };
  const stays = `${from} is here now in the source. This file wasn't imported, so both stay as they are.`;
  return { path: to, change: 'conflict', conflicts: [stays] };
}

function conflictText(places: readonly string[]): string {
  return `Here and in the source, this was changed differently: ${places.join(', ')}. Yours stays.`;
}

/**
 * Plans how an import changes a content folder: it takes what the source changed since the last import and leaves what
 * people changed here. Sorted by path.
 *
 * @param base what the last import wrote
 * @param ours what is in the content folder now
 * @param theirs what this import would write to an empty folder
 */
export function planUpdate(base: Texts, ours: Texts, theirs: Texts): FileUpdate[] {
  const only = (texts: Texts, others: Texts) =>
    new Map([...texts].filter(([path]) => isArticle(path) && !others.has(path)));
  const moves = movedArticles(only(base, theirs), only(theirs, base));
  const moved = [...moves].map(([from, to]) => moveOf(from, to, base, ours, theirs));
  const settled = new Set([...moves].flat());
  const rest = [...new Set([...base.keys(), ...theirs.keys()])]
    .filter((path) => !settled.has(path))
    .map((path) => updateOf(path, base.get(path), ours.get(path), theirs.get(path)));
  return [...rest, ...moved].sort((a, b) => compareText(a.path, b.path));
}
