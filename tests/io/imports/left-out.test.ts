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
    expect(importText(imported, { counts: 'zendesk.csv' })).toContain(
      'skipped     4  1 deleted, 2 merged, 1 side conversation',
    );
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
});
