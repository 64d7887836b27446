import { describe, expect, it } from 'vitest';
import { inParts, LEAST } from '#build/indexing/page-parts.ts';

const ids = Array.from({ length: 3000 }, (_, number) => `cards/article-${String(number).padStart(4, '0')}`);
const partsOf = (pages: readonly string[]) => inParts(pages, (id) => id);
const changed = (before: string[][], after: string[][]) => {
  const known = new Set(before.map((part) => part.join()));
  return after.filter((part) => !known.has(part.join())).length;
};

describe('pages in parts', () => {
  it('are all there, in their order', () => {
    expect(partsOf(ids).flat()).toEqual(ids);
    expect(partsOf([])).toEqual([]);
    expect(partsOf(ids.slice(0, 3))).toEqual([ids.slice(0, 3)]);
  });

  it('are neither few nor many', () => {
    const sizes = partsOf(ids).map(({ length }) => length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST);
    expect(Math.max(...sizes)).toBeLessThan(6 * LEAST);
    expect(sizes.length).toBeGreaterThan(20);
  });

  it('stay as they are around a page that is added or removed', () => {
    const before = partsOf(ids);
    for (let at = 0; at < ids.length; at += 131) {
      expect(changed(before, partsOf(ids.toSpliced(at, 1)))).toBeLessThanOrEqual(3);
      expect(changed(before, partsOf(ids.toSpliced(at, 0, `${ids[at]}-and-more`)))).toBeLessThanOrEqual(3);
    }
  });
});
