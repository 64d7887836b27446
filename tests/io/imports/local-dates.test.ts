import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { desk } from './desk.ts';

const table = (...dates: string[]) =>
  ['id\tcreated\tcategory', ...dates.map((date, n) => `${n}\t${date}\tlost_card`)].join('\n');

/** The days on which tickets with such dates were opened, as often as they came. */
async function daysOf(dates: readonly string[], settings = '') {
  const { take, counts } = await desk({ export: table(...dates) }, settings && `csv: { ${settings} }`);
  await take('export');
  return (await counts('csv')).map((line) => line.slice(0, 10));
}

it('the other months of an export tell which "listopada" it means', async () => {
  expect(await daysOf(['2 października 2026', '2 listopada 2026'])).toEqual(['2026-10-02', '2026-11-02']);
  expect(await daysOf(['2. rujna 2026.', '2. listopada 2026.'])).toEqual(['2026-09-02', '2026-10-02']);
  expect(await daysOf(['2 listopada 2026'])).toEqual(['2026-11-02']);
});

describe('a date as people write it', () => {
  it.each([
    ['2.11.2026', '2026-11-02'],
    ['02.11.2026 9.30', '2026-11-02'],
    ['2. 11. 2026', '2026-11-02'],
    ['02.11.26, 23:30', '2026-11-02'],
    ['02/Nov/26 9:30 PM', '2026-11-02'],
    ['02/marras/26 21:30', '2026-11-02'],
    ['2. marraskuuta 2026', '2026-11-02'],
    ['02/Mrz/26 9:30 AM', '2026-03-02'],
    ['2 de março de 2026', '2026-03-02'],
    ['2 févr. 2026 14:05', '2026-02-02'],
    ['2. veljače 2026. 14:05', '2026-02-02'],
    ['2. 2. 2026. 14:05', '2026-02-02'],
    ['2 ژانویهٔ 2026', '2026-01-02'],
    ['Nov 2, 2026 9:30 PM', '2026-11-02'],
    ['Mon, 2 Nov 2026 23:30:00 +0000', '2026-11-02'],
    ['Monday, November 2nd, 2026', '2026-11-02'],
    ['2026/11/2 09:30', '2026-11-02'],
    ['2026-11-02 9:30 PM', '2026-11-02'],
    ['1793662200', '2026-11-02'],
    ['1793662200000', '2026-11-02'],
    ['1793662200.5', '2026-11-02'],
    ['46328.98', '2026-11-02'],
    ['20261102', '2026-11-02'],
    ['Mon Nov  2 23:30:00 2026', '2026-11-02'],
    ['۱۴۰۵/۰۸/۱۱', '2026-11-02'],
  ])('"%s" is %s', async (written, day) => {
    expect(await daysOf([written])).toEqual([day]);
  });

  it('is in the time zone of the company unless it names its own', async () => {
    expect(await daysOf(['02/Nov/26 11:30 PM'], 'timezone: Europe/Helsinki')).toEqual(['2026-11-02']);
    expect(await daysOf(['02.11.2026 23:30 +0000'], 'timezone: Europe/Helsinki')).toEqual(['2026-11-03']);
    expect(
      await daysOf(
        ['2026-11-02 22:30:00 BST', '11/03/2026 05:30 PM EST', '2026-11-05 22:30:00 UTC', '11/13/2026 1:00 PM EST'],
        'timezone: Europe/Helsinki',
      ),
    ).toEqual(['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-13']);
  });
});

describe('whether the day or the month comes first', () => {
  it.each([
    [
      ['02/11/2026 10:00', '15/11/2026 10:00'],
      ['2026-11-02', '2026-11-15'],
    ],
    [
      ['02/11/2026 1:00 PM', '11/15/2026 1:00 PM'],
      ['2026-02-11', '2026-11-15'],
    ],
    [
      ['2-11-26', '30-1-26'],
      ['2026-01-30', '2026-11-02'],
    ],
  ])('the whole column of %j decides', async (dates, days) => {
    expect(await daysOf(dates)).toEqual(days);
  });

  it('a later row decides as well, and so does one in another file', async () => {
    const many = Array.from({ length: 3000 }, () => '02/11/2026');
    expect(new Set(await daysOf([...many, '15/11/2026']))).toEqual(new Set(['2026-11-02', '2026-11-15']));
    const iso = Array.from({ length: 3000 }, () => '2026-11-02');
    expect(new Set(await daysOf([...iso, '03/11/2026', '15/11/2026']))).toEqual(
      new Set(['2026-11-02', '2026-11-03', '2026-11-15']),
    );
    const { take, counts } = await desk({
      one: table('02/11/2026'),
      two: 'id,created,category\n77,15/11/2026,lost_card\n',
    });
    await take('one', 'two');
    expect(await counts('csv')).toEqual(['2026-11-02,en,lost_card,1', '2026-11-15,en,lost_card,1']);
  });

  it('tickets.yaml decides if nothing else does', async () => {
    expect(await daysOf(['02/11/2026'], 'dates: day-first')).toEqual(['2026-11-02']);
    expect(await daysOf(['02/11/2026'], 'dates: month-first')).toEqual(['2026-02-11']);
  });

  it.each([
    ['open', ['02/11/2026', '03/11/2026'], /the export doesn't show which/],
    ['contradictory', ['15/11/2026', '11/15/2026'], /Some dates start with the day and others with the month/],
  ])('must be set if it is %s: the setting is named, and nothing is written', async (_, dates, says) => {
    const { take, contentDir } = await desk({ export: table(...dates) });
    await expect(take('export')).rejects.toThrow(says);
    await expect(take('export')).rejects.toThrow(
      '"dates: day-first" or "dates: month-first" under "csv" in tickets.yaml',
    );
    expect(await readdir(contentDir)).not.toContain('tickets');
  });
});
