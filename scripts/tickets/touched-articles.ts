import { isChanged, readChangedSince } from '#io/changed-since.ts';
import type { ShownFiles } from '#io/content/shown-files.ts';
import { GitFailure } from '#io/machine/git.ts';
import type { Library } from '#kb/content/library.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';

/**
 * The ids of the articles that are different from a version in git, in any language.
 *
 * @param base a branch, a tag or a commit
 * @param shown what the articles show of other files, by their paths
 * @throws Refusal if git doesn't have that version
 */
export async function touchedArticles(
  contentDir: string,
  base: string,
  { articles }: Pick<Library, 'articles'>,
  shown: ReadonlyMap<string, ShownFiles>,
): Promise<Set<string>> {
  const changed = await changedSince(contentDir, base);
  return new Set(articles.filter(({ path }) => isChanged(path, shown.get(path), changed)).map(({ id }) => id));
}

/** What is different from a version in git. @throws Refusal if git does not have that version */
export async function changedSince(contentDir: string, base: string) {
  return readChangedSince(contentDir, base).catch((error: unknown) => {
    if (!(error instanceof GitFailure)) throw error;
    const why = error.missing ? 'git is not installed.' : `git says: ${error.message}.`;
    throw new Refusal(
      `The content can't be compared with "${base}": ${why} Name a branch, a tag or a commit, and fetch the whole history. ${NOTHING}`,
    );
  });
}
