import { createRequire } from 'node:module';
import { close as closePagefind } from 'pagefind';
import { engineDir } from '#io/machine/engine.ts';
import { runCommand } from '../scripts/shared/run-command.ts';
import type { Call, Ran } from './run.ts';

// Most commands take longer to load than to run. This process has loaded them, and runs one at a time as its own process
// would: in the folder of the caller, with an exit code, and with nothing left over for the next.

// Astro's compiler starts its process in the folder in which it was loaded, and most tests remove theirs.
createRequire(import.meta.resolve('astro'))('esbuild');

const signals = ['SIGINT', 'SIGTERM'] as const;

async function runHere({ script, words, cwd, env }: Call): Promise<Ran> {
  const ran: Ran = { code: 0, stdout: '', stderr: '' };
  const { stdout, stderr } = process;
  const writers = [stdout.write, stderr.write] as const;
  const write = (name: 'stdout' | 'stderr'): typeof stdout.write => {
    return (chunk: Uint8Array | string, second?: unknown, third?: unknown) => {
      ran[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      const done = [second, third].find((one) => typeof one === 'function');
      if (done) process.nextTick(done as () => void);
      return true;
    };
  };
  stdout.write = write('stdout');
  stderr.write = write('stderr');
  process.env = env;
  process.chdir(cwd);
  process.exitCode = 0;
  try {
    const { command } = await import(`../scripts/${script}.ts`);
    await runCommand(command, words);
    ran.code = Number(process.exitCode);
  } catch (error) {
    ran.code = 1;
    ran.stderr += error instanceof Error ? error.stack : String(error);
  } finally {
    [stdout.write, stderr.write] = writers;
    // Its process works in the folder of this call.
    await closePagefind();
    process.chdir(engineDir);
    process.exitCode = 0;
    for (const signal of signals) process.removeAllListeners(signal);
    for (const stream of [stdout, stderr]) stream.removeAllListeners('error');
  }
  return ran;
}

// Without the compile cache that an orderly end writes: its folder is being removed.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', async (call: Call) => process.send?.(await runHere(call)));
