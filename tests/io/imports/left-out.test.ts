import { describe, expect, it } from 'vitest';
import { importText } from '#report/imports/tickets-text.ts';
import { lines, many, zendeskTicket } from '../../tickets.ts';
import { desk } from './desk.ts';

const day = '2026-11-02T10:00:00Z';

describe('tickets that ask nothing of the help center are left out, each with its reason', () => {
  it('in a Zendesk export', async () => {
    const { take, counts } = await desk({
      'export.json': lines([
        ...many(6),
        ...many(2, { tags: ['closed_by_merge'] }),
        { ...zendeskTicket(), via: { channel: 'side_conversation' } },
        zendeskTicket({ status: 'deleted' }),
      ]),
    });
    const imported = await take('export.json');
    expect(imported).toMatchObject({
      read: 10,
      duplicates: 0,
      leftOut: { merged: 2, 'side-conversation': 1, deleted: 1 },
    });
    expect(await counts()).toEqual(['2026-11-02,en,lost_card,6']);
    const text = importText(imported, { counts: 'zendesk.csv' });
    expect(text).toContain('skipped     4  1 deleted, 2 merged, 1 side conversation');
    expect(text).toContain(`Skipped by these columns, such as:
  deleted            "status" is "deleted"
  merged             "tags" has "closed_by_merge"
  side conversation  "via.channel" is "side_conversation"
`);
  });

  it.each<[desk: string, source: string, ticket: object, left: object]>([
    ['Freshdesk', 'freshdesk', { responder_id: 1, spam: true }, { spam: 1 }],
    ['Freshdesk', 'freshdesk', { responder_id: 1, deleted: true }, { deleted: 1 }],
    ['Intercom', 'intercom', { ticket_id: 9, category: 'Tracker' }, { 'side-conversation': 1 }],
    ['Zammad', 'zammad', { state_id: 5, state: 'merged' }, { merged: 1 }],
    ['another desk', 'json', { spam: true }, { spam: 1 }],
    ['another desk', 'json', { trashed_datetime: '2026-11-03' }, { deleted: 1 }],
    ['another desk', 'json', { isTrashed: true }, { deleted: 1 }],
    ['another desk', 'json', { trashed_datetime: null, spam: false, merged: '7' }, {}],
    ['HubSpot', 'json', { archived: true, properties: { hs_object_id: '9' } }, { deleted: 1 }],
    ['another desk', 'json', { archived: true }, {}],
    ['LiveAgent', 'json', { status: 'X', departmentid: 'd', owner_contactid: 'c' }, { deleted: 1 }],
    ['LiveAgent', 'json', { status: 'B', departmentid: 'd', owner_contactid: 'c' }, { spam: 1 }],
    ['Re:amaze', 'json', { status: 3, slug: 's', tag_list: [] }, { spam: 1 }],
    ['another desk', 'json', { status: 'X' }, {}],
    [
      'GitHub',
      'json',
      { number: 7, pull_request: { url: 'https://api.github.com/pulls/7' } },
      { 'side-conversation': 1 },
    ],
  ])('in JSON of %s', async (_, source, told, left) => {
    const ticket = (id: number, more: object) => ({ id, created_at: day, topic: 'lost_card', ...more });
    const plain = Object.fromEntries(Object.keys(told).map((key) => [key, null]));
    const { take } = await desk(
      { 'export.json': lines([...Array.from({ length: 5 }, (__, n) => ticket(n + 1, plain)), ticket(9, told)]) },
      `${source}: { category: "column:topic" }`,
    );
    expect(await take('export.json')).toMatchObject({ read: 6, leftOut: left });
  });

  it('in CSV, by obvious values in whatever language', async () => {
    const rows = [
      'Open,,',
      'Solved,,',
      'Papierkorb,,',
      'Merged,,',
      'SPAM,,',
      'Open,side_conversation,',
      'Open,Email,yes',
      'Open,Email,no',
    ].map((rest, n) => `${n},2026-11-02,lost_card,${rest}`);
    const { take } = await desk({ a: `ID,Created at,Category,Status,Channel,Is test\n${rows.join('\n')}\n` });
    expect(await take('a')).toMatchObject({
      read: 8,
      leftOut: { deleted: 1, spam: 1, merged: 1, 'side-conversation': 1, test: 1 },
    });
  });

  it.each([
    ['Salesforce', 'MasterRecordId', '5007', 'merged'],
    ['Dynamics', 'Status Reason', 'Merged', 'merged'],
    ['OTRS', 'Queue', 'Junk', 'spam'],
    ['FreeScout', 'Folder', 'Trash', 'deleted'],
  ])('in CSV of %s', async (_, column, value, reason) => {
    const rows = ['', '', '', '', value].map((cell, n) => `${n},2026-11-02,lost_card,${cell}`);
    const { take } = await desk({ a: `ID,Created at,Category,${column}\n${rows.join('\n')}\n` });
    expect(await take('a')).toMatchObject({ read: 5, leftOut: { [reason]: 1 } });
  });

  it.each([
    '',
    'NULL',
    '\\N',
    'N/A',
    'Nein',
    '0',
    '-',
    '(none)',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00',
    '1970-01-01T00:00:00Z',
  ])('but not if the column says "%s"', async (nothing) => {
    const text = `ID,Created at,Category,Deleted at,Merged into\n1,2026-11-02,lost_card,${nothing},${nothing}\n`;
    const { take } = await desk({ a: text });
    expect(await take('a')).toMatchObject({ read: 1, leftOut: {} });
  });

  it('with the value that decided most often, and never one that could be about a person', async () => {
    const rows = [
      ...['Open,,', 'Open,,', 'Open,,', 'Open,,'],
      ...['Merged,,', 'Zusammengeführt,,', 'Zusammengeführt,,'],
      ...['Open,"Moved to 4711, ask Eve Adams",', 'Open,,eve.adams@example.com', 'Open,,yes', 'Open,,yes'],
    ].map((rest, n) => `${n === 0 ? '' : n},2026-11-02,lost_card,${rest}`);
    const { take } = await desk({
      a: `ID,Created at,Category,Status,Deleted at,Is spam\n${rows.join('\n')}\n`,
      b: `ID,Created at,Category,Status,Merged into\n${['1,2026-11-02,lost_card,Open,', '2,2026-11-02,lost_card,Open,7'].join('\n')}\n`,
    });
    const text = importText(await take('a'), { counts: 'csv.csv' });
    expect(text).toContain(`Skipped by these columns, such as:
  without an id  "ID" is empty
  deleted        "Deleted at" is filled in
  spam           "Is spam" is "yes"
  merged         "Status" is "zusammengeführt"
`);
    expect(text).not.toMatch(/Eve|eve|4711/);
    expect(importText(await take('b'), { counts: 'csv.csv' })).toContain('  merged  "Merged into" is filled in\n');
  });

  it.each([
    [
      'in the first column',
      'Category,Day,Ticket\n',
      (n: number) => `lost_card,2026-11-0${n},${n}\n`,
      'Grand Total,240,240\n',
    ],
    [
      'in the column of days',
      'Ticket,Created at,Category\n',
      (n: number) => `${n},2026-11-0${n},lost_card\n`,
      '240,Summe:,240\n',
    ],
    ['in that of ids', 'Topic,ID,Created at\n', (n: number) => `lost_card,${n},2026-11-0${n}\n`, '4,Yhteensä,-\n'],
  ])('a row of sums with all cells filled, named %s', async (_, header, row, sums) => {
    const { take } = await desk(
      { a: header + [1, 2, 3, 4].map(row).join('') + sums },
      `csv: { category: "column:${header.includes('Topic') ? 'Topic' : 'Category'}", created: "${header.includes('Day') ? 'Day' : 'Created at'}" }`,
    );
    const imported = await take('a');
    expect(imported).toMatchObject({ read: 5, noDate: 0, leftOut: { total: 1 } });
    expect(importText(imported, { counts: 'csv.csv' })).toContain(
      '1 total row\nSkipped by these columns, such as:\n  total row',
    );
  });

  it('a ticket about a total has a date, so it counts', async () => {
    const rows = [1, 2, 3, 4].map((n) => `Total,2026-11-0${n},${n}\n`);
    const { take } = await desk({ a: `Topic,Created at,ID\n${rows.join('')}` }, 'csv: { category: "column:Topic" }');
    expect(await take('a')).toMatchObject({ read: 4, noDate: 0, leftOut: {} });
  });
});
