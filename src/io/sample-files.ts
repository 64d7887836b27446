import { parse } from 'yaml';
import { GitFailure, readBlobs, runGit } from './machine/git.ts';
import { type Commit, parseLog } from './machine/git-log.ts';

/** The name of the sample's site. */
const SAMPLE = 'Lumo';

const LOG = ['log', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-color', '--relative', '--format=%x01%H %cs %P'];

/**
 * Files of the sample that a merge of a newer engine brought into a company's content, in a copy of the engine's
 * repository: the merge adds what is new in the sample, without a conflict.
 *
 * Files that the company had before are its own, also if it never changed them. Empty without git, and for the sample.
 *
 * @returns paths relative to the content folder, sorted
 */
export async function readSampleFiles(contentDir: string, siteName: string): Promise<string[]> {
  if (siteName === SAMPLE) return [];
  try {
    const came = await readMerged(contentDir);
    if (came.size === 0) return [];
    const writers = await readWriters(contentDir, came);
    const ofSample = await sampleCommits(contentDir, [...new Set([...writers.values()].flat())]);
    return [...writers].flatMap(([path, ids]) => (ids.every((id) => ofSample.has(id)) ? [path] : [])).sort();
  } catch (error) {
    if (error instanceof GitFailure) return [];
    throw error;
  }
}

async function readLog(contentDir: string, ...words: string[]): Promise<Commit[]> {
  return parseLog((await runGit(contentDir, [...LOG, ...words, '--', '.'])).toString('utf8'));
}

/** The names of the contents of files that came with a merge, by path. */
async function readMerged(contentDir: string): Promise<Map<string, string>> {
  const listed = (await runGit(contentDir, ['rev-list', '--merges', '--first-parent', 'HEAD'])).toString().trim();
  // Each check runs this, and most histories need not be read.
  if (listed === '') return new Map();
  const merges = new Set(listed.split('\n'));
  const seen = new Set<string>();
  const came = new Map<string, string>();
  for (const { id, touches } of await readLog(contentDir, '--first-parent', '-m'))
    for (const { path, kind, fresh } of touches) {
      if (seen.has(path)) continue;
      seen.add(path);
      if (kind !== 'D' && merges.has(id)) came.set(path, fresh);
    }
  return came;
}

/** The commits that wrote these contents, by path. */
async function readWriters(contentDir: string, came: ReadonlyMap<string, string>): Promise<Map<string, string[]>> {
  const writers = new Map<string, string[]>();
  for (const { id, touches } of await readLog(contentDir))
    for (const { path, fresh } of touches)
      if (came.get(path) === fresh) writers.set(path, [...(writers.get(path) ?? []), id]);
  return writers;
}

/** Those of the commits in which the content was the sample. */
async function sampleCommits(contentDir: string, ids: readonly string[]): Promise<Set<string>> {
  const prefix = (await runGit(contentDir, ['rev-parse', '--show-prefix'])).toString().trim();
  const names = ids.map((id) => `${id}:${prefix}site.yaml\n`).join('');
  const found = (await runGit(contentDir, ['cat-file', '--batch-check'], names)).toString().split('\n');
  const blobs = ids.map((_, index) => /^([0-9a-f]+) blob /.exec(found[index] ?? '')?.[1]);
  const texts = await readBlobs(contentDir, [...new Set(blobs.filter((blob) => blob !== undefined))]);
  const samples = new Set([...texts].filter(([, text]) => nameIn(text) === SAMPLE).map(([blob]) => blob));
  return new Set(ids.filter((_, index) => samples.has(blobs[index] ?? '')));
}

function nameIn(text: string): unknown {
  try {
    return parse(text)?.name;
  } catch {
    return undefined;
  }
}
