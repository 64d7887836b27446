import { expect, it } from 'vitest';
import type { Answer, Result } from '#search/ask.ts';
import { bestFirst } from '#ui/client/search/open-index.ts';

const answerOf = (count: number): Answer => ({
  confidence: 1,
  state: 'answer',
  confident: true,
  results: Array.from({ length: count }, (_, place) => ({ id: String(place) }) as Result),
});

/** A search in which that many pages are found, and every result after the tenth loads only when it is allowed to. */
function slowSearch(pages: number) {
  let load = () => {};
  const others = new Promise<void>((done) => {
    load = done;
  });
  const wanted: number[] = [];
  const find = async (_: string, most: number) => {
    wanted.push(most);
    if (most > 10) await others;
    return answerOf(Math.min(pages, most));
  };
  return { find, load, wanted };
}

it('gives the ten best results early if the others take long', async () => {
  const { find, load } = slowSearch(25);
  const early: number[] = [];
  const all = bestFirst(find, 30)('card', ({ results }) => {
    early.push(results.length);
    load();
  });
  expect((await all).results.length).toBe(25);
  expect(early).toEqual([10]);
});

it('gives all results once if they are there at once', async () => {
  const { find, load } = slowSearch(25);
  load();
  const early: number[] = [];
  expect((await bestFirst(find, 30)('card', () => early.push(1))).results.length).toBe(25);
  await new Promise((done) => setTimeout(done, 200));
  expect(early).toEqual([]);
});

it.each([
  [4, 30],
  [25, 5],
])('loads only once if %i pages are found and %i are wanted', async (pages, limit) => {
  const { find, wanted } = slowSearch(pages);
  expect((await bestFirst(find, limit)('card')).results.length).toBe(Math.min(pages, limit));
  expect(wanted).toEqual([Math.min(10, limit)]);
});
