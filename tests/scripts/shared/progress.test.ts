import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../scripts/shared/progress.ts';

const reading = { doing: 'Reading tickets', done: 0.25, rows: 250_000, seconds: 10 };

describe('the line of progress', () => {
  it('shows progress, count, speed and remaining time', () => {
    expect(progressLine(reading, 100)).toBe('Reading tickets … 25%, 250,000 rows, 25,000 rows per second, 30 s left');
    expect(progressLine({ ...reading, seconds: 1000 }, 100)).toContain('250 rows per second, 50 min left');
    expect(progressLine({ doing: 'Rendering the pages', done: 0.25, seconds: 10 }, 100)).toBe(
      'Rendering the pages … 25%, 30 s left',
    );
    expect(progressLine({ ...reading, seconds: 2000 }, 100)).toContain('1 h 40 min left');
  });

  it('shows no estimate at first', () => {
    expect(progressLine({ ...reading, seconds: 1 }, 100)).toBe('Reading tickets … 25%, 250,000 rows');
    expect(progressLine({ ...reading, done: 0, rows: 0 }, 100)).toBe('Reading tickets … 0%, 0 rows');
  });

  it('shows the elapsed time if the total is unknown', () => {
    expect(progressLine({ doing: 'Reading words', seconds: 1 }, 100)).toBe('Reading words …');
    expect(progressLine({ doing: 'Reading words', seconds: 75 }, 100)).toBe('Reading words … 1 min');
  });

  it.each([
    [60, 'Reading tickets … 25%, 250,000 rows, 30 s left'],
    [40, 'Reading tickets … 25%, 30 s left'],
    [25, 'Reading tickets … 25%'],
    [10, 'Reading ti'],
  ])('never exceeds %i characters', (room, line) => {
    expect(progressLine(reading, room)).toBe(line);
  });
});
