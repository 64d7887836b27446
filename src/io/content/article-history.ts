import type { FirstSeen } from '#kb/content/article-age.ts';
import type { ArticleChange } from '#kb/content/change-periods.ts';
import { compareText } from '#kb/values/text.ts';
import { GitFailure, runGit } from '../machine/git.ts';
import { readShownChanges } from './shown-changes.ts';
import type { ShownFiles } from './shown-files.ts';
import { findSame, pairOf, readHistoryLog, shortId, type Traced, trace } from './trace-files.ts';

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

/**
 * Reads from git when the text of each article changed.
 *
 * Changes of white space, of front matter except title, summary and aliases, and of the path do not count. A change
 * counts on the day of the commit that brought it to this branch, as written in the commit; for a merge, on the day of
 * the merge.
 *
 * @param paths of articles, relative to the content folder
 * @param shown what the articles show of other files, whose changes count as changes of the articles
 */
export async function readArticleHistory(
  contentDir: string,
  paths: readonly string[],
  shown: ReadonlyMap<string, ShownFiles> = new Map(),
): Promise<ArticleHistory> {
  try {
    return await readHistory(contentDir, paths, shown);
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

/** The days that readers and search engines see, as far as the history shows, by the article's path. */
export interface ArticleDays {
  /** Of the last substantive change. Articles from the first commit can be much older than that, so they have none. */
  updated: ReadonlyMap<string, string>;
  /** Of the commit that added it. */
  added: ReadonlyMap<string, string>;
}

/** Reads when each article was added and last changed. */
export async function readArticleDays(contentDir: string, paths: readonly string[]): Promise<ArticleDays> {
  const { changes, since } = await readArticleHistory(contentDir, paths);
  return {
    // Newest first, so the last one set is read first.
    updated: new Map(changes.map(({ path, day }): [string, string] => [path, day]).reverse()),
    added: new Map([...since].flatMap(([path, { day, made }]) => (made ? [[path, day]] : []))),
  };
}

async function readHistory(
  contentDir: string,
  paths: readonly string[],
  shown: ReadonlyMap<string, ShownFiles>,
): Promise<ArticleHistory> {
  const said = (await runGit(contentDir, ['rev-parse', '--is-shallow-repository', '--show-prefix'])).toString();
  const [shallow, prefix = ''] = said.split('\n');
  const commits = await readHistoryLog(contentDir);
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
          commit: shortId(commit),
          kind: old === undefined ? 'new' : 'edited',
        });
    }
  const through = await readShownChanges(contentDir, commits, prefix, shown);
  for (const change of through) {
    // An article that changed in the same commit has this change already.
    if (changes.some(({ path, commit }) => path === change.path && commit === change.commit)) continue;
    changes.push(change);
    if ((changedOn.get(change.path) ?? '') < change.day) changedOn.set(change.path, change.day);
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
