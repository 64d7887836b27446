import { type ChildProcess, type ChildProcessWithoutNullStreams, execFile, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';

/** The folder of the engine, whose files tests read. */
export const engine = engineDir;

export interface Call {
  /** The name of a file in `scripts`, without its ending. */
  script: string;
  words: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

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

/**
 * Runs one of the commands as a person would, in a folder: in a process that has loaded it before, and runs one at a
 * time.
 *
 * @param env all variables of the command
 */
export function run(
  script: string,
  words: readonly string[],
  cwd: string = engineDir,
  env: NodeJS.ProcessEnv = commandEnv(),
): Promise<Ran> {
  const ran = running.then(nothing, nothing).then(() => runInHost({ script, words, cwd, env }));
  running = ran;
  return ran;
}

const nothing = () => {};
let running: Promise<unknown> = Promise.resolve();
let host: ChildProcess | undefined;

function runInHost(call: Call): Promise<Ran> {
  const { script, words } = call;
  host ??= startHost();
  const used = host;
  return new Promise((done, fail) => {
    const onExit = () => {
      host = undefined;
      fail(new Error(`"${script} ${words.join(' ')}" ended the process it ran in.`));
    };
    used.once('exit', onExit).once('message', (ran: Ran) => {
      used.off('exit', onExit);
      done(ran);
    });
    used.send(call);
  });
}

/** It ends with this process. */
function startHost(): ChildProcess {
  return fork(join(import.meta.dirname, 'command-host.ts'), {
    env: commandEnv(),
    execPath: process.execPath,
    execArgv: [],
  });
}

/**
 * Runs one of the commands in a process of its own.
 *
 * @param env variables beside those of this process
 */
export function runAlone(
  script: string,
  words: readonly string[],
  cwd: string = engineDir,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [fileOf(script), ...words],
      { cwd, maxBuffer: 64 * 1024 * 1024, env: commandEnv(env) },
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
