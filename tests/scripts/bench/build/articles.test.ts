import { expect, test } from 'vitest';
import { makeArticles } from '../../../../scripts/bench/articles.ts';

test('generated articles are the same for a seed, and others for another', () => {
  expect(makeArticles(3)).toEqual(makeArticles(3));
  expect(makeArticles(3, 2)).not.toEqual(makeArticles(3));
});

test('words are as unevenly distributed as in a natural language', () => {
  const counts = new Map<string, number>();
  const words = makeArticles(200).flatMap(({ body }) => body.match(/[a-z]{2,}/g) ?? []);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const share = (sorted[0] ?? 0) / words.length;
  expect(share).toBeGreaterThan(0.03);
  expect((sorted[0] ?? 0) / (sorted[99] ?? 1)).toBeGreaterThan(50);
  expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.3);
});

test('articles have headings, lists, tables and links to each other', () => {
  const articles = makeArticles(50);
  const text = articles.map(({ body }) => body).join('\n\n');
  for (const part of [/^## /m, /^1\. /m, /^- /m, /^\| --- /m]) expect(text).toMatch(part);
  const targets = [...text.matchAll(/\]\(\/([^)]+)\)/g)].map(([, path]) => path);
  expect(targets.length).toBeGreaterThan(10);
  expect(articles.map(({ path }) => path)).toEqual(expect.arrayContaining(targets));
});
