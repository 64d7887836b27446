import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { importTickets } from '#io/imports/import-tickets.ts';
import { importText } from '#report/imports/tickets-text.ts';
import { desk } from './desk.ts';

/** A table with three tickets a day from 2026-10-01 on, and more rows. */
function table(header: string, row: (day: string, n: number) => string, more: readonly string[] = []) {
  const rows = Array.from({ length: 90 }, (_, n) =>
    row(new Date(Date.UTC(2026, 9, 1 + Math.floor(n / 3), 12)).toISOString(), n),
  );
  return `${[header, ...rows, ...more].join('\n')}\n`;
}

const plain = (...more: string[]) =>
  table('id,created,updated,category', (day, n) => `${n},${day},${day},lost_card`, more);

async function imported(text: string, settings = '', today: string | undefined = '2026-11-10') {
  const { root, contentDir, counts, take } = await desk({ 'a.csv': text }, settings && `csv: { ${settings} }`);
  const { library } = await readContent(contentDir);
  if (!library) throw new Error('The content of the test is wrong.');
  const run = async () => {
    const result = await importTickets([join(root, 'a.csv')], { contentDir, library, today });
    if (!result.imported) throw new Error(JSON.stringify(result.findings));
    return result.imported;
  };
  return { run, counts, contentDir, take };
}

async function days(text: string, settings = '') {
  const { run, counts } = await imported(text, settings);
  await run();
  return (await counts('csv')).map((line) => line.slice(0, 10));
}

describe('dates out of line', () => {
  const typos = [
    '901,2062-10-05,2062-10-05,lost_card',
    '902,2016-10-05,2026-10-05,lost_card',
    '903,2026-11-12,2026-10-05,lost_card',
  ];

  it('are left out, and named with an example', async () => {
    const { run, counts } = await imported(plain(...typos));
    const result = await run();
    expect(result).toMatchObject({
      read: 93,
      noDate: 0,
      leftOut: { misdated: 3 },
      days: { first: '2026-10-01', last: '2026-10-30' },
    });
    expect((await counts('csv')).length).toBe(30);
    const text = importText(result, { counts: 'csv.csv' });
    expect(text).toContain('3 dated out of line');
    expect(text).toContain('Not counted: 2 tickets dated after tomorrow, such as 2026-11-12.');
    expect(text).toContain('Not counted: 1 ticket dated far from all others, such as 2016-10-05.');
  });

  it('every ticket is counted or has a reason', async () => {
    const more = [
      ...typos,
      ',2026-10-05,2026-10-05,lost_card',
      '904,someday,2026-10-05,lost_card',
      '5,2026-10-05,2026-10-06,lost_card',
    ];
    const { run } = await imported(plain(...more));
    const { read, duplicates, noId, noDate, leftOut, counts } = await run();
    const left = Object.values(leftOut).reduce((sum, tickets) => sum + tickets, 0);
    const counted = counts.reduce((sum, { tickets }) => sum + tickets, 0);
    expect({ read, duplicates, noId, noDate, left }).toEqual({ read: 96, duplicates: 1, noId: 1, noDate: 1, left: 3 });
    expect(counted + duplicates + noId + noDate + left).toBe(read);
  });

  it('a last change in the future does not decide which version counts', async () => {
    const { run, counts } = await imported(
      plain(
        '7,2026-10-03,2062-01-01,card_late',
        '7,2026-10-03,2026-10-20,stolen card',
        '7,2026-10-03,2026-10-21,lost_card',
      ),
    );
    const { wrongDates } = await run();
    expect(wrongDates?.changed).toEqual({ tickets: 1, example: '2062-01-01' });
    expect((await counts('csv')).filter((line) => !line.includes('lost_card'))).toEqual([]);
  });

  it('an old ticket among the days of earlier imports is in line', async () => {
    const { run, counts } = await imported(plain('901,2026-03-01,2026-10-05,lost_card'));
    await run();
    expect(await counts('csv')).toHaveLength(30);
  });
});

describe('dates that cannot be read', () => {
  it('are refused if they are many, with examples that show no text', async () => {
    const rows = ['Anna Canary', 'anna@mail.example', '2026-13-45', '+358 40 123 4567', 'n/a', ''];
    const { run, contentDir } = await imported(
      plain(...rows.flatMap((value) => [1, 2, 3].map((n) => `x${value}${n},${value},,lost_card`))),
    );
    const failure = await run().catch((error: Error) => error);
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /18 of 108 tickets have no valid date in "created", such as .*, and some are empty/,
      ),
    });
    expect(String(failure)).not.toMatch(/anna|canary|123/i);
    expect(await readdir(contentDir)).not.toContain('tickets');
  });

  it('are reported if they are few', async () => {
    const { run } = await imported(plain('901,2026-13-45,,lost_card'));
    const result = await run();
    expect(result.noDate).toBe(1);
    expect(importText(result, { counts: 'csv.csv' })).toContain(
      'No date could be read in "created" from values such as: "2026-13-45".',
    );
  });
});

describe('the column of the day', () => {
  it('is named in the report with the others', async () => {
    const { run } = await imported(
      table('Ticket ID,Due date,Opened on,Category', (day, n) => `${n},2026-12-24,${day},lost_card`),
    );
    expect(importText(await run(), { counts: 'csv.csv' })).toContain('Columns read: day "Opened on", id "Ticket ID".');
  });

  it('is one that almost all tickets have, if several can be it by their names', async () => {
    const text = table('id,Opened,Created,category', (day, n) => `${n},${n % 9 === 0 ? day : ''},${day},lost_card`);
    const { run } = await imported(text);
    expect(await run()).toMatchObject({ noDate: 0, readFrom: { created: 'Created' } });
  });

  it('is looked for among the columns with dates if its name is not known', async () => {
    const text = table(
      'nr,frist,wann,phone,category',
      (day, n) => `${n},2026-12-24,${day.slice(0, 10)},0401234567,lost_card`,
    );
    const { run } = await imported(text);
    await expect(run()).rejects.toThrow(
      /"wann" in 100% of the tickets, from 2026-10-01 to 2026-10-30, such as "2026-10-01"\n +"frist" .*\n[^"]*sources:\n +csv:\n +created: "wann"$/s,
    );
  });

  it('is shown if tickets.yaml names another', async () => {
    const { run } = await imported(plain(), 'created: "creatd"');
    await expect(run()).rejects.toThrow(/"creatd", which isn't in the export\.\n +Did you mean "created"\?/);
  });
});

describe('times without a zone', () => {
  const late = (header: string, cells = '') =>
    table(header, (day, n) => `${n},${day.slice(0, 10)} 23:30:00${cells},lost_card`);
  const first = async (text: string, settings: string) => (await days(text, settings))[0];

  it.each([
    ['are those of the company', 'id,created_at,category', 'timezone: Europe/Helsinki', '2026-10-01'],
    [
      'are in the zone that tickets.yaml says',
      'id,created_at,category',
      'timezone: Europe/Helsinki, times: UTC',
      '2026-10-02',
    ],
    ['are in the zone that the column says', 'id,Created (UTC),category', 'timezone: Europe/Helsinki', '2026-10-02'],
    [
      'are in the zone that the column says, by its name',
      'id,Started at (America/New_York),category',
      '',
      '2026-10-02',
    ],
  ])('%s', async (_, header, settings, day) => {
    expect(await first(late(header), settings)).toBe(day);
  });

  it('are in UTC in a dump of a help desk that stores UTC', async () => {
    const header = 'id,created_at,number,state_id,owner_id,customer_id,group_id,last_contact_at,category';
    expect(await first(late(header, ',2,3,4,5,6,'), 'timezone: Europe/Helsinki')).toBe('2026-10-02');
  });

  it('a day without a time is a day of the company', async () => {
    const text = table('id,created,category', (day, n) => `${n},${day.slice(0, 10)},lost_card`);
    expect(await first(text, 'timezone: America/New_York, times: UTC')).toBe('2026-10-01');
    expect(await first(text, 'timezone: Asia/Tokyo, times: America/New_York')).toBe('2026-10-01');
  });
});
