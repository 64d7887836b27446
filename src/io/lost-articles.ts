import { ArticleFields, articleDigest, isPublished } from '#kb/content/article.ts';
import { soundPart } from '#kb/findings/validate.ts';
import type { LostArticle } from '#kb/rules/lost-addresses.ts';
import { readFrontMatter } from '#markdown/front-matter.ts';
import { GitFailure, readBlobs, runGit } from './machine/git.ts';
import { type Commit, parseLog } from './machine/git-log.ts';

const FORMAT = '--format=%x01%H %cs %P';
const RAW = ['--raw', '-z', '--no-abbrev', '-M', '-l2000', '--no-color', '--relative', '--diff-filter=DR'];

/**
 * Files of public articles that git knows, but that are no longer there: moved or deleted, committed or not.
 *
 * Empty without git, outside a repository, and in a shallow clone, which does not know what there was.
 */
export async function readLostArticles(contentDir: string): Promise<LostArticle[]> {
  try {
    const commits = await readCommits(contentDir);
    return await publicOnes(contentDir, lostIn(commits));
  } catch (error) {
    if (error instanceof GitFailure) return [];
    throw error;
  }
}

/** Newest first; what is not committed yet comes before them. */
async function readCommits(contentDir: string): Promise<Commit[]> {
  const shallow = await runGit(contentDir, ['rev-parse', '--is-shallow-repository', '--verify', '--quiet', 'HEAD']);
  if (shallow.toString().startsWith('true')) return [];
  const articles = ['--', ':(glob)articles/**/*.mdx'];
  const [open, log] = await Promise.all([
    runGit(contentDir, ['diff', ...RAW, 'HEAD', ...articles]),
    runGit(contentDir, ['log', '--first-parent', '-m', ...RAW, FORMAT, ...articles]),
  ]);
  return parseLog(`\x01open \0${open.toString('utf8')}${log.toString('utf8')}`);
}

interface Lost extends LostArticle {
  /** The name of its last content. */
  blob: string;
}

function lostIn(commits: readonly Commit[]): Lost[] {
  const lost = new Map<string, Lost>();
  for (const { touches } of commits)
    for (const { kind, path, from, old } of touches) {
      const was = from ?? path;
      // An address that was lost twice leads to where the article is now.
      if ((from === undefined && kind !== 'D') || lost.has(was)) continue;
      const now = from === undefined ? undefined : (lost.get(path)?.now ?? path);
      lost.set(was, { path: was, blob: old, ...(now === undefined ? {} : { now }) });
    }
  return [...lost.values()];
}

async function publicOnes(contentDir: string, lost: readonly Lost[]): Promise<LostArticle[]> {
  const texts = await readBlobs(contentDir, [...new Set(lost.map(({ blob }) => blob))]);
  return lost.flatMap(({ path, now, blob }) => {
    const text = texts.get(blob);
    if (text === undefined) return [];
    const split = readFrontMatter(text, path);
    const fields = soundPart(ArticleFields, split.fields?.value);
    // Whether its days had come is not known, so they do not count.
    const isPublic = fields && isPublished({ ...fields, publishOn: undefined, archiveOn: undefined }, 'public', '');
    return isPublic ? [{ path, now, digest: articleDigest(fields, split.body) }] : [];
  });
}
