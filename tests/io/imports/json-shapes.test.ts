import { describe, expect, it } from 'vitest';
import { printAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { desk } from './desk.ts';

const day = '2026-11-02T10:00:00Z';
const page = (key: string, ticket: (n: number) => object) =>
  JSON.stringify({ total: 6, [key]: Array.from({ length: 6 }, (_, n) => ticket(n)) });
const counted = ['2026-11-02,en,lost_card,6'];

describe('JSON of any desk is read at the paths where its tickets have values', () => {
  it.each<[desk: string, category: string, text: string]>([
    [
      'Jira',
      'column:fields.customfield_7.value',
      page('issues', (n) => ({
        id: `${n}`,
        key: `HELP-${n}`,
        fields: {
          created: day,
          summary: 'Lost',
          customfield_7: { self: 'https://jira.example/7', id: '7', value: 'lost_card' },
          labels: ['web'],
          priority: { id: '3', name: 'Medium' },
        },
      })),
    ],
    [
      'Gorgias, with fields under their numbers',
      'column:custom_fields.301.value',
      page('data', (n) => ({
        id: n,
        created_datetime: day,
        custom_fields: { 301: { id: 301, value: 'lost_card' }, 302: { id: 302, value: true } },
        tags: [{ id: 1, name: 'vip' }],
      })),
    ],
    [
      'Missive, with a key that Chatwoot has too',
      'column:shared_label_names',
      page('conversations', (n) => ({
        id: `m${n}`,
        created_at: 1_793_613_600 + n,
        last_activity_at: 1_793_613_700 + n,
        shared_label_names: 'lost_card',
      })),
    ],
    [
      'HubSpot',
      'column:properties.hs_ticket_category',
      page('results', (n) => ({
        id: `${n}`,
        properties: { createdate: day, hs_ticket_category: 'lost_card', hs_pipeline: '0' },
        createdAt: day,
        archived: false,
      })),
    ],
    [
      'ServiceNow',
      'column:category.display_value',
      page('result', (n) => ({
        number: { display_value: `CS${n}`, value: `CS${n}` },
        opened_at: { display_value: '02/11/2026 12:00:00', value: '2026-11-02 10:00:00' },
        category: { display_value: 'lost_card', value: '17' },
      })),
    ],
    [
      'Kustomer',
      'column:attributes.custom.reasonTree',
      page('data', (n) => ({
        type: 'conversation',
        id: `${n}`,
        attributes: { createdAt: day, custom: { reasonTree: 'lost_card' }, channels: ['email'] },
      })),
    ],
    [
      'GraphQL',
      'column:node.topic',
      JSON.stringify({
        data: {
          tickets: {
            pageInfo: { hasNextPage: false },
            edges: Array.from({ length: 6 }, (_, n) => ({
              cursor: `c${n}`,
              node: { id: `${n}`, createdAt: day, topic: 'lost_card' },
            })),
          },
        },
      }),
    ],
  ])('%s', async (_, category, text) => {
    const { take, counts } = await desk({ a: text });
    const imported = await take('a');
    expect(printAttribute(imported.category)).toBe(category);
    expect(imported).toMatchObject({ read: 6, noDate: 0, noId: 0, duplicates: 0, ids: true });
    expect(await counts('json')).toEqual(counted);
  });

  const list = (from: number) =>
    [from, from + 1, from + 2].map((n) => ({ id: n, created_at: day, category: 'lost_card' }));
  it.each([
    ['lists one after the other', `${JSON.stringify(list(1))}\n${JSON.stringify(list(4))}`],
    ['a list of lists', JSON.stringify([list(1), list(4)])],
    [
      'a list of pages',
      JSON.stringify([
        { page: 1, tickets: list(1) },
        { page: 2, tickets: list(4) },
      ]),
    ],
  ])('pages can be %s', async (_, text) => {
    const { take, counts } = await desk({ a: text });
    expect(await take('a')).toMatchObject({ read: 6, duplicates: 0 });
    expect(await counts('json')).toEqual(counted);
  });

  it('tickets under their numbers are refused with what to do', async () => {
    const { take } = await desk({
      a: JSON.stringify(Object.fromEntries([...list(1), ...list(4)].map((one) => [one.id, one]))),
    });
    await expect(take('a')).rejects.toThrow("jq -c '.[]' FILE > tickets.ndjson");
  });

  it('tags can be objects with a name', async () => {
    const text = page('data', (n) => ({
      id: n,
      created_at: day,
      tags: [{ id: 1, name: 'vip' }, { name: 'lost_card' }],
    }));
    const { take, counts } = await desk({ a: text });
    expect(printAttribute((await take('a')).category)).toBe('tag');
    expect(await counts('json')).toEqual(counted);
  });

  it('custom fields can be a list', async () => {
    const text = page('tickets', (n) => ({
      number: n,
      created_at: day,
      custom_fields: [
        { id: 9, name: 'Topic', value: 'lost_card' },
        { id: 8, value: 'x' },
      ],
    }));
    const { take, counts } = await desk({ a: text });
    expect(printAttribute((await take('a')).category)).toBe('field:Topic');
    expect(await counts('json')).toEqual(counted);
  });

  it('a path in tickets.yaml is read although the first tickets do not have it', async () => {
    const rows = Array.from({ length: 300 }, (_, n) =>
      JSON.stringify({ id: n, created_at: day, more: n < 250 ? { a: 1 } : { a: 1, topic: { name: 'lost_card' } } }),
    );
    const { take, counts } = await desk({ a: rows.join('\n') }, 'json: { category: "column:more.topic.name" }');
    expect(await take('a')).toMatchObject({ read: 300, none: 250 });
    expect(await counts('json')).toContain('2026-11-02,en,lost_card,50');
  });
});
