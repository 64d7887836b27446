import { parse } from 'yaml';
import { compareText } from '#kb/values/text.ts';
import { articleParts } from './merge-article.ts';

/** An article of the last import, or of this one, as far as it's compared. */
interface Version {
  path: string;
  locale: string;
  title: unknown;
  /** Its addresses on the old site, which nothing else has. */
  addresses: readonly string[];
  body: string;
  /** How often each line is in the body. */
  lines: ReadonlyMap<string, number>;
  length: number;
}

/** Which share of two texts must be the same, by length, so one is the other: as in git. */
const SIMILAR = 0.5;
/** In characters. Shorter texts, such as "See the app.", say nothing about which article it is. */
const LONG = 40;

/** Front matter as data; what can't be read says nothing. */
function dataOf(front: string): { title?: unknown; redirectFrom?: unknown } {
  try {
    return (parse(front) ?? {}) as object;
  } catch {
    return {};
  }
}

function versionOf(path: string, text: string): Version {
  const { front = '', body = text } = articleParts(text) ?? {};
  const data = dataOf(front);
  const lines = new Map<string, number>();
  let length = 0;
  for (const line of body.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    lines.set(line, (lines.get(line) ?? 0) + 1);
    length += line.length;
  }
  const addresses = Array.isArray(data.redirectFrom) ? data.redirectFrom.map(String) : [];
  return { path, locale: path.split('/')[1] ?? '', title: data.title, addresses, body, lines, length };
}

/** How much of two texts is the same, from 0 to 1: the length of their common lines (Dice 1945). */
function similarity(one: Version, other: Version): number {
  let common = 0;
  for (const [line, times] of one.lines) common += line.length * Math.min(times, other.lines.get(line) ?? 0);
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}

/** The pairs that a text of both gives, the most similar first. */
function similarPairs(gone: readonly Version[], added: readonly Version[]): [Version, Version][] {
  const byLine = new Map<string, Version[]>();
  for (const version of added)
    for (const line of version.lines.keys()) byLine.set(line, [...(byLine.get(line) ?? []), version]);
  const pairs: { from: Version; to: Version; score: number }[] = [];
  for (const from of gone) {
    // Lines that many articles have, such as "## See also", say nothing and would take long.
    const near = new Set(
      [...from.lines.keys()].flatMap((line) => ((byLine.get(line)?.length ?? 0) < 20 ? (byLine.get(line) ?? []) : [])),
    );
    for (const to of near) {
      if (to.locale !== from.locale) continue;
      const isSame = to.title === from.title && to.body === from.body;
      const score = isSame ? 2 : Math.min(from.length, to.length) < LONG ? 0 : similarity(from, to);
      if (score >= SIMILAR) pairs.push({ from, to, score: score + Number(to.title === from.title) });
    }
  }
  return pairs
    .sort((a, b) => b.score - a.score || compareText(a.from.path, b.from.path) || compareText(a.to.path, b.to.path))
    .map(({ from, to }) => [from, to]);
}

/**
 * Finds articles that the source moved: by an address of the old site, such as the number at the help desk, or else by
 * their text. Each is moved once.
 *
 * @param gone articles that the last import wrote and this one doesn't, by path
 * @param added articles that this import writes for the first time, by path
 * @returns the new path of each, by its old one
 */
export function movedArticles(
  gone: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string>,
): Map<string, string> {
  if (gone.size === 0 || added.size === 0) return new Map();
  const [before, after] = [gone, added].map((texts) => [...texts].map(([path, text]) => versionOf(path, text)));
  const moved = new Map<string, string>();
  const taken = new Set<string>();
  const move = (from: Version, to: Version) => {
    if (moved.has(from.path) || taken.has(to.path)) return;
    moved.set(from.path, to.path);
    taken.add(to.path);
  };
  const byAddress = new Map(
    (after ?? []).flatMap((to) => to.addresses.map((one) => [`${to.locale} ${one}`, to] as const)),
  );
  for (const from of before ?? []) {
    const to = from.addresses.map((one) => byAddress.get(`${from.locale} ${one}`)).find((one) => one !== undefined);
    if (to) move(from, to);
  }
  for (const [from, to] of similarPairs(before ?? [], after ?? [])) move(from, to);
  return moved;
}
