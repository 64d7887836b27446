import { exec } from 'node:child_process';
import { expect, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';
import { commandEnv } from '../run.ts';

// A test like others, so the tests do not wait for it.
it('npm run lint finds no problems', { timeout: 600_000 }, async () => {
  const { failed, said } = await new Promise<{ failed: boolean; said: string }>((done) => {
    exec('npm run lint', { cwd: engineDir, env: commandEnv() }, (error, stdout, stderr) =>
      done({ failed: error !== null, said: stdout + stderr }),
    );
  });
  expect(failed, said).toBe(false);
});
