import { expect, it } from 'vitest';
import { stopKeys } from '#build/language/stop-words.ts';
import { analysisFor } from '#search/analysis.ts';

it.each([
  ['en', 'how until whose themselves', 'without not card'],
  ['sv', 'hur och', 'kort'],
])('knows which words say little in "%s"', async (locale, little, telling) => {
  const analysis = await analysisFor(locale);
  const stop = stopKeys(analysis);
  const keysOf = (text: string) => analysis.terms(text).map(({ key }) => key);
  expect(keysOf(little).filter((key) => !stop.has(key))).toEqual([]);
  expect(keysOf(telling).filter((key) => stop.has(key))).toEqual([]);
});
