import { spawn } from 'node:child_process';

/** git could not be run, or refused. */
export class GitFailure extends Error {
  /** Whether there is no git at all. */
  readonly missing: boolean;

  constructor(message: string, missing = false) {
    super(message);
    this.missing = missing;
  }
}

/**
 * What git prints when it is run in a folder.
 *
 * @throws GitFailure
 */
export function runGit(folder: string, words: readonly string[], input?: string): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const git = spawn('git', ['-C', folder, '-c', 'log.showSignature=false', ...words], { env: environment() });
  const printed: Buffer[] = [];
  const said: Buffer[] = [];
  git.stdout.on('data', (piece: Buffer) => printed.push(piece));
  git.stderr.on('data', (piece: Buffer) => said.push(piece));
  // git can exit before it has read everything; its message says why.
  git.stdin.on('error', () => {});
  git.stdin.end(input);
  git.on('error', (error: NodeJS.ErrnoException) => reject(new GitFailure(error.message, error.code === 'ENOENT')));
  git.on('close', (code) => {
    if (code === 0) resolve(Buffer.concat(printed));
    else reject(new GitFailure(Buffer.concat(said).toString().trim().split('\n')[0] ?? ''));
  });
  return promise;
}

/**
 * The texts of many objects of the repository, read at once; missing ones are left out.
 *
 * @throws GitFailure
 */
export async function readBlobs(folder: string, ids: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const output = await runGit(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', kind, size] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (kind === 'missing' || size === undefined) continue;
    texts.set(id, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

/** In a Git hook, git would otherwise use the hook's repository; a partial clone would fetch from the network. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = process.env;
  return { ...rest, LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
}
