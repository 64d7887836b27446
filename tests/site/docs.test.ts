import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engine, type Ran, run } from '../run.ts';

const out = join(tmpdir(), `ohje-docs-${process.pid}`);
let built: Ran;

beforeAll(async () => {
  await run('docs', []);
  built = await run('build', ['--content', 'docs', '--out', out], engine);
});
afterAll(() => rm(out, { recursive: true, force: true }));

it('the documentation builds as a help center', () => {
  expect({ code: built.code, stderr: built.stderr }).toEqual({ code: 0, stderr: '' });
  expect(built.stdout).toMatch(/^Built \d+ article pages in 1 language/);
});

it('has no errors or warnings, and its search finds the page for every question it must answer', async () => {
  const { stdout } = await run('check', ['--content', 'docs', '--dist', out, '--json'], engine);
  expect(JSON.parse(stdout)).toEqual([]);
});
