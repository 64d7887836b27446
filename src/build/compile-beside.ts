import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handSite } from '#io/content/handed-site.ts';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { engineDir } from '#io/machine/engine.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { type Bundle, readFolder } from './keeping/kept-bundle.ts';
import { pageKey } from './keeping/page-key.ts';
import { type BuildOptions, basePath } from './options.ts';

/** Compiles the engine and the theme in a process of its own, while the content is read and checked. */
export interface CompileBeside {
  /** What it compiled, if it is what a build with this key needs; nothing if it failed, which compiling again explains. */
  bundle(key: string): Promise<Bundle | undefined>;
  close(): void;
}

/** What is known of a build before its content is read. */
export type EarlyOptions = Pick<BuildOptions, 'contentDir' | 'theme' | 'site' | 'audience' | 'today' | 'untrusted'> & {
  /** The paths of articles that probably import components. */
  codeArticles: readonly string[];
};

type Answer = { key: string; bundle: Bundle };

export function compileBeside(options: EarlyOptions): CompileBeside {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), {
    serialization: 'advanced',
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const { promise: answered, resolve } = Promise.withResolvers<Answer | undefined>();
  child.on('error', () => resolve(undefined));
  child.on('exit', () => resolve(undefined));
  child.on('message', (answer: Answer) => resolve(answer));
  child.send(options, () => {});
  return {
    async bundle(key) {
      const answer = await answered;
      return answer?.key === key ? answer.bundle : undefined;
    },
    close: () => child.kill(),
  };
}

// The same file is what the process runs.
if (import.meta.main && process.send) {
  process.on('message', async (options: EarlyOptions) => {
    const answer = await compileEarly(options);
    if (answer) process.send?.(answer, () => process.exit());
    else process.exit();
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit());
}

/** @returns nothing if what it would have compiled changed meanwhile, or can't be compiled without rendering the pages */
async function compileEarly(options: EarlyOptions): Promise<Answer | undefined> {
  const { contentDir, theme, site, audience, codeArticles, untrusted } = options;
  const { setup } = await readSiteSetup(contentDir, theme, { untrusted });
  if (!setup) return undefined;
  const url = site ?? setup.site.url;
  const keyNow = () => pageKey(contentDir, codeArticles, { base: basePath(url), url, audience });
  const key = await keyNow();
  const work = await makeTemporaryFolder(join(engineDir, 'node_modules/.astro'));
  try {
    handSite({
      content: () => Promise.reject(new Error('The content is not read yet.')),
      bundled: async () => {},
    });
    const { compileSite } = await import('./compile-site.ts');
    const outDir = join(work.path, 'site');
    const app = await compileSite({ ...options, popular: [], rising: [], outDir, workDir: work.path });
    return key === (await keyNow()) ? { key, bundle: { app, site: await readFolder(outDir) } } : undefined;
  } finally {
    await work.remove();
  }
}
