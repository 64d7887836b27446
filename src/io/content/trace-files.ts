import { hasSameText } from '#markdown/same-text.ts';
import { readBlobs, runGit } from '../machine/git.ts';
import { type Commit, parseLog, type Touch } from '../machine/git-log.ts';

/** Relative to the content folder. */
export const FACTS = 'facts.yaml';
const DIGITS = 8;

/**
 * One pass over the history, newest first; every article and snippet of the repository, to follow a folder that was
 * moved, and the facts.
 */
export async function readHistoryLog(contentDir: string): Promise<Commit[]> {
  // Fails in a repository without any commit, where git log would fail with its own message.
  const head = await runGit(contentDir, ['rev-parse', '--verify', '--quiet', 'HEAD']).catch(() => undefined);
  if (!head) return [];
  const format = '--format=%x01%H %cs %P';
  const log = ['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '-M', '-l2000', '--no-color', format];
  return parseLog(
    (await runGit(contentDir, [...log, '--', ':(top,glob)**/*.mdx', `:(top,glob)**/${FACTS}`])).toString('utf8'),
  );
}

/** What a commit did to a file. */
export interface Traced {
  commit: Commit;
  /** What it was before; `undefined` if it did not exist. */
  old?: string | undefined;
  fresh: string;
}

/** Follows each file back through its moves, to where it was made. */
export function trace(commits: readonly Commit[], paths: readonly string[], prefix: string): Map<string, Traced[]> {
  const traced = new Map<string, Traced[]>();
  // The current files, by their names at this commit.
  const named = new Map<string, string[]>(paths.map((path) => [prefix + path, [path]]));
  for (const commit of commits) {
    const renamed: [string, string[]][] = [];
    for (const touch of commit.touches) {
      const now = named.get(touch.path);
      if (!now) continue;
      for (const path of now) follow(traced, path, touch, commit);
      if (touch.from !== undefined) {
        named.delete(touch.path);
        renamed.push([touch.from, now]);
      }
    }
    for (const [from, now] of renamed) named.set(from, [...(named.get(from) ?? []), ...now]);
  }
  return traced;
}

function follow(traced: Map<string, Traced[]>, path: string, { kind, old, fresh }: Touch, commit: Commit): void {
  const touches = traced.get(path) ?? [];
  traced.set(path, touches);
  const last = touches.at(-1);
  if (kind === 'D') {
    // Deleted and restored: it counts only if the text differs.
    if (last && last.old === undefined) last.old = old;
  } else touches.push({ commit, fresh, old: kind === 'A' ? undefined : old });
}

/** The number of texts per call: enough for few calls to git, but not a whole history in memory. */
const AT_ONCE = 2000;

/** The commits that did not change the text of a file, or whose texts are not in this clone. */
export async function findSame(contentDir: string, touches: readonly Traced[]): Promise<Set<string>> {
  const pairs = [...new Map(touches.filter(({ old }) => old !== undefined).map((touch) => [pairOf(touch), touch]))];
  const same = new Set(pairs.filter(([, { old, fresh }]) => old === fresh).map(([pair]) => pair));
  const open = pairs.filter(([pair]) => !same.has(pair));
  for (let start = 0; start < open.length; start += AT_ONCE) {
    const batch = open.slice(start, start + AT_ONCE);
    const texts = await readBlobs(contentDir, [...new Set(batch.flatMap(([, { old = '', fresh }]) => [old, fresh]))]);
    for (const [pair, { old = '', fresh }] of batch) {
      const [before, after] = [texts.get(old), texts.get(fresh)];
      if (before === undefined || after === undefined || hasSameText(before, after)) same.add(pair);
    }
  }
  return same;
}

/** Names a change by the contents before and after. */
export function pairOf({ old, fresh }: Traced): string {
  return `${old} ${fresh}`;
}

export function shortId({ id }: Commit): string {
  return id.slice(0, DIGITS);
}
