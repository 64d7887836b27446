import { describe, expect, it } from 'vitest';
import type { Trend, Verdict } from '#kb/statistics/trend.ts';
import type { Gap, TopicCoverage } from '#kb/tickets/worklist/coverage.ts';
import { gapWords, topicTrendWords } from '#report/coverage-words.ts';

const trend = (verdict: Verdict, ratio: number, low: number, high: number): Trend => ({ ratio, low, high, verdict });
const topic = (all: Trend, byLocale: Record<string, Trend> = {}, risingSince: string | null = null): TopicCoverage => ({
  id: 'card-lost',
  tickets: 30,
  previous: 30,
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
  it('is its verdict with the ratio and the interval', () => {
    expect(topicTrendWords(topic(steady))).toBe('steady ×1.0 (0.6–1.7)');
  });

  it('says since when it rises', () => {
    expect(topicTrendWords(topic(rising, {}, '2026-10-20'))).toBe('rising ×2.3 (1.4–3.8), since 2026-10-20');
  });

  it('names the languages that go another way', () => {
    const falling = trend('falling', 0.2, 0.08, 0.7);
    expect(topicTrendWords(topic(steady, { en: rising, fi: falling, sv: steady }))).toBe(
      'steady ×1.0 (0.6–1.7); en rising ×2.3 (1.4–3.8); fi falling ×0.2 (0.08–0.7)',
    );
    expect(topicTrendWords(topic(rising, { fi: steady }))).toBe('rising ×2.3 (1.4–3.8); fi steady ×1.0 (0.6–1.7)');
  });

  it('but none of which too little is known, or that may well go the same way', () => {
    const few = trend('too few to say', 0.5, 0.01, 9);
    const wide = trend('steady', 1.3, 0.6, 2.8);
    expect(topicTrendWords(topic(rising, { fi: few, sv: wide }))).toBe('rising ×2.3 (1.4–3.8)');
    expect(topicTrendWords(topic(few, { fi: wide }))).toBe('too few to say');
  });
});

describe('what to do about a gap', () => {
  const gap: Gap = { topic: 'card-lost', locale: 'fi', tickets: 12, reasons: [], words: [], drafts: [] };

  it('is to write, to translate, or to finish a draft', () => {
    expect(gapWords(gap)).toBe('write an article in "fi" with "topics: [card-lost]"');
    expect(gapWords({ ...gap, translates: 'cards/lost' })).toBe(
      'translate cards/lost into "fi", with "topics: [card-lost]"',
    );
    expect(gapWords({ ...gap, translates: 'cards/lost', drafts: ['articles/fi/a/b.mdx'] })).toBe(
      'finish articles/fi/a/b.mdx, not published yet',
    );
  });
});
