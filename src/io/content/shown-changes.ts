import { parse } from 'yaml';
import type { ArticleChange } from '#kb/content/change-periods.ts';
import { compareText } from '#kb/values/text.ts';
import { readBlobs } from '../machine/git.ts';
import type { Commit } from '../machine/git-log.ts';
import type { ShownFiles } from './shown-files.ts';
import { FACTS, findSame, pairOf, shortId, type Traced, trace } from './trace-files.ts';

/**
 * The changes of snippets and facts, for each article that shows them; one per article and commit.
 *
 * @param commits newest first
 * @param prefix of the content folder in the repository
 */
export async function readShownChanges(
  contentDir: string,
  commits: readonly Commit[],
  prefix: string,
  shown: ReadonlyMap<string, ShownFiles>,
): Promise<ArticleChange[]> {
  const snippets = [...new Set([...shown.values()].flatMap((files) => [...files.snippets]))].sort(compareText);
  const traced = trace(commits, [...snippets, FACTS], prefix);
  const facts = (traced.get(FACTS) ?? []).filter(isEdit);
  traced.delete(FACTS);
  const edits = [...traced].flatMap(([path, touches]) => touches.filter(isEdit).map((touch) => ({ path, touch })));
  const same = await findSame(
    contentDir,
    edits.map(({ touch }) => touch),
  );
  const changes = new Map<string, ArticleChange>();
  const add = (commit: Commit, through: string, shows: (files: ShownFiles) => boolean) => {
    for (const [path, files] of shown) {
      const key = `${path} ${commit.id}`;
      if (!shows(files) || changes.has(key)) continue;
      changes.set(key, { path, day: commit.day, commit: shortId(commit), kind: 'edited', through });
    }
  };
  for (const { path, touch } of edits)
    if (!same.has(pairOf(touch))) add(touch.commit, path, (files) => files.snippets.has(path));
  for (const { commit, names } of await changedFacts(contentDir, facts))
    for (const name of names) add(commit, `facts.${name}`, (files) => files.facts.has(name));
  return [...changes.values()];
}

/** A file from the first commit, or one that is new, changes nothing that was read before. */
function isEdit({ commit, old }: Traced): boolean {
  return old !== undefined && !commit.first;
}

/** The facts whose value changed; a new or removed fact comes with a change of the article. */
async function changedFacts(contentDir: string, touches: readonly Traced[]) {
  const texts = await readBlobs(contentDir, [...new Set(touches.flatMap(({ old = '', fresh }) => [old, fresh]))]);
  return touches.map(({ commit, old = '', fresh }) => {
    const [before, after] = [valuesOf(texts.get(old)), valuesOf(texts.get(fresh))];
    const names = Object.keys(after).filter(
      (name) => name in before && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    return { commit, names: names.sort(compareText) };
  });
}

/** The values in a version of facts.yaml. A version that cannot be read has no facts. */
export function valuesOf(text = ''): Record<string, unknown> {
  try {
    const value: unknown = parse(text, { logLevel: 'silent' });
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
