import { describe, expect, it } from 'vitest';
import { answerKinds } from '#kb/content/guarded-searches.ts';
import { replayChange } from '#kb/tickets/measures/replay-change.ts';
import { type Replay, replayRows } from '#kb/tickets/records/replay.ts';
import { commentMarkdown } from '#report/code-hosts/comment-markdown.ts';

const zero = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

function replay(first: number): Replay {
  const kinds = { ...zero(answerKinds), first, unsure: 400 - first };
  const topic = { topic: 'card-lost', locale: 'en', tickets: 400, asked: 400, lostPerMonth: 400 - first };
  const instead = ['cards/order', 'cards/fees', 'cards/close'].map((article) => ({ article, tickets: 9 }));
  return {
    version: 1,
    days: { first: '2026-11-01', last: '2026-11-30', number: 365.25 / 12 },
    tickets: 400,
    rows: { ...zero(replayRows), asked: 400 },
    answers: kinds,
    topics: [{ ...topic, ...kinds, articles: ['cards/freeze'], instead, words: [] }],
    ...{ articles: [], missing: [], words: [] },
  };
}

function comment(now: Replay, before?: Replay): string {
  return commentMarkdown({
    findings: { here: [], elsewhere: [] },
    placeOf: (path) => path,
    isBuilt: true,
    ...{ searches: undefined, tickets: undefined, pictures: undefined, picturesLink: undefined },
    replay: { now, change: before && replayChange(before, now) },
  });
}

describe('the comment of a pull request with a replay', () => {
  it('says how many tickets a month are found no more, and in which topics', () => {
    const text = comment(replay(90), replay(300));
    expect(text).toContain(
      '**This change loses the answer for 210 tickets a month: the right article is no longer among the first three.**',
    );
    expect(text).toContain('| 210 | `card-lost` | `cards/freeze` | `cards/order`, `cards/fees` |');
    expect(text).toContain('as `aliases`');
  });

  it('lists no topics if none loses', () => {
    const text = comment(replay(300), replay(90));
    expect(text).toContain('finds the answer for 210 tickets more a month');
    expect(text).not.toMatch(/card-lost|aliases/);
  });

  it('does not call two replays the same that have no topic in common', () => {
    const other = replay(300);
    const text = comment(replay(300), { ...other, topics: other.topics.map((one) => ({ ...one, topic: 'fees' })) });
    expect(text).toContain("have no topic in common, so they can't be compared. Replay the same export");
    expect(text).not.toContain('as before');
  });

  it('says what is found without a replay to compare with', () => {
    expect(comment(replay(100))).toContain('Of 400 tickets with an article, the right one is first for 25%');
  });
});
