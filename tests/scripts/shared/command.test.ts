import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';
import { commandEnv } from '../../run.ts';

/**
 * Runs a command made for the test.
 *
 * @param closed a stream that is closed as soon as something is written to it
 */
function runMade(
  body: string,
  words: string[] = [],
  closed?: 'stdout' | 'stderr',
): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = `const shared = './scripts/shared/';
    const { defineCommand } = await import(shared + 'command.ts');
    const { Refusal, UsageError } = await import(shared + 'failures.ts');
    const { runCommand } = await import(shared + 'run-command.ts');
    await runCommand(defineCommand({
      name: 'made',
      summary: 'Does it.',
      arguments: { words: { placeholder: 'WORD', about: 'A word', optional: true, repeat: true } },
      options: { name: { value: 'NAME', about: 'A name' } },
      run: async ({ name }, { words }) => { ${body} },
    }), process.argv.slice(1));`;
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module-typescript', '--eval', script, '--', ...words],
      { cwd: engineDir, env: commandEnv() },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    const stream = closed && child[closed];
    stream?.once('data', () => stream.destroy());
  });
}

describe('a command', () => {
  it('gets its options and arguments, and sets the exit code', async () => {
    const body = 'process.stdout.write(JSON.stringify([name, words])); return 1;';
    expect(await runMade(body, ['one', '--name', 'x', 'two'])).toEqual({
      code: 1,
      stdout: '["x",["one","two"]]',
      stderr: '',
    });
  });

  it('prints its help and does nothing else', async () => {
    const { code, stdout, stderr } = await runMade('throw new Error("ran");', ['--name', 'x', '-h']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Does it\.\n\nUsage:\n {2}npm run made -- \[WORD…\] \[options\]\n/);
  });

  it('explains wrong usage, and says where to find help', async () => {
    expect(await runMade('throw new UsageError("Name something.");')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Name something.\n\nFor help, run: npm run made -- --help\n',
    });
  });

  it('explains a failure without a stack trace', async () => {
    const { code, stdout, stderr } = await runMade('throw new Refusal("The disk is full.");');
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: 'The disk is full.\n' });
  });

  it.each(['stdout', 'stderr'] as const)('finishes even if the reader of %s stops early', async (stream) => {
    const body = `for (let line = 0; line < 9; line++) {
        process.${stream}.write('x'.repeat(100_000));
        await new Promise((next) => setTimeout(next, 5));
      }
      return 0;`;
    expect((await runMade(body, [], stream)).code).toBe(0);
  });

  it('shows a stack trace for a bug of ours', async () => {
    const { code, stderr } = await runMade('throw new TypeError("broken");');
    expect(code).not.toBe(0);
    expect(stderr).toContain('TypeError: broken');
    expect(stderr).toMatch(/\n\s+at /);
  });
});
