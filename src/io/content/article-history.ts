import type { FirstSeen } from '#kb/content/article-age.ts';
import type { ArticleChange } from '#kb/content/change-periods.ts';
import { compareText } from '#kb/values/text.ts';
import { hasSameText } from '#markdown/same-text.ts';
import { GitFailure, readBlobs, runGit } from '../machine/git.ts';
import { type Commit, parseLog, type Touch } from '../machine/git-log.ts';

/** When the text of articles changed. */
export interface ArticleHistory {
  /** By article, newest first. Articles added by the first commit have no change: they may be older than the repository. */
  changes: ArticleChange[];
  /**
   * The day of the last substantive change, by the article's path; without articles whose last change is not in the
   * history.
   */
  changedOn: ReadonlyMap<string, string>;
  /** When each article first appeared, as far as the history shows, by its path. */
  since: ReadonlyMap<string, FirstSeen>;
  /** Why there is no history. */
  none?: 'no git' | 'no repository' | 'not in the repository' | { git: string } | undefined;
  /** The day before which a shallow clone has no history. */
  cutOn?: string | undefined;
}

const DIGITS = 8;

/**
 * Reads from git when the text of each article changed.
 *
 * Changes of white space, of front matter except title, summary and aliases, and of the path do not count. A change
 * counts on the day of the commit that brought it to this branch, as written in the commit; for a merge, on the day of
 * the merge.
 *
 * @param paths of articles, relative to the content folder
 */
export async function readArticleHistory(contentDir: string, paths: readonly string[]): Promise<ArticleHistory> {
  try {
    return await readHistory(contentDir, paths);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const none = error.missing
      ? 'no git'
      : /not a git repository|must be run in a work tree/i.test(error.message)
        ? 'no repository'
        : { git: error.message };
    return { ...nothing(), none };
  }
}

/**
 * The day of each article's last substantive change, by its path, to show readers.
 *
 * Articles from the first commit can be much older than that, so they are left out.
 */
export async function readUpdated(contentDir: string, paths: readonly string[]): Promise<Map<string, string>> {
  const { changes } = await readArticleHistory(contentDir, paths);
  // Newest first, so the last one set is read first.
  return new Map(changes.map(({ path, day }): [string, string] => [path, day]).reverse());
}

async function readHistory(contentDir: string, paths: readonly string[]): Promise<ArticleHistory> {
  const said = (await runGit(contentDir, ['rev-parse', '--is-shallow-repository', '--show-prefix'])).toString();
  const [shallow, prefix = ''] = said.split('\n');
  const commits = await readLog(contentDir);
  const traced = trace(commits, paths, prefix);
  if (traced.size === 0) return { ...nothing(), none: 'not in the repository' };
  const same = await findSame(contentDir, [...traced.values()].flat());
  const changes: ArticleChange[] = [];
  const changedOn = new Map<string, string>();
  const cut = shallow === 'true';
  for (const [path, touches] of [...traced].sort(([a], [b]) => compareText(a, b)))
    for (const touch of touches) {
      const { commit, old } = touch;
      if (old !== undefined && same.has(pairOf(touch))) continue;
      if (commit.first && cut) continue;
      if (!changedOn.has(path)) changedOn.set(path, commit.day);
      if (!commit.first)
        changes.push({
          path,
          day: commit.day,
          commit: commit.id.slice(0, DIGITS),
          kind: old === undefined ? 'new' : 'edited',
        });
    }
  const oldest = commits.at(-1);
  return { changes, changedOn, since: sinceOf(traced), ...(cut && oldest ? { cutOn: oldest.day } : {}) };
}

function nothing(): Pick<ArticleHistory, 'changes' | 'changedOn' | 'since'> {
  return { changes: [], changedOn: new Map(), since: new Map() };
}

/** Articles from the first commit may be older than the repository, and so may articles that no commit adds. */
function sinceOf(traced: ReadonlyMap<string, readonly Traced[]>): Map<string, FirstSeen> {
  return new Map(
    [...traced].flatMap(([path, touches]) => {
      const first = touches.at(-1);
      return first ? [[path, { day: first.commit.day, made: first.old === undefined && !first.commit.first }]] : [];
    }),
  );
}

/** One pass over the history, newest first; every article of the repository, to follow a folder that was moved. */
async function readLog(contentDir: string): Promise<Commit[]> {
  // Fails in a repository without any commit, where git log would fail with its own message.
  const head = await runGit(contentDir, ['rev-parse', '--verify', '--quiet', 'HEAD']).catch(() => undefined);
  if (!head) return [];
  const format = '--format=%x01%H %cs %P';
  const log = ['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '-M', '-l2000', '--no-color', format];
  return parseLog((await runGit(contentDir, [...log, '--', ':(top,glob)**/*.mdx'])).toString('utf8'));
}

interface Traced {
  commit: Commit;
  /** What it was before; `undefined` if it did not exist. */
  old?: string | undefined;
  fresh: string;
}

/** Follows each article back through its moves, to where it was made. */
function trace(commits: readonly Commit[], paths: readonly string[], prefix: string): Map<string, Traced[]> {
  const traced = new Map<string, Traced[]>();
  // The current articles, by their names at this commit.
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

/** The commits that did not change the text of the article, or whose texts are not in this clone. */
async function findSame(contentDir: string, touches: readonly Traced[]): Promise<Set<string>> {
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

function pairOf({ old, fresh }: Traced): string {
  return `${old} ${fresh}`;
}
