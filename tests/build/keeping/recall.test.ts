import { expect, it } from 'vitest';
import { recallLast } from '#build/keeping/recall.ts';

it('gives what was made in this run or the last one, and forgets what was not asked for', async () => {
  const { recall, next } = recallLast();
  let made = 0;
  const make = () => ++made;
  expect(await recall(['page', 'a'], make)).toBe(1);
  expect(await recall(['page', 'a'], make)).toBe(1);
  next();
  expect(await recall(['page', 'a'], make)).toBe(1);
  expect(await recall(['page', 'b'], make)).toBe(2);
  next();
  next();
  expect(await recall(['page', 'a'], make)).toBe(3);
});
