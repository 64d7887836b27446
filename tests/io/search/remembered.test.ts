import { describe, expect, it } from 'vitest';
import { remembered } from '#io/search/remembered.ts';

describe('what is remembered', () => {
  it('is made once for each key', () => {
    const known = new Map<string, string>();
    let made = 0;
    const get = (key: string) => remembered(known, key, 10, () => `${key}${++made}`);
    expect(['a', 'b', 'a', 'b', 'a'].map(get)).toEqual(['a1', 'b2', 'a1', 'b2', 'a1']);
  });

  it('is never more than the limit: what was not needed for longest is made anew', () => {
    const known = new Map<string, string>();
    let made = 0;
    const get = (key: string) => remembered(known, key, 2, () => `${key}${++made}`);
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['a1', 'b2', 'a1', 'c3', 'a1', 'b4']);
    expect(known.size).toBe(2);
  });
});
