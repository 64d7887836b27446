import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { start } from '../../run.ts';
import { lines, zendeskTicket } from '../../tickets.ts';

const page = '---\ntitle: When does my card come?\ntopics: [late]\n---\n\nIt comes by post within a week.\n';
// What is alike counts once.
const wordOf = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

const files = {
  'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
  'content/topics.yaml': 'topics:\n  late:\n    categories: [late]\n',
  'content/tickets.yaml': 'sources:\n  zendesk:\n    category: field:360001\n    locale: tag-prefix:lang_\n',
  'content/articles/en/cards/late.mdx': page,
  'export.json': lines(
    Array.from({ length: 400 }, (_, n) =>
      zendeskTicket({
        created: `2026-11-0${1 + (n % 5)}T10:00:00Z`,
        category: 'late',
        message: `plastic ${wordOf(n)}`,
      }),
    ),
  ),
  'temporary/.keep': '',
};

const soon = { interval: 5, timeout: 120_000 };

// Windows has no signals.
describe.skipIf(process.platform === 'win32')('suggest --write that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s says so, and leaves everything as it was', async (signal) => {
    const root = await makeFolder(files);
    const temporary = join(root, 'temporary');
    const child = start('suggest', ['--export', 'export.json', '--write'], root, { TMPDIR: temporary });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (output[name] += text));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    // It's asking as soon as there is an index.
    await vi.waitUntil(async () => {
      for (const name of await readdir(temporary))
        if ((await readdir(join(temporary, name, 'en-0', 'pagefind', 'en')).catch(() => [])).length > 0) return true;
      return false;
    }, soon);
    child.kill(signal);
    expect({ code: await ended, ...output }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The command was interrupted.\n\nNothing was written.\n',
    });
    expect(await readdir(temporary)).toEqual(['.keep']);
    expect(await readFile(join(root, 'content/articles/en/cards/late.mdx'), 'utf8')).toBe(page);
  });
});
