import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';

/** The folder of the engine, whose files tests read. */
export const engine = engineDir;

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** The environment of a person's terminal, not of a test. */
export function commandEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  // Commands import much and do little in tests, so what is compiled for one is kept for the next.
  const NODE_COMPILE_CACHE = join(inject('sharedFolder'), 'compiled');
  return { ...process.env, VITEST: undefined, NODE_ENV: undefined, NODE_COMPILE_CACHE, ...more };
}

const fileOf = (script: string) => join(engineDir, 'scripts', `${script}.ts`);

/** Runs one of the commands as a person would, in a folder. */
export function run(script: string, words: readonly string[], cwd: string = engineDir): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [fileOf(script), ...words],
      { cwd, maxBuffer: 64 * 1024 * 1024, env: commandEnv() },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}

/**
 * Starts one of the commands, which is yours to end.
 *
 * @param env variables beside those of this process
 */
export function start(
  script: string,
  words: readonly string[],
  cwd: string,
  env?: NodeJS.ProcessEnv,
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [fileOf(script), ...words], { cwd, env: commandEnv(env) });
}
