import { describe, expect, it } from 'vitest';
import { timeWords } from '#intake/tickets/times/time-words.ts';
import type { OrderSeen } from '#intake/tickets/times/written-day.ts';
import { printWrittenTime, writtenTimes } from '#intake/tickets/times/written-time.ts';
import type { DateOrder } from '#kb/tickets/records/ticket-sources.ts';

const words = timeWords(['en']);

function read(text: string, order: DateOrder | 'open' = 'day-first', zone = 'Europe/Helsinki', seen?: OrderSeen) {
  const time = writtenTimes({ words, order: order === 'open' ? undefined : order, zone }, seen)(text);
  return time && printWrittenTime(time);
}

const noon = '2026-11-02 12:05:00';
const day = '2026-11-02 00:00:00';

describe('a time that is not written as ISO 8601', () => {
  it.each([
    ['46328.503472', noon],
    ['46328,503472', noon],
    ['46328', day],
    ['20261102', day],
    ['20261102120500', noon],
    ['202611021205', noon],
    ['20261102T120500Z', `${noon}+00:00`],
    ['20261102T120500+0200', `${noon}+02:00`],
    ['1793621100', `${noon}+00:00`],
    ['1793621100000000', `${noon}+00:00`],
    ['1793621100000000000', `${noon}+00:00`],
    ['/Date(1793621100000+0000)/', `${noon}+00:00`],
    ['{"$date":"2026-11-02T12:05:00Z"}', `${noon}+00:00`],
    ['Mon Nov 02 2026 12:05:00 GMT+0200 (Eastern European Standard Time)', `${noon}+02:00`],
    ['Mon Nov  2 12:05:00 2026', noon],
    ['Mon Nov  2 12:05:00 UTC 2026', `${noon}+00:00`],
    ['Mon, 02 Nov 2026 12:05:00 GMT', `${noon}+00:00`],
    ['2026-11-02T12:05:00+01:00[Europe/Berlin]', `${noon}+01:00`],
    ['2026-11-02T12:05:00Z[UTC]', `${noon}+00:00`],
    ['2026-11-02-12.05.00.123456', noon],
    ["'2026-11-02 12:05:00", noon],
    ['2026-11-02 12:05 Europe/Berlin', `${noon} Europe/Berlin`],
    ['02-NOV-26 12.05.00.123456000 PM +02:00', `${noon}+02:00`],
    ['2 noviembre 2026, 12:05 p. m.', noon],
    ['12:05 02/11/2026', noon],
    ['le 2 novembre 2026 à 12h05', noon],
    ['2.11.2026 klo 12.05', noon],
    ['Monday, November 2nd, 2026 at 12:05 PM (UTC)', `${noon}+00:00`],
    ['lunes, 2 de noviembre de 2026', day],
  ])('"%s"', (text, time) => expect(read(text)).toBe(time));

  it.each([
    ['Persian', '۱۴۰۵/۰۸/۱۱ ۱۲:۰۵', noon],
    ['Persian in Latin digits', '1405-08-11', day],
    ['Persian with the name of the month', '۱۱ آبان ۱۴۰۵', day],
    ['Islamic', '22/5/1448', day],
    ['Arabic digits', '٠٢/١١/٢٠٢٦ ١٢:٠٥ م', noon],
    ['Arabic', 'الاثنين، 2 نوفمبر 2026 في 12:05:00 م', noon],
    ['Thai', '2 พ.ย. 2569 12:05 น.', noon],
    ['Thai in numbers', '02/11/2569 12:05', noon],
    ['Japanese', '2026年11月2日 午後12時05分', noon],
    ['Japanese era', '令和8年11月2日', day],
    ['Japanese era in short', 'R8.11.2', day],
    ['Chinese', '2026年11月2日星期一 12:05:00', noon],
    ['Taiwanese', '民國115年11月2日', day],
    ['Korean', '2026. 11. 2. 오후 12:05', noon],
    ['Hebrew', 'יום שני, 2 בנובמבר 2026 בשעה 12:05', noon],
  ])('%s: %s', (_, text, time) => expect(read(text)).toBe(time));

  it.each([
    '',
    'hello',
    'yesterday',
    'Ticket 2 Nov 2026',
    '31/02/2026',
    '12:05',
    '2026-11-02 25:10',
    '3 days ago',
    '7',
  ])('"%s" is none', (text) => expect(read(text)).toBeUndefined());
});

describe('the short name of a zone', () => {
  it.each([
    ['2026-11-02 12:05:00 EDT', 'Europe/Helsinki', `${noon}-04:00`],
    ['2026-11-02 12:05:00 BST', 'Europe/Helsinki', `${noon}+01:00`],
    ['2.11.2026 12:05 MEZ', 'Europe/Helsinki', `${noon}+01:00`],
    ['11/2/2026 12:05 PM CST', 'America/Chicago', `${noon}-06:00`],
    ['2026-11-02 12:05 CST', 'Asia/Shanghai', `${noon}+08:00`],
    ['2026-11-02 12:05 IST', 'Asia/Kolkata', `${noon}+05:30`],
    ['2026-11-02 12:05 IST', 'Europe/Dublin', `${noon}+01:00`],
    ['2026-11-02 12:05 IST', 'Europe/Helsinki', undefined],
    ['2026-11-02 12:05 XYZ', 'Europe/Helsinki', undefined],
  ])('"%s" for a company in %s', (text, zone, time) => {
    expect(read(text, text.startsWith('11/') ? 'month-first' : 'day-first', zone)).toBe(time);
  });
});

it('which of day and month is first is noted while it is open, and decides once it is known', () => {
  const seen: OrderSeen = { first: 0, second: 0, unordered: false };
  expect(read('02/11/2026', 'open', 'UTC', seen)).toBeUndefined();
  expect(read('٢٤/٠٨/٢٠٢٦', 'open', 'UTC', seen)).toBe('2026-08-24 00:00:00');
  expect(seen).toEqual({ first: 24, second: 11, unordered: true });
  expect(read('02/11/2026', 'month-first')).toBe('2026-02-11 00:00:00');
});
