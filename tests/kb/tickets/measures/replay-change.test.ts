import { describe, expect, it } from 'vitest';
import { replayChange } from '#kb/tickets/measures/replay-change.ts';
import { printReplay, type Replay, readReplay, type TopicReplay } from '#kb/tickets/records/replay.ts';

const none = { first: 0, amongThree: 0, wrong: 0, unsure: 0, nothing: 0 };

function topic(name: string, kinds: Partial<TopicReplay>, tickets = 100): TopicReplay {
  const base = { topic: name, locale: 'en', tickets, asked: tickets, lostPerMonth: 0 };
  return { ...base, articles: [name], instead: [], words: [], ...none, ...kinds };
}

/** A replay of about a month. */
function replay(topics: TopicReplay[], more: Partial<Replay> = {}): Replay {
  const tickets = topics.reduce((sum, one) => sum + one.tickets, 0);
  const rows = { asked: tickets, notAsked: 0, noText: 0, missingArticle: 0, noTopic: 0, otherLanguage: 0, leftOut: 0 };
  return {
    version: 1,
    days: { first: '2026-11-01', last: '2026-11-30', number: 365.25 / 12 },
    tickets,
    rows: { ...rows, noDate: 0, noId: 0 },
    ...{ answers: none, topics, articles: [], missing: [], words: [] },
    ...more,
  };
}

describe('the difference between two replays', () => {
  it('is in tickets a month, those topics first that lose most', () => {
    const before = replay([topic('cards', { first: 80, unsure: 20 }), topic('fees', { first: 50, nothing: 50 })]);
    const after = replay([
      topic('cards', { first: 30, amongThree: 20, wrong: 50, instead: [{ article: 'fees', tickets: 50 }] }),
      topic('fees', { first: 60, nothing: 40 }),
    ]);
    const change = replayChange(before, after);
    expect(change.isSameExport).toBe(true);
    expect(change.found).toBeCloseTo(-20);
    expect(change.wrong).toBeCloseTo(50);
    expect(change.topics.map((one) => [one.topic, Math.round(one.found)])).toEqual([
      ['cards', -30],
      ['fees', 10],
    ]);
    expect(change.topics[0]).toMatchObject({ articles: ['cards'], instead: ['fees'] });
  });

  it('is none between a replay and itself', () => {
    const one = replay([topic('cards', { first: 80, unsure: 20 })]);
    expect(replayChange(one, one)).toEqual({ found: 0, wrong: 0, topics: [], compared: 1, isSameExport: true });
  });

  it('includes topics that lose or get their first article', () => {
    const with_ = replay([topic('cards', { first: 80, unsure: 20 })]);
    const without = replay([], { missing: [{ topic: 'cards', locale: 'en', tickets: 100 }], tickets: 100 });
    expect(replayChange(with_, without).found).toBeCloseTo(-80);
    expect(replayChange(without, with_).found).toBeCloseTo(80);
  });

  it('compares shares if the exports are different, and says so', () => {
    const before = replay([topic('cards', { first: 400, unsure: 100 }, 500)]);
    const after = replay([topic('cards', { first: 70, unsure: 30 })]);
    const change = replayChange(before, after);
    expect(change.found).toBeCloseTo(-10);
    expect(change.isSameExport).toBe(false);
  });
});

describe('the file of a replay', () => {
  it('is read as it was written', () => {
    const one = replay([topic('cards', { first: 80, unsure: 20 })]);
    expect(readReplay(printReplay(one))).toEqual(one);
  });

  it.each(['', 'null', '[]', '{"version": 2}', '{"topics": []}'])('is not %s', (text) => {
    expect(readReplay(text)).toBeUndefined();
  });
});
