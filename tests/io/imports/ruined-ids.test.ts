import { expect, it } from 'vitest';
import { importText } from '#report/imports/tickets-text.ts';
import { desk } from './desk.ts';

const table = (ids: readonly string[]) =>
  `ID,Created at,Category\n${ids.map((id, n) => `${id},2026-11-02 10:${String(n % 60).padStart(2, '0')},lost_card\n`).join('')}`;
const numbers = Array.from({ length: 40 }, (_, n) => n);

it.each([
  ['in scientific notation', numbers.map(() => '3.60E+11'), '"3.60E+11"'],
  ['with a comma', numbers.map(() => '"3,60001E+11"'), '"3,60001E+11"'],
  ['without their last digits', numbers.map((n) => `${123_456_789_012_340 + n}000`), '"123456789012340000"'],
  ['that are all the same', numbers.map(() => 'CASE'), 'the same id, "CASE"'],
])('tickets with ids %s are all counted, with a warning', async (_, ids, says) => {
  const { take, counts } = await desk({ a: table(ids) });
  const imported = await take('a');
  expect(imported).toMatchObject({ read: 40, duplicates: 0, ids: false });
  expect(await counts('csv')).toEqual(['2026-11-02,en,lost_card,40']);
  expect(importText(imported, { counts: 'csv.csv' })).toContain(says);
});

it.each([
  ['short numbers', numbers.map((n) => `${n}`)],
  ['long numbers', numbers.map((n) => `${12_345_678_901_234_000n + BigInt(n * 7)}`)],
  ['names', numbers.map((n) => `E-${n}`)],
])('ids that are %s tell tickets apart', async (_, ids) => {
  const { take } = await desk({ a: table([...ids, ...ids]) });
  expect(await take('a')).toMatchObject({ read: 80, duplicates: 40, ids: true, ruinedIds: undefined });
});
