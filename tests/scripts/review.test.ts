import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleDigest } from '#kb/content/article.ts';
import { makeFolder } from '../folder.ts';
import { run } from '../run.ts';

const article = (title: string, lines: string) => `---\ntitle: ${title}\n${lines}---\n\nOpen **Cards**.\n`;
const old = articleDigest({ title: 'Order', summary: undefined }, 'Tap Order.');
const counts = ['2026-10-25', '2026-11-01', '2026-11-08', '2026-11-15'].map((day) => `${day},en,card_arrival,5`);
const files = {
  'content/site.yaml': 'name: Pilvi & Co\nlocales: [en, fi]\ndefaultLocale: en\nurl: https://help.pilvi.example/\n',
  'content/topics.yaml': 'topics:\n  card-arrival:\n    categories: [card_arrival]\n',
  'content/articles/en/cards/late.mdx': article('Late', 'owner: cards\nreviewed: 2026-05-10\nreviewEvery: 6 months\n'),
  'content/articles/fi/cards/late.mdx': article('Myöhässä', 'reviewed: 2026-05-10\nreviewEvery: 6 months\n'),
  'content/articles/en/cards/soon.mdx': article('Soon', 'owner: cards\nreviewed: 2026-06-10\nreviewEvery: 6 months\n'),
  'content/articles/en/cards/fine.mdx': article('Fine', 'owner: cards\nreviewed: 2026-06-30\nreviewEvery: 6 months\n'),
  'content/articles/en/cards/never.mdx': article('Never', 'owner: money\nreviewEvery: 1 year\n'),
  'content/articles/en/cards/order.mdx': article('Order', 'topics: [card-arrival]\nowner: money\n'),
  'content/articles/fi/cards/order.mdx': article('Tilaa', `source: "${old}"\n`),
  'content/articles/en/cards/draft.mdx': article('Draft', 'confidence: work-in-progress\n'),
  'content/articles/en/cards/no-one.mdx': article('Whose <b>is</b> it?', ''),
  'content/tickets/desk.csv': `day,locale,category,tickets\n${counts.join('\n')}\n`,
};

describe('npm run review', () => {
  it('lists what is overdue, due soon, outdated, to fix first and without an owner, by owner', async () => {
    const root = await makeFolder(files);
    const { code, stdout, stderr } = await run('review', ['--today', '2026-11-30'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout,
    ).toBe(`REVIEW on 2026-11-30: 2 overdue, 1 due within four weeks, 1 with outdated translations, 1 to fix first, 1 without an owner.

cards (2)
  overdue  cards/late  en, fi  review was due on 2026-11-10, last reviewed on 2026-05-10
  due      cards/soon  en      review is due on 2026-12-10, last reviewed on 2026-06-10

money (3)
  overdue   cards/never  en      has never been reviewed
  outdated  cards/order  fi      articles/en/cards/order.mdx has changed since it was translated
  flagged   cards/order  en, fi  card-arrival: 20 tickets (0 before), in 4 of 4 weeks

No owner (1)
  unowned  cards/no-one  en  names no "owner"
`);
  });

  it('writes the same as JSON and as a feed, whose entries stay the same', async () => {
    const root = await makeFolder(files);
    const { stdout } = await run('review', ['--today', '2026-11-30', '--json'], root);
    expect(await readFile(join(root, '.reports/review.json'), 'utf8')).toBe(stdout);
    const { counts, items } = JSON.parse(stdout);
    expect(counts).toEqual({ overdue: 2, due: 1, outdated: 1, flagged: 1, unowned: 1 });
    expect(items[0]).toEqual({
      id: 'overdue:cards/late:2026-11-10',
      kind: 'overdue',
      owner: 'cards',
      article: 'cards/late',
      title: 'Late',
      locales: ['en', 'fi'],
      paths: ['articles/en/cards/late.mdx', 'articles/fi/cards/late.mdx'],
      due: '2026-11-10',
      since: '2026-11-11',
      says: 'review was due on 2026-11-10, last reviewed on 2026-05-10',
    });
    const entries = async () => {
      const feed = await readFile(join(root, '.reports/review.xml'), 'utf8');
      expect(feed).not.toContain('<b>is');
      return new Map(
        [...feed.matchAll(/<entry>[\s\S]*?<id>(.*?)<\/id>[\s\S]*?<updated>(.*?)<\/updated>/g)].map(([, id, day]) => [
          id,
          day,
        ]),
      );
    };
    const before = await entries();
    expect(before.size).toBe(6);
    expect(before.get('urn:ohje:review:Pilvi%20%26%20Co:overdue%3Acards%2Flate%3A2026-11-10')).toMatch(/^2026-11-11/);
    await run('review', ['--today', '2026-12-20'], root);
    const after = await entries();
    const stayed = [...before].filter(([id]) => after.has(id));
    expect(stayed).toHaveLength(5);
    for (const [id, day] of stayed) expect(after.get(id)).toBe(day);
  });

  it('says if there is nothing to do, and refuses content it can’t read', async () => {
    const root = await makeFolder({
      'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
      'content/articles/en/cards/order.mdx': article('Order', 'owner: cards\n'),
    });
    expect((await run('review', ['--today', '2026-11-30'], root)).stdout).toBe(
      'REVIEW on 2026-11-30: nothing to do.\n',
    );
    const wrong = await run('review', ['--today', 'soon'], root);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--today is "soon".')]);
    const broken = await makeFolder({ 'content/site.yaml': 'name: [' });
    expect((await run('review', [], broken)).code).toBe(1);
  });
});
