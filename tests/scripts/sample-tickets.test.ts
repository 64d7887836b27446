import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '#intake/csv.ts';
import { readContent } from '#io/content/read-content.ts';
import { importVotes } from '#io/imports/import-votes.ts';
import { readCounts } from '#io/records/counts.ts';
import { readVotes } from '#io/records/votes.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { makeFolder } from '../folder.ts';
import { oneSource } from '../kb/tickets/made-tickets.ts';
import { engine, run } from '../run.ts';

const sample = join(engine, 'content');
const few = ['--weeks', '5', '--tickets', '1000', '--content', sample];

describe('the invented export', () => {
  it('is the same for the same numbers, and different for another seed', async () => {
    const [first, again, other] = await Promise.all([
      run('sample-tickets', few),
      run('sample-tickets', few),
      run('sample-tickets', [...few, '--seed', '8']),
    ]);
    expect(first.code).toBe(0);
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
    expect(first.stdout).toContain('canary');
  });

  it('gives the counts in the sample, and none of the people in it', async () => {
    const files = ['site.yaml', 'topics.yaml', 'tickets.yaml'];
    const texts = await Promise.all(
      files.map(async (file) => [`content/${file}`, await readFile(join(sample, file), 'utf8')]),
    );
    const root = await makeFolder(Object.fromEntries(texts));
    const content = join(root, 'content');
    await cp(join(sample, 'articles'), join(content, 'articles'), { recursive: true });
    await run('sample-tickets', ['--out', join(root, 'export'), '--content', sample]);
    const { code } = await run('tickets', ['import', join(root, 'export'), '--no-words', '--content', content]);
    expect(code).toBe(0);
    for (const file of ['tickets/zendesk.csv', 'tickets/links/zendesk.csv', 'tickets/started/zendesk.csv']) {
      const counts = await readFile(join(content, file), 'utf8');
      expect(counts).toBe(await readFile(join(sample, file), 'utf8'));
      expect(counts).not.toMatch(/canary|4111|@/);
    }
  });
});

describe('the invented votes', () => {
  it('are the same for the same numbers, and all of them count', async () => {
    const root = await makeFolder({});
    const log = join(root, 'votes.ndjson');
    await run('sample-tickets/sample-votes', ['--out', log, '--content', sample]);
    expect((await run('sample-tickets/sample-votes', ['--content', sample])).stdout).toBe(await readFile(log, 'utf8'));
    const { library } = await readContent(sample);
    if (!library) throw new Error('The sample cannot be read.');
    const { imported } = await importVotes([log], { contentDir: root, library });
    expect(imported).toMatchObject({ others: 0, none: 0, unknown: { votes: 0 }, lostSections: 0 });
  });

  it('are in the sample, for articles that exist', async () => {
    const { library } = await readContent(sample);
    const { votes, findings } = await readVotes(sample);
    expect(findings).toEqual([]);
    expect(votes.length).toBeGreaterThan(200);
    expect(votes.filter(({ locale, article }) => !library?.find(locale, article))).toEqual([]);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: every desk has a shape of its own, and the checks below name its keys.
type Row = any;

interface Desk {
  tickets: (text: string) => Row[];
  /** The day it was opened, in UTC. */
  day: (ticket: Row) => string;
  category: (ticket: Row) => unknown;
  /** The column of the language, as that help desk names it. */
  locale: (ticket: Row) => unknown;
  /** What only this form has, with the value it must have in every ticket. */
  has: Record<string, unknown>;
}

const ofSeconds = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
const ofText = (text: string) => text.slice(0, 10);
/** A list of cells for each name, as several columns may go by one. */
const rows = (text: string): Row[] => {
  const [names, ...others] = parseCsv(text).map(({ cells }) => cells);
  return others.map((cells) => {
    expect(cells.length).toBe(names?.length);
    return Object.fromEntries(
      [...new Set(names)].map((name) => [name, cells.filter((_, index) => names?.[index] === name)]),
    );
  });
};
const whole = expect.any(Number);
const anyText = expect.any(String);
const timeOrNone = expect.toSatisfy((value: unknown) => value === null || typeof value === 'string');
const wholeOrNone = (value: unknown) => value === null || Number.isInteger(value);
const ofTag = (tags: readonly string[]) => tags.find((tag) => tag.startsWith('lang_'))?.slice('lang_'.length);

const desks: Record<string, Desk> = {
  zendesk: {
    tickets: (text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    day: (ticket) => ofText(ticket.created_at),
    category: (ticket) => ticket.custom_fields[0].value,
    locale: (ticket) => ofTag(ticket.tags),
    has: {
      status: expect.toBeOneOf(['open', 'solved', 'closed']),
      custom_fields: [{ id: 360_001, value: anyText }, { id: 360_002, value: null }, { id: 360_003 }, { id: 360_004 }],
    },
  },
  'zendesk-csv': {
    tickets: rows,
    day: (ticket) => ofText(ticket['Created at'][0]),
    category: (ticket) => ticket['Categories [list]'][0],
    locale: (ticket) => ofTag(ticket.Tags[0].split(' ')),
    has: {
      'Summation column': ['1'],
      'Requester domain': ['mail.example'],
      'Created at': [expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)],
      'Solved at': [anyText],
      'Level [list]': ['-'],
      'Ticket Form ID': ['7'],
    },
  },
  freshdesk: {
    tickets: JSON.parse,
    day: (ticket) => ofText(ticket.created_at),
    category: (ticket) => ticket.custom_fields.cf_category,
    locale: (ticket) => ticket.requester.language,
    has: {
      status: expect.toBeOneOf([2, 4, 5]),
      type: 'Question',
      description_text: anyText,
      stats: expect.objectContaining({ closed_at: timeOrNone }),
    },
  },
  'freshdesk-csv': {
    tickets: rows,
    day: (ticket) => ofText(ticket['Created time'][0]),
    category: (ticket) => ticket['Case Category'][0],
    locale: (ticket) => ofTag(ticket.Tags[0].split(',')),
    has: { 'Ticket ID': [anyText], 'Last update time': [anyText], Type: ['Question'], 'Contact ID': [anyText] },
  },
  intercom: {
    tickets: (text) => JSON.parse(text).conversations,
    day: (ticket) => ofSeconds(ticket.created_at),
    category: (ticket) => ticket.custom_attributes.Category,
    locale: (ticket) => ofTag(ticket.tags.tags.map(({ name }: Row) => name)),
    has: {
      type: 'conversation',
      id: anyText,
      state: expect.toBeOneOf(['open', 'closed']),
      statistics: expect.objectContaining({ last_close_at: expect.toSatisfy(wholeOrNone) }),
    },
  },
  helpscout: {
    tickets: (text) => JSON.parse(text)._embedded.conversations,
    day: (ticket) => ofText(ticket.createdAt),
    category: (ticket) => ticket.customFields[0].text,
    locale: (ticket) => ofTag(ticket.tags.map(({ tag }: Row) => tag)),
    has: {
      mailboxId: whole,
      closedAt: timeOrNone,
      status: expect.toBeOneOf(['active', 'closed']),
      primaryCustomer: expect.objectContaining({ email: anyText }),
    },
  },
  zammad: {
    tickets: (text) => {
      const { tickets, tickets_count, assets } = JSON.parse(text);
      expect(tickets.length).toBe(tickets_count);
      return tickets.map((id: number) => ({
        ...assets.Ticket[id],
        customer: assets.User[assets.Ticket[id].customer_id],
      }));
    },
    day: (ticket) => ofText(ticket.created_at),
    category: (ticket) => ticket.category,
    locale: (ticket) => ticket.customer.preferences.locale.split('-')[0],
    has: { number: anyText, state_id: whole, close_at: timeOrNone, article_count: 2, create_article_type_id: whole },
  },
  'jira-csv': {
    tickets: rows,
    day: ({ Created: [created] }) => {
      expect(created).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d\d \d?\d:\d\d [AP]M$/);
      return new Date(`${created.replaceAll('/', ' ')} UTC`).toISOString().slice(0, 10);
    },
    category: (ticket) => ticket['Custom field (Request Category)'][0],
    locale: (ticket) =>
      ({ English: 'en', Finnish: 'fi', Swedish: 'sv', Croatian: 'hr', Persian: 'fa' })[
        ticket['Custom field (Request language)'][0] as string
      ],
    has: {
      'Issue key': [expect.stringMatching(/^HELP-\d+$/)],
      Labels: ['web', anyText],
      Comment: [anyText, anyText],
      'Custom field (Request Type)': ['Ask a question', ''],
      'Status Category': [expect.toBeOneOf(['Done', 'In Progress'])],
    },
  },
  chatwoot: {
    tickets: (text) => JSON.parse(text).data.payload,
    day: (ticket) => ofSeconds(ticket.created_at),
    category: (ticket) => ticket.custom_attributes.category,
    locale: (ticket) => ticket.additional_attributes.conversation_language,
    has: {
      status: expect.toBeOneOf(['open', 'resolved']),
      timestamp: whole,
      messages: [expect.objectContaining({ content: anyText })],
      labels: ['web', anyText],
    },
  },
};

describe('the export of every desk', async () => {
  const invent = async (form: string) => (await run('sample-tickets', [...few, '--form', form])).stdout;
  const counted = ({ tickets, day, category, locale }: Desk, text: string) =>
    tickets(text).map((ticket) => [day(ticket), category(ticket), locale(ticket)].join(' '));
  const plain = (await run('sample-tickets', few)).stdout;
  const told = counted(desks.zendesk as Desk, plain);

  it.each(Object.entries(desks))('%s: the same tickets, in that desk’s words, with its people', async (form, desk) => {
    const [text, again] = await Promise.all([invent(form), invent(form)]);
    expect(again).toBe(text);
    expect(counted(desk, text)).toEqual(told);
    for (const ticket of desk.tickets(text)) expect(ticket).toMatchObject(desk.has);
    const leaks = text.match(/canary-\d+@mail\.example|Canary [A-Z][a-z]+/g) ?? [];
    expect(leaks.length).toBeGreaterThan(form === 'zendesk' ? 5 : told.length);
  });

  it('is Zendesk’s if no desk is given', async () => {
    expect(await invent('zendesk')).toBe(plain);
  });

  it('keeps text pasted into the field for the category', () => {
    expect(told.join('\n')).toMatch(/canary-\d+@mail\.example/);
  });

  it('is refused for an unknown desk', async () => {
    const { code, stdout, stderr } = await run('sample-tickets', ['--form', 'Zendesk']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--form is "Zendesk". Use zendesk, ');
  });
});

describe('the sample’s report', async () => {
  const { library } = await readContent(sample);
  const { counts } = await readCounts(sample);
  const coverage = library && measureCoverage(library, oneSource(counts));

  it('has something in every part', () => {
    expect(coverage?.flagged.length).toBeGreaterThan(10);
    expect(coverage?.gaps.length).toBeGreaterThan(0);
    expect(coverage?.unmapped).toMatchObject([
      { category: 'card_delivery_address', nearest: 'card-delivery-estimate' },
    ]);
    const verdicts = new Set(coverage?.topics.map(({ trend }) => trend.verdict));
    expect([...verdicts].sort()).toEqual(['falling', 'over', 'rising', 'steady', 'too few to say']);
  });
});
