import { expect, it } from 'vitest';
import { alignColumns } from '#report/layout/align-columns.ts';
import { fitColumns } from '#report/layout/fit-columns.ts';

const rows = [
  ['tickets', 'topic', 'what to do'],
  ['22', 'card-arrival', 'translate cards/where-is-my-card into Finnish'],
  ['', '', 'npm run new -- article --topic card-arrival --locale fi'],
];

it('rows that fit stay as they are', () => {
  expect(fitColumns(rows, 80)).toEqual(rows);
});

it('longer text goes on in the next line, but a command stays whole', () => {
  const long = [...rows, ['', '', `${'translate the article into Finnish, then '.repeat(2)}publish it`]];
  const lines = alignColumns(fitColumns(long, 80));
  expect(lines.every(({ length }) => length <= 80)).toBe(true);
  expect(lines).toContain(`${' '.repeat(23)}npm run new -- article --topic card-arrival --locale fi`);
  expect(lines.at(-1)).toBe(`${' '.repeat(23)}article into Finnish, then publish it`);
});

it('ids are broken only if nothing else fits, after a "/" or "-"', () => {
  const wide = [
    ['tickets', 'topic', 'trend', 'articles'],
    ['26', 'balance-not-updated-after-bank-transfer', 'steady', 'add-money/bank-transfer-not-showing'],
  ];
  expect(fitColumns(wide, 100)).toEqual(wide);
  const lines = alignColumns(fitColumns(wide, 60));
  expect(lines.every(({ length }) => length <= 60)).toBe(true);
  expect(lines[1]).toMatch(/^ {5}26 {2}balance-not-updated- +steady {2}add-money\/bank-$/);
  expect(lines[2]?.trim().split(/ +/)).toEqual(['after-bank-transfer', 'transfer-not-showing']);
});

it('rows of very long words stay on one line', () => {
  const long = [['a'.repeat(60), 'b'.repeat(60), 'one two three four five six seven eight nine ten']];
  expect(fitColumns(long, 100)).toEqual(long);
});
