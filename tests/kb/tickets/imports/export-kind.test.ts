import { describe, expect, it } from 'vitest';
import { decideKind, type KnownDay } from '#kb/tickets/imports/export-kind.ts';

type Pair = [known: number, missing: number];

/** One day with so many tickets known and missing. */
function day(before: Pair, since: Pair, later: Pair = [0, 0]): KnownDay {
  const of = ([known, missing]: Pair) => ({ known, missing });
  return { day: '2026-11-02', before: of(before), since: of(since), later: of(later) };
}

describe('what an export contains', () => {
  it.each<[string, ReturnType<typeof day>[], boolean, string | undefined]>([
    ['nothing is known', [], true, 'first'],
    ['it has every ticket', [day([0, 0], [100, 0])], true, 'full'],
    ['it lacks a few deleted tickets', [day([0, 0], [100, 4])], true, 'full'],
    ['every ticket was changed on one day, and a few were deleted', [day([100, 3], [0, 0])], true, 'full'],
    ['it lacks most tickets that were not changed since', [day([80, 60], [20, 0])], true, 'changed'],
    ['it lacks the few that were not changed since', [day([2, 2], [98, 0])], true, 'changed'],
    ['many tickets were changed after it', [day([50, 40], [20, 0], [30, 25])], true, 'changed'],
    ['it lacks most tickets, whenever they were changed', [day([50, 45], [50, 30])], true, 'some'],
    ['it lacks most tickets, and does not say when any was changed', [day([0, 0], [100, 60])], false, 'some'],
    ['it lacks a tenth', [day([0, 0], [100, 10])], true, undefined],
    ['it lacks a tenth of those that were not changed, and no other', [day([100, 10], [0, 0])], true, undefined],
    ['one of nine is missing', [day([0, 0], [9, 1])], true, 'full'],
    ['one of four is missing', [day([0, 0], [4, 1])], true, undefined],
  ])('if %s', (_, days, dated, kind) => {
    expect(decideKind({ days, dated }).kind).toBe(kind);
  });

  it('is what the user says, whatever is missing', () => {
    const days = [day([50, 45], [50, 30])];
    expect(decideKind({ days, dated: true, told: 'full' })).toEqual({ kind: 'full', known: 100, missing: 75 });
    expect(decideKind({ days: [], dated: true, told: 'changed' }).kind).toBe('some');
  });
});
