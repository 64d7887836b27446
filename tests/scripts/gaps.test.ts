import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../folder.ts';
import { run } from '../run.ts';

const counts = ['2026-10-25', '2026-11-01', '2026-11-08', '2026-11-15'].map((day) => `${day},en,card_arrival,5`);
const files = {
  'site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
  'topics.yaml': 'topics:\n  card-arrival:\n    categories: [card_arrival]\n',
  'articles/en/cards/order.mdx': '---\ntitle: Order a card\n---\n\nOrder it in the app.\n',
  'tickets/desk.csv': `day,locale,category,tickets\n${counts.join('\n')}\n`,
};
const decision = ['--because', 'The post is on strike.', '--owner', 'Anna'];

describe('npm run gaps', () => {
  it('writes a decision, which the report follows', async () => {
    const dir = await makeFolder(files);
    const before = await run('tickets', ['report', '--content', dir]);
    expect(before.stdout).toContain('THIS WEEK: 1 thing');
    const done = await run('gaps', ['dismiss', '--topic', 'card-arrival', ...decision, '--content', dir]);
    expect(done.stdout).toContain('It has 20 tickets now, and comes back when it has 40 tickets.');
    expect(await readFile(join(dir, 'dismissed.yaml'), 'utf8')).toContain(
      '  - topic: card-arrival\n    because: The post is on strike.\n    owner: Anna\n    on: 2026-11-15\n    tickets: 20\n    until: doubled\n',
    );
    const after = await run('tickets', ['report', '--content', dir]);
    expect(after.stdout).toContain('THIS WEEK: nothing to do');
    expect(after.stdout).toContain('DISMISSED: 1 decision in dismissed.yaml is in force.');
    expect((await run('gaps', ['list', '--content', dir])).stdout).toContain(
      'The post is on strike. (Anna, 2026-11-15)',
    );
  });

  it('keeps what people wrote in the file', async () => {
    const old =
      'dismissed:\n  # Ask again in spring.\n  - category: spam\n    because: No customers.\n    owner: Bo\n    on: 2026-11-01\n    tickets: 3\n';
    const dir = await makeFolder({ ...files, 'dismissed.yaml': old });
    await run('gaps', ['dismiss', '--topic', 'card-arrival', ...decision, '--content', dir]);
    expect(await readFile(join(dir, 'dismissed.yaml'), 'utf8')).toMatch(
      /^dismissed:\n {2}# Ask again in spring\.\n {2}- category: spam\n/,
    );
  });

  it.each([
    [
      ['--topic', 'card-arival'],
      1,
      'There is no topic "card-arival". Did you mean "card-arrival"? Nothing was written.',
    ],
    [
      ['--topic', 'card-arrival', '--article', 'x'],
      2,
      'Name what to dismiss with one of --topic, --article and --category.',
    ],
    [['--locale', 'en', '--category', 'card_arrival'], 2, '--locale goes with --topic.'],
    [
      ['--topic', 'card-arrival', '--until', 'later'],
      2,
      '--until is "later". Use "doubled", or a date such as 2027-03-01.',
    ],
  ])('refuses %j', async (what, code, says) => {
    const dir = await makeFolder(files);
    const refused = await run('gaps', ['dismiss', ...what, ...decision, '--content', dir]);
    expect(refused.code).toBe(code);
    expect(refused.stderr).toContain(says);
  });
});
