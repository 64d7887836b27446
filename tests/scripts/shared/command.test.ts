import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';
import { contentFolder, dayOption, failureText, UsageError } from '../../../scripts/shared/command.ts';
import { commandEnv } from '../../run.ts';

/**
 * Runs a command made for the case, with these words on its command line.
 *
 * @param closed what is closed as soon as something comes of it
 */
function runCommand(
  run: string,
  words: string[] = [],
  closed?: 'stdout' | 'stderr',
): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = `import { command, Refusal, UsageError } from './scripts/shared/command.ts';
    await command('\\nDoes it.\\n', { name: { type: 'string' } }, async ({ name }, words) => { ${run} });`;
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
  it('is given its options and its words, and exits as it says', async () => {
    const script = 'process.stdout.write(JSON.stringify([name, words])); return 1;';
    expect(await runCommand(script, ['one', '--name', 'x', 'two'])).toEqual({
      code: 1,
      stdout: '["x",["one","two"]]',
      stderr: '',
    });
  });

  it('shows its usage and does nothing when it is asked for help', async () => {
    expect(await runCommand('throw new Error("ran");', ['--name', 'x', '-h'])).toEqual({
      code: 0,
      stdout: 'Does it.\n',
      stderr: '',
    });
  });

  it('explains what happened to a color without quotes', async () => {
    const { code, stderr } = await runCommand('throw new Error("ran");', ['--name']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Option --name needs a value. Put it in quotes: most terminals read everything after a bare "#"',
    );
  });

  it('shows its usage when it is used wrongly', async () => {
    const { code, stdout, stderr } = await runCommand('throw new UsageError("Name something.");');
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: 'Does it.\n\nName something.\n' });
  });

  it.each([
    ['an option there is not', ['--nmae', 'x']],
    ['an option without its value', ['--name']],
    ['a value for what takes none', ['--help=yes']],
  ])('refuses %s, which is never only a warning', async (_, words) => {
    const { code, stdout, stderr } = await runCommand('throw new Error("ran");', words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words[0]?.split('=')[0]);
    expect(stderr).toMatch(/^Does it\.\n\n/);
  });

  it('explains what people can fix, without a stack trace', async () => {
    const { code, stdout, stderr } = await runCommand('throw new Refusal("The disk is full.");');
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: 'The disk is full.\n' });
  });

  it.each(['stdout', 'stderr'] as const)('finishes even if nothing reads %s to its end', async (stream) => {
    const script = `for (let line = 0; line < 9; line++) {
        process.${stream}.write('x'.repeat(100_000));
        await new Promise((next) => setTimeout(next, 5));
      }
      return 0;`;
    expect((await runCommand(script, [], stream)).code).toBe(0);
  });

  it('shows where it broke when the mistake is its own', async () => {
    const { code, stderr } = await runCommand('throw new TypeError("broken");');
    expect(code).not.toBe(0);
    expect(stderr).toContain('TypeError: broken');
    expect(stderr).toMatch(/\n\s+at /);
  });
});

describe('the content folder', () => {
  it('is the one beside, or the one that is named', () => {
    expect(contentFolder(undefined)).toBe(resolve('content'));
    expect(contentFolder('a/../b/')).toBe(resolve('b'));
    expect(contentFolder('/a/b')).toBe('/a/b');
  });
});

describe('a day on the command line', () => {
  it.each(['2026-11-15', '2024-02-29', '1999-12-31'])('may be %s', (day) => {
    expect(dayOption('until', day)).toBe(day);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '15.11.2026',
    '2026-1-5',
    'today',
    '',
    '2026-11-15T10:00',
    ' 2026-11-15',
  ])('may not be "%s"', (day) => {
    expect(() => dayOption('until', day)).toThrow(UsageError);
    expect(() => dayOption('until', day)).toThrow(`--until is "${day}", but a day such as `);
  });
});

describe('a failure of the machine', () => {
  it.each([
    ['a full disk', { code: 'ENOSPC' }],
    ['a folder that may not be written', { code: 'EACCES', path: '/a' }],
    ['a folder of somebody else', { code: 'EPERM' }],
    ['a disk that cannot be written', { code: 'EROFS', path: '/a' }],
  ])('is explained with what to do: %s', (_, error) => {
    const text = failureText(Object.assign(new Error('E'), error));
    expect(text).toMatch(/^.+\. (?:Make|Change|Name) .+\.$/);
    if ('path' in error) expect(text).toContain('/a');
  });

  it('else is shown as it is', () => {
    expect(failureText(new Error('socket hang up'))).toBe('socket hang up');
  });
});
