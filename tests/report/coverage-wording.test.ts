import { describe, expect, it } from 'vitest';
import type { Trend, Verdict } from '#kb/statistics/trend.ts';
import type { Gap, TopicCoverage } from '#kb/tickets/worklist/coverage.ts';
import { gapText, topicTrendText } from '#report/coverage-wording.ts';

const trend = (verdict: Verdict, ratio: number, low: number, high: number): Trend => ({ ratio, low, high, verdict });
const topic = (all: Trend, byLocale: Record<string, Trend> = {}, risingSince: string | null = null): TopicCoverage => ({
  id: 'card-lost',
  tickets: 30,
  previous: 30,
  usual: 30,
  extra: 0,
  burst: null,
  trend: all,
  risingSince,
  recurs: true,
  weeksSeen: 4,
  locales: {},
  byLocale: Object.fromEntries(
    Object.entries(byLocale).map(([locale, own]) => [locale, { tickets: 9, previous: 9, trend: own }]),
  ),
  articles: [],
});
const steady = trend('steady', 1, 0.6, 1.7);
const rising = trend('rising', 2.3, 1.4, 3.8);

describe('the trend of a topic', () => {
  it('is the verdict with its ratio and interval', () => {
    expect(topicTrendText(topic(steady))).toBe('steady ×1.0 (0.6–1.7)');
  });

  it('says when it started to rise', () => {
    expect(topicTrendText(topic(rising, {}, '2026-10-20'))).toBe('rising ×2.3 (1.4–3.8), since 2026-10-20');
  });

  it('lists the languages whose trend differs', () => {
    const falling = trend('falling', 0.2, 0.08, 0.7);
    expect(topicTrendText(topic(steady, { en: rising, fi: falling, sv: steady }))).toBe(
      'steady ×1.0 (0.6–1.7); en rising ×2.3 (1.4–3.8); fi falling ×0.2 (0.08–0.7)',
    );
    expect(topicTrendText(topic(rising, { fi: steady }))).toBe('rising ×2.3 (1.4–3.8); fi steady ×1.0 (0.6–1.7)');
  });

  it('leaves out languages with too few tickets, and those whose trend could be the same', () => {
    const few = trend('too few to say', 0.5, 0.01, 9);
    const wide = trend('steady', 1.3, 0.6, 2.8);
    expect(topicTrendText(topic(rising, { fi: few, sv: wide }))).toBe('rising ×2.3 (1.4–3.8)');
    expect(topicTrendText(topic(few, { fi: wide }))).toBe('not enough tickets');
  });
});

describe('what to do about a missing article', () => {
  const gap: Gap = { topic: 'card-lost', locale: 'fi', tickets: 12, reasons: [], words: [], drafts: [] };

  it('is to write it, translate it, or finish a draft', () => {
    expect(gapText(gap)).toBe('write an article in "fi" and set "topics: [card-lost]"');
    expect(gapText({ ...gap, translates: 'cards/lost' })).toBe(
      'translate cards/lost into "fi" and set "topics: [card-lost]"',
    );
    expect(gapText({ ...gap, translates: 'cards/lost', drafts: ['articles/fi/a/b.mdx'] })).toBe(
      'finish and publish articles/fi/a/b.mdx',
    );
  });
});
