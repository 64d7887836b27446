import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const engine = join(import.meta.dirname, '..');

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one of the commands as a person would, in a folder. */
export function run(script: string, words: readonly string[], cwd: string = engine): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(engine, 'scripts', `${script}.ts`), ...words],
      { cwd, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, VITEST: undefined, NODE_ENV: undefined } },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
