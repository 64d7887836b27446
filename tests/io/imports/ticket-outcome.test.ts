import { describe, expect, it } from 'vitest';
import { forms } from '../../../scripts/sample-tickets/forms/all.ts';
import type { Ticket } from '../../../scripts/sample-tickets/ticket.ts';
import { lines, zendeskTicket } from '../../tickets.ts';
import { desk } from './desk.ts';

const ticket = (n: number, told: Partial<Ticket>): Ticket => ({
  n,
  id: 200_000 + n,
  created: '2026-11-02T10:00:00Z',
  replied: '2026-11-02T11:00:00Z',
  closed: '2026-11-05T18:30:00Z',
  status: 'closed',
  category: 'lost_card',
  locale: 'en',
  requester: 9_000_000 + n,
  subject: 'My card',
  description: 'It is gone.',
  rating: 'unoffered',
  articles: [],
  startedOn: null,
  channel: 'web',
  ...told,
});
const tickets = [
  ticket(0, { rating: 'good' }),
  ticket(1, { rating: 'bad' }),
  ticket(2, { rating: 'offered', status: 'solved' }),
  ticket(3, { status: 'open' }),
  ticket(4, { status: 'open', category: 'card_late' }),
];

/** All of the counts of an export, whatever the source is called. */
async function countsOf(data: string, sources?: string): Promise<string[]> {
  const { take, whole } = await desk({ export: data }, sources);
  const { source } = await take('export');
  return whole(source);
}

const table = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

describe('the outcome of the tickets', () => {
  const all = [
    'day,locale,category,tickets,closed,rated,satisfied',
    '2026-11-02,en,card_late,1,0,0,0',
    '2026-11-02,en,lost_card,4,3,2,1',
  ];
  const closed = all.map((line) => line.split(',').slice(0, 5).join(','));

  it.each([
    ['zendesk', all],
    ['zendesk-csv', all],
    ['freshdesk', closed],
    ['freshdesk-csv', closed],
    ['intercom', all],
    ['helpscout', closed],
    ['zammad', closed],
    ['jira-csv', all],
    ['chatwoot', closed],
  ])('is read from the form of %s, if the form includes it', async (form, expected) => {
    expect(await countsOf(forms.get(form)?.(tickets) ?? '')).toEqual(expected);
  });

  it('is unknown in a table without such columns', async () => {
    expect(await countsOf(table('id,created,category', '1,2026-11-02,lost_card'))).toEqual([
      'day,locale,category,tickets',
      '2026-11-02,en,lost_card,1',
    ]);
  });

  it('is that of the newest version of a ticket, in whatever order the versions come', async () => {
    const version = (updated: string, status: string, score: string) => ({
      ...zendeskTicket({ id: 1, created: '2026-11-02T10:00:00Z', updated, status }),
      satisfaction_rating: { score },
    });
    const versions = [
      version('2026-11-03T10:00:00Z', 'solved', 'good'),
      version('2026-11-04T10:00:00Z', 'closed', 'bad'),
      version('2026-11-05T10:00:00Z', 'open', 'bad'),
    ];
    for (const order of [versions, [...versions].reverse()])
      expect((await countsOf(lines(order)))[1]).toBe('2026-11-02,en,lost_card,1,0,1,0');
  });

  it('changes with a later export', async () => {
    const one = (status: string, score: string) =>
      lines([{ ...zendeskTicket({ id: 1, created: '2026-11-02T10:00:00Z', status }), satisfaction_rating: { score } }]);
    const { take, whole } = await desk({ early: one('open', 'unoffered'), late: one('solved', 'good') });
    await take('early');
    expect((await whole())[1]).toBe('2026-11-02,en,lost_card,1,0,0,0');
    await take('late');
    expect((await whole())[1]).toBe('2026-11-02,en,lost_card,1,1,1,1');
    await take('late');
    expect((await whole())[1]).toBe('2026-11-02,en,lost_card,1,1,1,1');
  });
});

describe('a ticket is closed', () => {
  const closedOf = async (data: string, sources?: string) =>
    (await countsOf(data, sources)).map((line) => line.split(',').slice(4).join());

  it.each([
    ['Status', 'Gelöst', 'Offen'],
    ['Tila', 'Ratkaistu', 'Avoin'],
    ['Status', 'Stängd', 'Väntande'],
    ['Stanje', 'Riješeno', 'Novo'],
    ['وضعیت', 'حل شده', 'باز'],
    ['Ticket_Status', ' CLOSED ', 'new'],
    ['Solved at', '2026-11-03 10:00', '-'],
  ])('if a column %s has "%s", and not if it has "%s"', async (column, shut, open) => {
    const data = table(
      `id,created,category,${column}`,
      `1,2026-11-02,lost_card,${shut}`,
      `2,2026-11-02,lost_card,${open}`,
    );
    expect(await closedOf(data)).toEqual(['closed', '1']);
  });

  it('by the category of its status in Jira, or else by the day it was resolved', async () => {
    const rows = ['HELP-1,2026-11-02,lost_card,Won,2026-11-03', 'HELP-2,2026-11-02,lost_card,Closed,'];
    expect(await closedOf(table('Issue key,Created,Category,Status,Resolved', ...rows))).toEqual(['closed', '1']);
    const judged = rows.map((row, n) => `${row},${['In Progress', 'Fertig'][n]}`);
    expect(await closedOf(table('Issue key,Created,Category,Status,Resolved,Status Category', ...judged))).toEqual([
      'closed',
      '1',
    ]);
  });

  it.each([
    ['California', 'a word that means something else'],
    ['', 'nothing'],
  ])('is not read from a column of that name that has "%s": %s', async (state) => {
    const { take, whole } = await desk({
      export: table('id,created,category,State', `1,2026-11-02,lost_card,${state}`),
    });
    const { outcome } = await take('export');
    expect(outcome?.unclear).toEqual(state === '' ? [] : [{ key: 'closed', place: 'column:State' }]);
    expect(await whole('csv')).toEqual(['day,locale,category,tickets', '2026-11-02,en,lost_card,1']);
  });

  it('by the values set in tickets.yaml, including numbers, or by any value if none are set', async () => {
    const data = table('id,created,category,Phase', '1,2026-11-02,lost_card,7', '2,2026-11-02,lost_card,8');
    expect(await closedOf(data, 'csv: { closed: { at: "column:Phase", is: [7, done] } }')).toEqual(['closed', '1']);
    expect(await closedOf(data, 'csv: { closed: { at: "column:Phase" } }')).toEqual(['closed', '2']);
    expect(await closedOf(data, 'csv: { closed: { at: "column:Phase", is: [done] } }')).toEqual(['closed', '0']);
  });

  it('by a field or a tag of the company', async () => {
    const told = [zendeskTicket({ category: 'lost_card', status: 'open', tags: ['end_done'] }), zendeskTicket()];
    expect(await closedOf(lines(told), 'zendesk: { closed: { at: "tag-prefix:end_", is: [done] } }')).toEqual([
      'closed',
      '1',
    ]);
  });

  it.each([
    ['Intercom tickets', 'intercom', { ticket_attributes: { Topic: 'lost_card' }, ticket_state: 'resolved' }],
    ['newer ones', 'intercom', { ticket_attributes: { Topic: 'lost_card' }, ticket_state: { category: 'resolved' } }],
    ["Zammad's expanded list", 'zammad', { customer_id: 1, category: 'lost_card', state: 'closed', close_at: null }],
    ['Freshdesk, in words', 'freshdesk', { product_id: 1, custom_fields: { cf: 'lost_card' }, status: 'Resolved' }],
  ])('in %s', async (_, source, told) => {
    const one = { id: 1, created_at: '2026-11-02T10:00:00Z', updated_at: '2026-11-02T10:00:00Z', ...told };
    const { take, whole } = await desk({ export: JSON.stringify([one]) });
    expect(await take('export')).toMatchObject({ source });
    expect(await whole(source)).toEqual(['day,locale,category,tickets,closed', '2026-11-02,en,lost_card,1,1']);
  });

  it('in the Jira API by the category of the status, if it is included', async () => {
    const one = (n: number, currentStatus: object) => ({
      issueKey: `HELP-${n}`,
      createdDate: { iso8601: '2026-11-02T10:00:00+0000' },
      requestFieldValues: [{ fieldId: 'f', label: 'Category', value: 'lost_card' }],
      currentStatus,
    });
    const values = [one(1, { status: 'Gone', statusCategory: 'DONE' }), one(2, { statusCategory: 'NEW' })];
    expect(await closedOf(JSON.stringify({ values }))).toEqual(['closed', '1']);
    expect(await closedOf(JSON.stringify({ values: [one(1, { status: 'Done' })] }))).toEqual(['', '']);
  });
});

describe('a customer is satisfied', () => {
  const ratedOf = async (answers: readonly unknown[], column: string, sources?: string) => {
    const rows = answers.map((answer, n) => `${n},2026-11-02,lost_card,${answer ?? ''}`);
    const { take, whole } = await desk({ export: table(`id,created,category,${column}`, ...rows) }, sources);
    const { outcome } = await take('export');
    const [header = '', row = ''] = await whole('csv');
    return { told: header.split(',').slice(4).join(), counts: row.split(',').slice(4).join(), outcome };
  };
  const scale = (text: string) => `csv: { satisfaction: { at: "column:CSAT", ${text} } }`;

  it('from the answer set in tickets.yaml upward, with numbers as people write them', async () => {
    const { told, counts, outcome } = await ratedOf(
      [5, '4.0', ' 3', 1, '', '-', 9, 'fine'],
      'CSAT',
      scale('worst: 1, best: 5, satisfied: 4'),
    );
    expect({ told, counts }).toEqual({ told: 'rated,satisfied', counts: '4,2' });
    expect(outcome?.satisfaction).toMatchObject({ place: 'column:CSAT', rated: 4, satisfied: 2, astray: 2 });
  });

  it('up to that answer if low is good', async () => {
    const { counts } = await ratedOf([1, 2, 3, 5], 'CSAT', scale('worst: 5, best: 1, satisfied: 2'));
    expect(counts).toBe('4,2');
  });

  it('by words', async () => {
    const answers = ['Happy', 'SAD', 'so-so'];
    const { counts, outcome } = await ratedOf(answers, 'CSAT', scale('satisfied: [happy], unsatisfied: [sad]'));
    expect(counts).toBe('2,1');
    expect(outcome?.satisfaction?.astray).toBe(1);
  });

  it('in the words of a help desk, where a survey that was only sent is not an answer', async () => {
    const { told, counts } = await ratedOf(['Good', 'Bad', 'Offered', 'Not Offered', ''], 'Satisfaction Score');
    expect({ told, counts }).toEqual({ told: 'rated,satisfied', counts: '2,1' });
  });

  it('is not read from numbers on an unknown scale', async () => {
    const { told, outcome } = await ratedOf([5, 10], 'Satisfaction rating');
    expect(told).toBe('');
    expect(outcome?.unclear).toEqual([{ key: 'satisfaction', place: 'column:Satisfaction rating' }]);
  });

  it('and unknown if no one has answered', async () => {
    expect(await ratedOf(['Offered', ''], 'Satisfaction Score')).toMatchObject({
      told: 'rated,satisfied',
      counts: '0,0',
    });
  });

  it('never in a Zendesk ticket whose rating is missing, null or without a score', async () => {
    const told = [{ score: 'good' }, { score: 'offered' }, { score: null }, null, undefined].map((rating) => ({
      ...zendeskTicket({ created: '2026-11-02T10:00:00Z', status: 'open' }),
      satisfaction_rating: rating,
    }));
    expect((await countsOf(lines(told)))[1]).toBe('2026-11-02,en,lost_card,5,0,1,1');
  });
});

describe('a field that tickets.yaml names and the export does not have', () => {
  it.each([
    'closed: { at: "column:Gone" }',
    'satisfaction: { at: "column:Gone", satisfied: [a], unsatisfied: [b] }',
    'links: "column:Gone"',
  ])('is refused: %s', async (setting) => {
    const { take } = await desk(
      { export: table('id,created,category', '1,2026-11-02,lost_card') },
      `csv: { ${setting} }`,
    );
    await expect(take('export')).rejects.toThrow(
      /tickets.yaml sets "(closed|satisfaction|links)" to "column:Gone", which isn't in the export/,
    );
  });
});
