import { expect, test } from 'vitest';
import { buildReport } from '../../../../scripts/bench/build-report.ts';
import { pairedRatios, rangeOf } from '../../../../scripts/bench/run-range.ts';

test('a range is the median with the lowest and the highest', () => {
  expect(rangeOf([5, 1, 2])).toEqual({ median: 2, low: 1, high: 5 });
  expect(rangeOf([4, 1, 2, 3])).toEqual({ median: 2.5, low: 1, high: 4 });
});

test('a ratio compares with the same run, so a slow run does not change it', () => {
  expect(pairedRatios([1, 10], [2, 20])).toEqual({ median: 0.5, low: 0.5, high: 0.5 });
});

test('the report says how often it measured, and that Hugo is missing', () => {
  const report = buildReport({
    articles: 500,
    steps: [
      {
        name: 'whole',
        measured: [
          { seconds: 4, megabytes: 100 },
          { seconds: 8, megabytes: 300 },
        ],
      },
      { name: 'edit', measured: [{ seconds: 1 }, { seconds: 4 }] },
    ],
  });
  expect(report).toContain('500 articles, 2 runs');
  expect(report).toMatch(/whole +6\.0 \[4\.0–8\.0\] +300 MB +1\.00 \[1\.00–1\.00\]/);
  expect(report).toMatch(/edit +2\.5 \[1\.0–4\.0\] +– +0\.38 \[0\.25–0\.50\]/);
  expect(report).toContain('Hugo was left out');
});

test('with Hugo, each step is also compared with it', () => {
  const steps = [
    { name: 'whole', measured: [{ seconds: 4 }] },
    { name: 'Hugo', measured: [{ seconds: 2 }] },
  ];
  const report = buildReport({ articles: 500, steps, hugoStep: 'Hugo' });
  expect(report).toMatch(/whole .* 1\.00 \[1\.00–1\.00\] +2\.00 \[2\.00–2\.00\]/);
  expect(report).not.toContain('Hugo was left out');
});
