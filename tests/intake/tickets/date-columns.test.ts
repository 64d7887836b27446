import { expect, it } from 'vitest';
import { dateColumns } from '#intake/tickets/times/date-columns.ts';
import { timeWords } from '#intake/tickets/times/time-words.ts';

const reading = { words: timeWords(['en']), zone: 'UTC', order: undefined };

it('columns of dates are those with dates in them, the likeliest day of opening first', () => {
  const names = ['nr', 'Termin', 'Anruf', 'Geschlossen', 'Dauer', 'Telefon', 'Geburtstag'];
  const rows = Array.from({ length: 20 }, (_, n) => [
    `${45_000 + n}`,
    `2026-11-${String(n + 1).padStart(2, '0')}`,
    `${n + 1}.10.2026`,
    n < 12 ? '2026-10-25 12:00' : null,
    '0:45',
    '0401234567',
    '',
  ]);
  expect(dateColumns(names, rows, reading)).toEqual([
    { name: 'Anruf', filled: 1, example: '1.10.2026', first: '2026-10-01', last: '2026-10-20' },
    { name: 'Termin', filled: 1, example: '2026-11-01', first: '2026-11-01', last: '2026-11-20' },
    { name: 'Geschlossen', filled: 0.6, example: '2026-10-25 12:00', first: '2026-10-25', last: '2026-10-25' },
  ]);
});

it('the order of day and month is that of the column', () => {
  const rows = [['10/02/2026'], ['10/25/2026']];
  expect(dateColumns(['x'], rows, reading)).toMatchObject([{ first: '2026-10-02', last: '2026-10-25' }]);
});
