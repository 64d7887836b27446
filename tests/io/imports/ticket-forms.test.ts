import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countTickets } from '#io/imports/count-tickets.ts';
import { openExport } from '#io/imports/export.ts';
import { ExportError } from '#io/imports/export-error.ts';
import { printAttribute, TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { forms } from '../../../scripts/sample-tickets/forms/all.ts';
import type { Ticket } from '../../../scripts/sample-tickets/ticket.ts';
import { desk } from './desk.ts';

const ticket = (n: number, told: Partial<Ticket> = {}): Ticket => ({
  n,
  id: 200_000 + n,
  created: '2026-11-02T10:00:00Z',
  replied: '2026-11-02T11:00:00Z',
  closed: '2026-11-05T18:30:00Z',
  category: 'lost_card',
  locale: 'en',
  requester: 9_000_000 + n,
  subject: 'My card, says canary',
  description: 'I am canary@mail.example, "my card" is gone.\nThanks, canary',
  status: 'closed',
  rating: 'good',
  articles: [],
  startedOn: null,
  channel: 'web',
  ...told,
});
const tickets = [
  ...Array.from({ length: 5 }, (_, n) => ticket(n)),
  ...Array.from({ length: 3 }, (_, n) => ticket(5 + n, { locale: 'fi' })),
  ...Array.from({ length: 4 }, (_, n) => ticket(8 + n, { category: 'card_late', created: '2026-11-17T21:15:00Z' })),
];
const counted = ['2026-11-02,en,lost_card,5', '2026-11-02,fi,lost_card,3', '2026-11-17,en,card_late,4'];
const print = (form: string, some: readonly Ticket[] = tickets) => forms.get(form)?.(some) ?? '';

/** Of each form: its default source, the proposed column of the category, and the column of the language if it must be set. */
const kinds: readonly (readonly [form: string, source: string, category: string, locale: string])[] = [
  ['zendesk', 'zendesk', 'field:360001', 'tag-prefix:lang_'],
  ['zendesk-csv', 'csv', 'column:Categories [list]', 'tag-prefix:lang_'],
  ['freshdesk', 'freshdesk', 'field:cf_category', ''],
  ['freshdesk-csv', 'csv', 'column:Case Category', 'tag-prefix:lang_'],
  ['intercom', 'intercom', 'field:Category', 'tag-prefix:lang_'],
  ['helpscout', 'helpscout', 'field:Category', 'tag-prefix:lang_'],
  ['zammad', 'zammad', 'column:category', ''],
  ['jira-csv', 'csv', 'column:Custom field (Request Category)', ''],
  ['chatwoot', 'chatwoot', 'field:category', ''],
];

/** Forms with a subject and no message. */
const textless = new Set(['zendesk-csv', 'freshdesk-csv', 'zammad']);

describe.each(kinds)('the form of %s', (form, source, category, locale) => {
  const sources = locale === '' ? '' : `${source}: { locale: "${locale}" }`;

  it('is recognized whatever its name, and gives the same counts as every other', async () => {
    const { take, counts } = await desk({ 'some.thing': print(form) }, sources);
    const imported = await take('some.thing');
    expect(imported).toMatchObject({ source, read: 12, duplicates: 0, noDate: 0, noId: 0, requesters: true });
    expect(printAttribute(imported.category)).toBe(category);
    expect(imported.candidates[0]).toMatchObject({ filled: 12, distinct: 2, claimed: 12 });
    expect(await counts(source)).toEqual(counted);
  });

  // The sample's Zendesk export knows of no change after the first day.
  it.runIf(form !== 'zendesk')(
    'counts a ticket once over compressed and overlapping files, in its last version',
    async () => {
      const later = ticket(8, { created: '2026-11-17T21:15:00Z', closed: '2026-11-20T09:00:00Z' });
      const files = {
        one: gzipSync(print(form, tickets.slice(0, 9))),
        two: print(form, [later, ...tickets.slice(4, 8), ...tickets.slice(9)]),
      };
      for (const order of [
        ['one', 'two'],
        ['two', 'one'],
      ]) {
        const { take, counts } = await desk(files, sources);
        expect(await take(...order)).toMatchObject({ read: 17, duplicates: 5 });
        const last = ['2026-11-17,en,card_late,3', '2026-11-17,en,lost_card,1'];
        expect(await counts(source)).toEqual([...counted.slice(0, 2), ...last]);
      }
    },
  );

  it('is refused if it is cut off, and nothing is written', async () => {
    const text = print(form);
    const { take, contentDir } = await desk({ cut: text.slice(0, -60) }, sources);
    const refused = take('cut');
    await expect(refused).rejects.toThrow(ExportError);
    await expect(refused).rejects.not.toThrow('canary');
    expect(await readdir(contentDir)).not.toContain('tickets');
  });

  it('includes what customers wrote, without HTML tags', async () => {
    const { root } = await desk({ export: print(form) });
    const { sample } = await countTickets([await openExport(join(root, 'export'))], {
      site: { locales: ['en', 'fi'], defaultLocale: 'en' },
      name: source,
      source: TicketSource.parse({}),
      words: [{ from: 'lost_card', category: 'lost_card' }],
      shown: [],
      sampled: [['lost_card', 'card-lost']],
    });
    const texts = sample.map(({ text }) => text);
    expect(texts).toHaveLength(8);
    for (const text of texts) {
      expect(text).toMatch(textless.has(form) ? /My card, says canary/ : /"my card" is gone/);
      expect(text).not.toMatch(/<\/?(?:p|div)>/);
    }
  });

  it('keeps nothing about a person', async () => {
    const pasted = Array.from({ length: 9 }, (_, n) => ticket(20 + n, { category: 'canary@mail.example' }));
    const { take, counts } = await desk({ export: print(form, [...tickets, ...pasted]) }, sources);
    await take('export');
    expect((await counts(source)).join()).not.toMatch(/canary|@/);
    expect((await counts(source)).join()).toContain('(other),9');
  });
});

describe('forms that the sample desk does not write', () => {
  it('Intercom tickets, with attributes and a type', async () => {
    const list = tickets.map(({ id, category, subject }) => ({
      type: 'ticket',
      id: String(id),
      ticket_id: String(id - 199_999),
      created_at: 1_793_613_600,
      updated_at: 1_793_617_200,
      category: 'Customer',
      contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: `c${id}` }] },
      ticket_attributes: { _default_title_: subject, _default_description_: 'canary', Topic: category },
      ticket_type: { type: 'ticket_type', id: '3', name: 'Question', category: 'Customer' },
      ticket_state: 'resolved',
    }));
    const { take, counts } = await desk({ export: JSON.stringify({ type: 'ticket.list', tickets: list }) });
    expect(await take('export')).toMatchObject({ source: 'intercom', category: { kind: 'field', name: 'Topic' } });
    expect(await counts('intercom')).toEqual(['2026-11-02,en,card_late,4', '2026-11-02,en,lost_card,8']);
  });

  it("Zammad's plain list of tickets", async () => {
    const { assets } = JSON.parse(print('zammad')) as { assets: { Ticket: Record<string, unknown> } };
    const { take, counts } = await desk({ export: JSON.stringify(Object.values(assets.Ticket)) });
    expect(await take('export')).toMatchObject({ source: 'zammad', category: { kind: 'column', name: 'category' } });
    expect(await counts('zammad')).toEqual(['2026-11-02,en,lost_card,8', '2026-11-17,en,card_late,4']);
  });

  it("a Zendesk view in the agent's language, with a dash for an empty value", async () => {
    const rows = ['1;"15. Nov. 2026 09:30";Reisepass;lost_card', '2;16. März 2026;x;card_late', '3;17. März 2026;x;-'];
    const { take, counts } = await desk({ export: ['ID;Angefragt;Betreff;Kategorie', ...rows].join('\r\n') });
    expect(await take('export')).toMatchObject({ category: { kind: 'column', name: 'Kategorie' } });
    expect(await counts('csv')).toEqual([
      '2026-03-16,en,card_late,1',
      '2026-03-17,en,(none),1',
      '2026-11-15,en,lost_card,1',
    ]);
  });

  it('requests of the Jira API', async () => {
    const values = tickets.map(({ id, category, created }) => ({
      issueId: String(id),
      issueKey: `HELP-${id}`,
      requestTypeId: '25',
      serviceDeskId: '4',
      createdDate: { iso8601: created, epochMillis: Date.parse(created) },
      reporter: { accountId: `a${id}`, displayName: 'Canary' },
      requestFieldValues: [{ fieldId: 'customfield_1', label: 'Category', value: category }],
    }));
    const { take, counts } = await desk({ export: JSON.stringify({ size: 12, values }) });
    expect(await take('export')).toMatchObject({ source: 'jira', category: { kind: 'field', name: 'Category' } });
    expect(await counts('jira')).toEqual(['2026-11-02,en,lost_card,8', '2026-11-17,en,card_late,4']);
  });
});
