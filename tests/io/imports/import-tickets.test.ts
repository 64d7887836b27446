import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CategoryUnclear } from '#io/imports/count-tickets.ts';
import { lines, many, type Told, zendeskTicket } from '../../tickets.ts';
import { desk } from './desk.ts';

/** The counts that come of these tickets, one export. */
async function countsOf(tickets: readonly unknown[], sources?: string): Promise<string[]> {
  const { take, counts } = await desk({ 'export.json': lines(tickets) }, sources);
  await take('export.json');
  return counts();
}

const day = (of: number) => `2026-11-${String(of).padStart(2, '0')}T10:00:00Z`;
const field = 'zendesk: { category: "field:360001", locale: "tag-prefix:lang_" }';

describe('tickets are counted', () => {
  it('per day, language and category', async () => {
    const tickets = [
      ...many(3, { created: day(2), category: 'lost_card' }),
      ...many(2, { created: day(2), category: 'lost_card', locale: 'fi' }),
      ...many(1, { created: day(3), category: 'card_late' }),
    ];
    expect(await countsOf(tickets, field)).toEqual([
      '2026-11-02,en,lost_card,3',
      '2026-11-02,fi,lost_card,2',
      '2026-11-03,en,card_late,1',
    ]);
  });

  const tickets = many(30, { created: day(2) });
  it.each<[string, string | Uint8Array]>([
    ['lines', lines(tickets)],
    ['packed lines', gzipSync(lines(tickets))],
    ['a list', JSON.stringify(tickets)],
    ['a packed list', gzipSync(JSON.stringify(tickets, null, 2))],
    ['a page', JSON.stringify({ tickets, count: 30 })],
    ['a packed page', gzipSync(JSON.stringify({ tickets, count: 30 }, null, 1))],
    ['pages', lines([{ tickets: tickets.slice(0, 9) }, { tickets: tickets.slice(9) }])],
    ['objects', tickets.map((ticket) => JSON.stringify(ticket, null, 1)).join('\n')],
  ])('from %s', async (_, data) => {
    const { take, counts } = await desk({ export: data });
    expect(await take('export')).toMatchObject({ read: 30, duplicates: 0 });
    expect(await counts()).toEqual(['2026-11-02,en,lost_card,30']);
  });

  it('each once, in its newest version, over all files together', async () => {
    const early: Told = { id: 1, created: day(2), updated: day(3), category: 'lost_card' };
    const late: Told = { ...early, updated: day(9), category: 'card_late' };
    const files = {
      'a.json': lines([zendeskTicket(early), zendeskTicket({ id: 2, created: day(2) })]),
      'b.json': JSON.stringify([zendeskTicket(late)]),
    };
    for (const order of [
      ['a.json', 'b.json'],
      ['b.json', 'a.json'],
      ['a.json', 'b.json', 'a.json'],
    ]) {
      const { take, counts } = await desk(files);
      await take(...order);
      expect(await counts()).toEqual(['2026-11-02,en,card_late,1', '2026-11-02,en,lost_card,1']);
    }
  });

  it('once if the same file is named twice', async () => {
    const { take } = await desk({ 'export.json': lines(many(30, { created: day(2) })) });
    expect(await take('export.json', './export.json')).toMatchObject({ read: 30, duplicates: 0 });
  });

  it('except deleted ones and those without a day or a number', async () => {
    const tickets = [
      ...many(5, { created: day(2) }),
      zendeskTicket({ status: 'deleted' }),
      zendeskTicket({ created: null }),
      zendeskTicket({ created: 'some day' }),
      zendeskTicket({ id: null }),
    ];
    const { take, counts } = await desk({ 'export.json': lines(tickets) });
    expect(await take('export.json')).toMatchObject({ read: 9, leftOut: { deleted: 1 }, noDate: 2, noId: 1 });
    expect(await counts()).toEqual(['2026-11-02,en,lost_card,5']);
  });

  it.each([
    ['2026-11-02T23:30:00Z', 'UTC', '2026-11-02'],
    ['2026-11-02T23:30:00Z', 'Europe/Helsinki', '2026-11-03'],
    ['2026-11-02T23:30:00-05:00', 'UTC', '2026-11-03'],
    ['2026-11-02 23:30:00 +0200', 'UTC', '2026-11-02'],
    ['2026-11-02 01:30', 'Europe/Helsinki', '2026-11-02'],
    ['2026-11-02', 'America/New_York', '2026-11-02'],
    ['1793662200', 'UTC', '2026-11-02'],
    ['1793662200000', 'Europe/Helsinki', '2026-11-03'],
  ])('%s in %s on %s', async (created, timezone, expected) => {
    expect(await countsOf(many(1, { created }), `zendesk: { timezone: ${timezone} }`)).toEqual([
      `${expected},en,lost_card,1`,
    ]);
  });
});

describe('the category', () => {
  it('is written as topics.yaml writes it', async () => {
    expect(
      await countsOf([...many(1, { category: ' STOLEN card ' }), ...many(1, { category: 'stolen card' })]),
    ).toEqual(['2026-11-02,en,Stolen Card,2']);
  });

  it('is the first of several choices, and "(none)" if there is none', async () => {
    const tickets = [
      ...many(1, { category: ['card_late', 'lost_card'] }),
      ...many(2, { category: null }),
      ...many(1, { category: ' ' }),
    ];
    expect(await countsOf(tickets)).toEqual(['2026-11-02,en,(none),3', '2026-11-02,en,card_late,1']);
  });

  it.each([
    ['tag', { tags: ['card_late'] }, 'card_late'],
    ['tag-prefix:topic_', { tags: ['vip', 'topic_card_late'] }, 'card_late'],
    ['type', { type: 'card_late' }, 'card_late'],
  ])('is in %s if tickets.yaml says so', async (place, told, expected) => {
    expect(await countsOf(many(6, told), `zendesk: { category: "${place}" }`)).toEqual([`2026-11-02,en,${expected},6`]);
  });

  it('is what tickets.yaml maps a value to', async () => {
    const tickets = [...many(1, { group: 360_000_123_456 }), ...many(2, { group: 360_000_777_777 })];
    const map = 'zendesk: { category: group, map: { "360000123456": LOST_card, "360000777777": Savings } }';
    expect(await countsOf(tickets, map)).toEqual(['2026-11-02,en,Savings,2', '2026-11-02,en,lost_card,1']);
  });

  it('is found in the column whose values the topics claim', async () => {
    const { take } = await desk({ 'export.json': lines([...many(9), ...many(3, { category: 'unheard of' })]) });
    const { category, choice, candidates } = await take('export.json');
    expect(category).toEqual({ kind: 'field', name: '360001' });
    expect(choice?.why).toContain('75%');
    expect(candidates[0]).toMatchObject({ filled: 12, distinct: 2, claimed: 9 });
  });

  it('must be set if several columns are possible', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `${n},2026-11-02,area ${n % 3},kind ${n % 2}`);
    const { take } = await desk({ 'export.csv': `id,created,Product area,Kind\n${rows.join('\n')}\n` });
    const unclear = await take('export.csv').catch((error: unknown) => error);
    expect(unclear).toBeInstanceOf(CategoryUnclear);
    expect((unclear as CategoryUnclear).candidates.map(({ attribute }) => attribute)).toEqual([
      { kind: 'column', name: 'Kind' },
      { kind: 'column', name: 'Product area' },
    ]);
  });

  it('must be set if no column looks like a category', async () => {
    const rows = Array.from({ length: 600 }, (_, n) => `${n},2026-11-02,area ${n}`);
    const { take } = await desk({ 'export.csv': `id,created,Product area\n${rows.join('\n')}\n` });
    const unclear = await take('export.csv').catch((error: unknown) => error);
    expect(unclear).toBeInstanceOf(CategoryUnclear);
    expect((unclear as CategoryUnclear).candidates).toEqual([]);
  });

  it('must be set if the field in tickets.yaml is empty', async () => {
    const { take } = await desk({ 'export.json': lines(many(3)) }, 'zendesk: { category: "field:360002" }');
    await expect(take('export.json')).rejects.toMatchObject({ told: { kind: 'field', name: '360002' } });
  });
});

describe('the language', () => {
  it('is read by its tag or its name, and is the default one otherwise', async () => {
    const spoken = { fi: 'fi', 'fi-FI': 'fi', FI_fi: 'fi', suomi: 'fi', Finnish: 'fi', sv: 'en', whatever: 'en' };
    const tickets = Object.keys(spoken).flatMap((locale, place) => many(1, { locale, created: day(place + 1) }));
    expect(await countsOf(tickets, field)).toEqual(
      Object.values(spoken).map((locale, place) => `2026-11-0${place + 1},${locale},lost_card,1`),
    );
  });

  it('is the default one, or the one that tickets.yaml sets for all', async () => {
    expect(await countsOf(many(1, { locale: 'fi' }))).toEqual(['2026-11-02,en,lost_card,1']);
    expect(await countsOf(many(1), 'zendesk: { locale: fi }')).toEqual(['2026-11-02,fi,lost_card,1']);
  });
});

describe('nothing about a person is kept', () => {
  const told = (count: number, category: string, requester?: number) =>
    Array.from({ length: count }, (_, n) => zendeskTicket({ category, requester: requester ?? 100 + n }));

  it('a category without a topic is kept if five people used it', async () => {
    expect(await countsOf([...told(5, 'savings'), ...told(4, 'secret'), ...told(20, 'my own word', 7)], field)).toEqual(
      ['2026-11-02,en,(other),24', '2026-11-02,en,savings,5'],
    );
  });

  it('a category that is in the counts already stays, however rare', async () => {
    const { take, counts } = await desk(
      {
        'one.json': lines(told(5, 'savings')),
        'two.json': lines(told(2, 'savings').map((ticket) => ({ ...ticket, created_at: day(5) }))),
      },
      field,
    );
    await take('one.json');
    await take('two.json');
    expect(await counts()).toEqual(['2026-11-02,en,savings,5', '2026-11-05,en,savings,2']);
  });

  it('an address, a number or a long text is never kept, whoever used it', async () => {
    const values = [
      'canary@mail.example',
      'call canary +358 40 555 0123',
      '4111 1111 1111 1111',
      '040-5550123',
      'canary '.repeat(10),
    ];
    const tickets = values.flatMap((value, place) =>
      told(9, value).map((ticket) => ({ ...ticket, created_at: day(place + 1) })),
    );
    expect(await countsOf(tickets, field)).toEqual(values.map((_, place) => `2026-11-0${place + 1},en,(other),9`));
  });

  it('the number of a group counts as a category', async () => {
    expect(await countsOf(many(9, { group: 360_000_123_456 }), 'zendesk: { category: group }')).toEqual([
      '2026-11-02,en,360000123456,9',
    ]);
  });

  it('without requesters a category must be in ten tickets', async () => {
    const nobody = (count: number, category: string) =>
      Array.from({ length: count }, () => zendeskTicket({ category, requester: null }));
    expect(await countsOf([...nobody(10, 'savings'), ...nobody(9, 'loans')], field)).toEqual([
      '2026-11-02,en,(other),9',
      '2026-11-02,en,savings,10',
    ]);
  });

  it.each([
    [
      'a broken line',
      lines([...many(3), ...many(3)]).replace('"status":"closed"', '"status":canary'),
      /export:1: This line isn't complete JSON/,
    ],
    ['an open quote', `id,created,category,text\n1,2026-11-02,lost_card,"canary\n`, /export:2: A quote is/],
  ])('not even if %s cannot be read', async (_, data, message) => {
    const { take } = await desk({ export: data }, 'csv: { category: "column:category" }');
    await expect(take('export')).rejects.toThrow(message);
    await expect(take('export')).rejects.not.toThrow('canary');
  });
});

describe('a table', () => {
  const table = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

  it('is read by the names of its columns, in any order', async () => {
    const { take, counts } = await desk({
      'export.csv': table(
        'Subject;Category [list];Language;Created At;Ticket ID',
        '"canary; ""x""\nmore";lost_card;Finnish;2026-11-02 10:00;1',
        'y;card_late;en;2026-11-03;2',
        'y;card_late;en;2026-11-03;2',
      ),
    });
    expect(await take('export.csv')).toMatchObject({ read: 3, duplicates: 1, source: 'csv' });
    expect(await counts('csv')).toEqual(['2026-11-02,fi,lost_card,1', '2026-11-03,en,card_late,1']);
  });

  it('can have other column names', async () => {
    const { take, counts } = await desk(
      { 'export.csv': table('N°,Eröffnet,Grund', '1,2026-11-02,lost_card') },
      'csv: { id: N°, created: eröffnet, category: "column:Grund", locale: fi }',
    );
    await take('export.csv');
    expect(await counts('csv')).toEqual(['2026-11-02,fi,lost_card,1']);
  });

  it('can have all tags of a ticket in one cell', async () => {
    const { take, counts } = await desk(
      { 'export.csv': table('id,created,Tags', '1,2026-11-02,web topic_lost_card lang_fi') },
      'csv: { category: "tag-prefix:topic_", locale: "tag-prefix:lang_" }',
    );
    await take('export.csv');
    expect(await counts('csv')).toEqual(['2026-11-02,fi,lost_card,1']);
  });

  it('is refused in an older encoding, wherever the first letter that shows it is', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `${n},2026-11-02,lost_card,canary`);
    const text = table('id,created,category,subject', ...rows, '9,2026-11-02,Käteinen,canary');
    const { take } = await desk({ 'export.csv': Buffer.from(text, 'latin1') });
    await expect(take('export.csv')).rejects.toThrow("isn't UTF-8");
  });

  it.each([
    ['no column with the day', table('id,category', '1,lost_card'), '', /No column has the date a ticket was opened/],
    [
      'no column that tickets.yaml names',
      table('id,created,category', '1,2026-11-02,lost_card'),
      'csv: { requester: Kunde }',
      /"Kunde", which isn't in the export/,
    ],
    [
      'dates that cannot be read',
      table('id,created,category', '1,last week,lost_card'),
      '',
      /1 of 1 tickets have no valid date/,
    ],
    ['names only', table('id,created,category'), '', /no tickets to count/],
    [
      'another format than tickets.yaml says',
      table('id,created,category', '1,2026-11-02,lost_card'),
      'csv: { format: zendesk }',
      /tickets.yaml says "format: zendesk"/,
    ],
  ])('is refused with %s', async (_, data, sources, message) => {
    const { take } = await desk({ 'export.csv': data }, sources);
    await expect(take('export.csv')).rejects.toThrow(message);
  });
});
