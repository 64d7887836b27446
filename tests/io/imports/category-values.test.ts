import { describe, expect, it } from 'vitest';
import { CategoryUnclear } from '#io/imports/count-tickets.ts';
import { printAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { unclearText } from '#report/imports/tickets-text.ts';
import { lines, many } from '../../tickets.ts';
import { desk } from './desk.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const table = (column: string, cells: readonly string[]) =>
  `ID,Created at,${column}\n${cells.map((cell, n) => `${n},2026-11-02,${quoted(cell)}\n`).join('')}`;
const many10 = (cells: readonly string[]) => Array.from({ length: 10 }, () => cells).flat();

describe('a field with several choices', () => {
  it.each([
    ['semicolons', 'vip;lost_card'],
    ['semicolons and spaces', 'lost_card ; vip'],
    ['commas', 'vip, lost_card'],
    ['pipes', 'vip|lost_card'],
    ['line breaks', 'vip\nlost_card'],
    ['a JSON list', '["vip","lost_card"]'],
    ['a JSON list of objects', '[{"id":7,"name":"vip"},{"id":8,"name":"Lost_Card"}]'],
    ["PostgreSQL's array", '{vip,"lost_card"}'],
    ['a JSON object', '{"id":7,"value":"lost_card"}'],
  ])('in %s counts for the one that a topic claims', async (_, cell) => {
    const { take, counts } = await desk({ a: table('Category', many10([cell])) });
    await take('a');
    expect(await counts('csv')).toEqual(['2026-11-02,en,lost_card,10']);
  });

  it('counts for the one that a topic claims if several columns have its name', async () => {
    const rows = many10(['vip,lost_card', 'card_late,-', ',card_late']).map((cells, n) => `${n},2026-11-02,${cells}\n`);
    const { take, counts } = await desk({ a: `ID,Created at,Contact reason,Contact reason\n${rows.join('')}` });
    await take('a');
    expect(await counts('csv')).toEqual(['2026-11-02,en,card_late,20', '2026-11-02,en,lost_card,10']);
  });

  it('counts for the first that a topic claims, otherwise for the first', async () => {
    const { take, counts } = await desk({
      a: table('Category', many10(['lost_card;card_late', 'card_late;lost_card', 'Fees;Other', 'Other;Fees'])),
    });
    await take('a');
    expect(await counts('csv')).toEqual([
      '2026-11-02,en,Fees,10',
      '2026-11-02,en,Other,10',
      '2026-11-02,en,card_late,10',
      '2026-11-02,en,lost_card,10',
    ]);
  });

  it('keeps a comma that belongs to the name, and splits at commas that separate', async () => {
    const names = await desk({ a: table('Category', many10(['Cash, abroad', 'Cash, at home', 'Fees'])) });
    await names.take('a');
    expect(await names.counts('csv')).toEqual([
      '2026-11-02,en,"Cash, abroad",10',
      '2026-11-02,en,"Cash, at home",10',
      '2026-11-02,en,Fees,10',
    ]);
    const lists = await desk({ a: table('Category', many10(['Fees, Urgent one', 'Urgent one, Fees', 'Fees'])) });
    await lists.take('a');
    expect(await lists.counts('csv')).toEqual(['2026-11-02,en,Fees,20', '2026-11-02,en,Urgent one,10']);
  });

  it('in JSON is a list', async () => {
    const { take, counts } = await desk({
      'export.json': lines([
        ...many(5, { category: ['vip', 'lost_card'] }),
        ...many(5, { category: ['card_late', 'lost_card'] }),
      ]),
    });
    await take('export.json');
    expect(await counts()).toEqual(['2026-11-02,en,card_late,5', '2026-11-02,en,lost_card,5']);
  });
});

describe('a column that holds no category', () => {
  const columns: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['Tila nyt', ['Avoin', 'Suljettu', 'Odottaa']],
    ['Weg', ['E-Mail', 'Telefon', 'Chat']],
    ['Sent from', ['email', 'web', 'api']],
    ['Is new', ['yes', 'no']],
    ['Flag', ['true', 'false']],
    ['Tier', ['gold', 'silver']],
    ['Spoken', ['English', 'suomi', 'Deutsch']],
    ['Tag des Eingangs', ['2026-11-02', '2026-11-03']],
    ['Weight', ['1', '2', '3']],
    ['Ticket brand', ['North', 'South']],
    ['Product line', ['Only one']],
    ['Assigned agent', ['Ann', 'Bo']],
    ['Level', ['P1', 'P2', '3 - Low']],
    ['What they wrote', ['I would like to have my money back', 'Where is the parcel that I ordered last week']],
  ];
  const rows = Array.from({ length: 60 }, (_, n) => columns.map(([, values]) => values[n % values.length]).join(','));
  const text = (more = '', cell = (_: number) => '') =>
    `ID,Created at,${columns.map(([name]) => name).join(',')}${more}\n${rows.map((row, n) => `${n},2026-11-02,${row}${cell(n)}\n`).join('')}`;

  it('is neither chosen nor proposed, and the message says what to export', async () => {
    const { take } = await desk({ a: text() });
    const refused = await take('a').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CategoryUnclear);
    expect((refused as CategoryUnclear).candidates.map(({ attribute }) => printAttribute(attribute))).toEqual([]);
    expect(unclearText(refused as CategoryUnclear)).toContain('Export the tickets again');
  });

  it('leaves the choice to the column that does', async () => {
    const { take } = await desk({ a: text(',About', (n) => `,${['Fees', 'Refunds', 'Login'][n % 3]}`) });
    const imported = await take('a');
    expect(printAttribute(imported.category)).toBe('column:About');
    expect(imported.candidates).toHaveLength(1);
  });
});

it.each([300, 3000])('a file of %d columns is read', async (width) => {
  const header = ['ID', 'Created at', 'Category', ...Array.from({ length: width }, (_, n) => `Custom ${n}`)].join(',');
  const row = (n: number) =>
    [n, '2026-11-02', 'lost_card', ...Array.from({ length: width }, (_, k) => `x${(n + k) % 9}`)].join(',');
  const { take, counts } = await desk({
    a: `${header}\n${Array.from({ length: 40 }, (_, n) => row(n)).join('\n')}\n`,
  });
  await take('a');
  expect(await counts('csv')).toEqual(['2026-11-02,en,lost_card,40']);
});
