import { describe, expect, it } from 'vitest';
import { parseAttribute, printAttribute, scaleOf, ticketSourcesFile } from '#kb/tickets/records/ticket-sources.ts';
import { type DailyCount, replaceDays } from '#kb/tickets/records/tickets.ts';

const TicketSourcesFile = ticketSourcesFile(['zendesk', 'csv']);
const on = (day: number, category: string, tickets: number): DailyCount => ({
  day: `2026-11-${String(day).padStart(2, '0')}`,
  locale: 'en',
  category,
  tickets,
});

describe('the counts of a source after a further export', () => {
  const old = [on(1, 'a', 5), on(2, 'a', 5), on(3, 'a', 5), on(3, 'b', 1), on(4, 'a', 5), on(5, 'a', 5)];

  it('keep the days outside the export', () => {
    const merged = replaceDays(old, [on(3, 'a', 6)]);
    expect(merged.filter(({ day }) => day !== '2026-11-03')).toEqual(old.filter(({ day }) => day !== '2026-11-03'));
  });

  it('take the days inside from the export alone', () => {
    expect(replaceDays(old, [on(2, 'a', 9), on(3, 'c', 2), on(4, 'a', 9)])).toEqual([
      on(1, 'a', 5),
      on(2, 'a', 9),
      on(3, 'c', 2),
      on(4, 'a', 9),
      on(5, 'a', 5),
    ]);
  });

  it('on the first and last day, which may be cut, are the ones with more tickets of a language', () => {
    const finnish = { ...on(4, 'a', 1), locale: 'fi' };
    expect(replaceDays([...old, finnish], [on(2, 'a', 1), on(4, 'b', 7)])).toEqual([
      on(1, 'a', 5),
      on(2, 'a', 5),
      on(4, 'b', 7),
      finnish,
      on(5, 'a', 5),
    ]);
  });

  it('take closed and rated tickets from where the number of tickets is taken, or the later ones if both have the same number', () => {
    const told = (day: number, tickets: number, closed: number) => ({ ...on(day, 'a', tickets), closed });
    const before = [told(1, 5, 1), told(2, 5, 1), told(3, 5, 1)];
    expect(replaceDays(before, [told(1, 4, 4), told(2, 4, 4), told(3, 5, 4)])).toEqual([
      told(1, 5, 1),
      told(2, 4, 4),
      told(3, 5, 4),
    ]);
    expect(replaceDays(before, [on(3, 'a', 5)])).toEqual([told(1, 5, 1), told(2, 5, 1), on(3, 'a', 5)]);
  });

  it('do not change if the same export is imported twice', () => {
    const once = replaceDays(old, [on(2, 'a', 9), on(3, 'a', 5), on(4, 'a', 2)]);
    expect(replaceDays(once, [on(2, 'a', 9), on(3, 'a', 5), on(4, 'a', 2)])).toEqual(once);
  });

  it('do not change if the export is empty', () => {
    expect(replaceDays(old, [])).toEqual(old);
  });
});

describe('tickets.yaml', () => {
  it('has defaults for missing keys', () => {
    expect(TicketSourcesFile.parse({ sources: { zendesk: {} } })).toEqual({
      sources: { zendesk: { timezone: 'UTC', map: {} } },
    });
    expect(TicketSourcesFile.parse({})).toEqual({ sources: {} });
  });

  it.each([
    ['a place that is none', { category: 'subject' }],
    ['a field without a number', { category: 'field:' }],
    ['a time zone that is none', { timezone: 'Helsinki' }],
    ['a language that is none', { locale: 'Finnish please' }],
    ['another format', { format: 'excel' }],
    ['a key that is none', { categorys: 'tag' }],
    ['a closed state without its place', { closed: { is: ['done'] } }],
    ['no value that means closed', { closed: { at: 'column:State', is: [] } }],
    ['a satisfaction without a scale', { satisfaction: { at: 'column:CSAT', satisfied: 4 } }],
    ['a scale whose ends are the same', { satisfaction: { at: 'column:CSAT', worst: 1, best: 1, satisfied: 1 } }],
    ['a scale that ends before it', { satisfaction: { at: 'column:CSAT', worst: 1, best: 5, satisfied: 6 } }],
    ['a scale of numbers and words', { satisfaction: { at: 'column:CSAT', worst: 1, best: 5, satisfied: ['yes'] } }],
    ['words without the others', { satisfaction: { at: 'column:CSAT', satisfied: ['yes'] } }],
    ['links in no place', { links: 'tag' }],
    ['a start in the text', { startedOn: 'text' }],
    ['one field for links and starts', { links: 'field:360003', startedOn: 'field:360003' }],
  ])('does not accept %s', (_, source) => {
    expect(TicketSourcesFile.safeParse({ sources: { zendesk: source } }).success).toBe(false);
  });

  it.each([
    { worst: 1, best: 5, satisfied: 4 },
    { worst: 7, best: 1, satisfied: 2 },
    { satisfied: ['yes'], unsatisfied: ['no'] },
  ])('accepts the scale %j', (scale) => {
    const { satisfied, ...rest } = scale;
    const told = { at: 'column:CSAT', satisfied, ...rest };
    expect(TicketSourcesFile.safeParse({ sources: { zendesk: { satisfaction: told } } }).success).toBe(true);
    expect(scaleOf(told)).toEqual(scale);
  });

  it.each(['field:360001', 'tag-prefix:topic_', 'column:Reason for contact', 'tag', 'form', 'group', 'type'])(
    'names the place %s',
    (text) => {
      const attribute = parseAttribute(text);
      expect(attribute && printAttribute(attribute)).toBe(text);
    },
  );
});
