import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { replayTickets } from '#io/imports/replay/replay-tickets.ts';
import { openBuiltIndex } from '#io/search/open-index.ts';
import { publishedLibrary } from '#kb/content/library.ts';
import type { Replay } from '#kb/tickets/records/replay.ts';
import { makeFolder } from '../../folder.ts';
import { type Ran, run } from '../../run.ts';
import { sharedSite, smallContent } from '../../site/small-site.ts';
import { lines, type Told, zendeskTicket } from '../../tickets.ts';

let dist: string;
/** One replay of all tickets, that several tests look at. */
const whole = { root: '', said: { code: 1, stdout: '', stderr: '' }, written: '' };
beforeAll(async () => {
  dist = await sharedSite();
  whole.root = await mkdtemp(join(tmpdir(), 'ohje-'));
  await writeFile(join(whole.root, 'export.json'), lines(desk));
  whole.said = await replay(whole.root, 'export.json', '--out', 'replay.json');
  whole.written = await readFile(join(whole.root, 'replay.json'), 'utf8');
});
afterAll(() => rm(whole.root, { recursive: true, force: true }));
const wholeReplay = () => JSON.parse(whole.written) as Replay;

let last = 0;
const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'];

/** So many tickets of different people and days. */
function tickets(count: number, told: Told) {
  return Array.from({ length: count }, () => {
    const created = `${days[++last % days.length]}T10:00:00Z`;
    return zendeskTicket({ created, requester: 70_000 + last, ...told });
  });
}

const found = { subject: 'Freeze', message: 'How do I freeze my card? I am canary@mail.example, +358 40 555 0199.' };
const lost = {
  subject: 'Question',
  message: 'A parrot of Canary Birdsong: post an order, close the account, rates today, 4111 1111 1111 1111.',
};

const desk = [
  ...tickets(12, found),
  ...tickets(8, lost),
  ...tickets(3, { ...found, category: 'card_late' }),
  ...tickets(4, { category: 'weather' }),
  ...tickets(2, { subject: '', message: '\u{1F600} !!!' }),
  ...tickets(2, { ...found, status: 'deleted' }),
  ...tickets(2, { ...found, created: 'canary' }),
  // Two versions of one ticket.
  zendeskTicket({ id: 900_001, ...found }),
  zendeskTicket({ id: 900_001, ...found, updated: '2026-11-09T10:00:00Z' }),
];

async function folder(files: Record<string, string>) {
  return makeFolder({ 'empty/.keep': '', ...files });
}

function replay(root: string, ...more: string[]): Promise<Ran> {
  return run('tickets', ['replay', '--dist', dist, '--content', smallContent, ...more], root);
}

async function replayOf(text: string, name = 'export.json', ...more: string[]): Promise<Replay> {
  const { code, stdout, stderr } = await replay(await folder({ [name]: text }), name, '--json', ...more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Replay;
}

const sum = (numbers: Record<string, number>) => Object.values(numbers).reduce((all, one) => all + one, 0);
const kinds = ({ first, amongThree, wrong, unsure, nothing }: Replay['answers']) =>
  first + amongThree + wrong + unsure + nothing;

describe('a replay of tickets', () => {
  it('has every ticket in exactly one row', () => {
    const { rows, answers, topics, articles, missing, tickets, days } = wholeReplay();
    expect(tickets).toBe(34);
    expect(sum(rows)).toBe(34);
    expect(rows).toMatchObject({ asked: 24, noTopic: 4, noText: 2, leftOut: 2, noDate: 2, notAsked: 0 });
    expect(kinds(answers)).toBe(24);
    expect(topics.map(({ asked }) => asked).reduce((a, b) => a + b)).toBe(24);
    for (const row of [...topics, ...articles]) expect(kinds(row)).toBe(row.asked);
    expect(articles.reduce((all, { asked }) => all + asked, 0)).toBe(24);
    expect(missing).toEqual([]);
    expect(days).toEqual({ first: '2026-11-02', last: '2026-11-05', number: 4 });
  });

  it('counts what is found, lost and wrong by topic, with the articles and words of customers', () => {
    const { topics } = wholeReplay();
    const [cards] = topics.filter(({ topic }) => topic === 'card-lost');
    expect(cards).toMatchObject({ locale: 'en', tickets: 23, articles: ['cards/freeze'], first: 13 });
    expect(cards?.words).toContain('parrot');
  });

  it('prints no names, addresses or numbers, and leaves nothing behind', async () => {
    const { root, said, written } = whole;
    expect(said).toMatchObject({ code: 0, stderr: '' });
    for (const text of [said.stdout, written]) {
      expect(text).not.toMatch(/canary|birdsong|@|4111|0199|weather/i);
      expect(text).toContain('parrot');
    }
    expect((await readdir(root)).sort()).toEqual(['export.json', 'replay.json']);
    expect(said.stdout).toMatch(/^Tickets from 2026-11-02 to 2026-11-05\.\nOf 24 tickets with an article, the right/);
  });

  it('lists no words of fewer than 5 people', async () => {
    const few = [
      ...tickets(20, found),
      ...tickets(4, lost),
      ...tickets(9, { ...lost, message: 'A gnome', requester: 1 }),
    ];
    const text = JSON.stringify(await replayOf(lines(few)));
    expect(text).not.toMatch(/parrot|gnome/);
  });

  it.each(['export.csv', 'export.json'])('reads %s with other columns, also without ids', async (name) => {
    const rows = [...Array(6)].map((_, place) => ({
      created: `2026-11-0${place + 1}`,
      category: place === 5 ? 'card_late' : 'lost_card',
      subject: `Freeze ${place}`,
      message: 'How do I freeze my card?',
    }));
    const csv = ['created,category,subject,message', ...rows.map((row) => Object.values(row).join(','))].join('\n');
    const { rows: ended, answers } = await replayOf(name.endsWith('csv') ? csv : JSON.stringify(rows), name);
    expect(ended).toMatchObject({ asked: 6, noId: 0 });
    expect(answers.first).toBe(5);
  });

  it('asks in the language of a ticket, and counts languages that the site does not have', async () => {
    const rows = ['en', 'fa', 'fa', 'German', 'pt-BR', ''].map(
      (locale, place) =>
        `${place},2026-11-0${place + 1},lost_card,${locale},${locale === 'fa' ? 'کارتم را چطور مسدود کنم' : 'freeze my card'}`,
    );
    const { rows: ended, topics } = await replayOf(
      ['id,created,category,language,message', ...rows].join('\n'),
      'x.csv',
    );
    expect(ended).toMatchObject({ asked: 4, otherLanguage: 2 });
    expect(Object.fromEntries(topics.map(({ locale, first }) => [locale, first]))).toEqual({ en: 2, fa: 2 });
  });

  it('survives what customers send', async () => {
    const hostile = [
      'x'.repeat(300_000),
      '<p>'.repeat(20_000),
      '\u0000\uFFFD\u202E"\'`;--',
      '%s {{b}} \\',
      'ي'.repeat(5000),
    ];
    const { rows } = await replayOf(lines(hostile.flatMap((message) => tickets(1, { message, subject: '' }))));
    expect(sum(rows)).toBe(5);
    expect(rows.asked + rows.noText).toBe(5);
  });

  it('answers many tickets in several threads as it answers few', async () => {
    const { answers } = await replayOf(lines(tickets(2100, found)), 'export.json', '--no-words');
    expect(answers).toEqual({ first: 2100, amongThree: 0, wrong: 0, unsure: 0, nothing: 0 });
  });

  it('asks a sample that is always the same, and says so', async () => {
    const { root } = whole;
    const [one, two] = [
      await replay(root, 'export.json', '--sample', '10'),
      await replay(root, 'export.json', '--sample', '10'),
    ];
    expect(one.stdout).toBe(two.stdout);
    expect(one.stdout).toContain('10 of 26 tickets were chosen at random');
  });
});

describe('the difference between two builds', () => {
  const same = 'With this change, the search answers as many tickets as before.';

  it('is none for the same site', async () => {
    const { stdout } = await replay(whole.root, 'export.json', '--against', dist, '--no-words');
    expect(stdout).toContain(same);
  });

  it('is none for the replay of the same site', async () => {
    const { stdout } = await replay(whole.root, 'export.json', '--against', 'replay.json', '--no-words');
    expect(stdout).toContain(same);
  });

  it('is in tickets a month', async () => {
    const { topics, ...now } = wholeReplay();
    const before = topics.map((one) =>
      one.topic === 'card-lost' && one.locale === 'en'
        ? { ...one, first: one.asked, amongThree: 0, wrong: 0, unsure: 0, nothing: 0 }
        : one,
    );
    const root = await folder({
      'export.json': lines(desk),
      'before.json': JSON.stringify({ ...now, topics: before }),
    });
    const { stdout } = await replay(root, 'export.json', '--against', 'before.json', '--no-words');
    expect(stdout).toMatch(/This change loses the answer for \d\d tickets a month:/);
    expect(stdout).toMatch(/-\d\d +\+?\d+ +card-lost/);
  });
});

describe('what cannot be replayed', () => {
  it.each<[what: string, words: string[], code: number, says: RegExp]>([
    ['a database', ['x.csv', '--from', 'postgres://x'], 2, /can't be read from a database/],
    ['no file', [], 2, /FILE/],
    ['a file that is not there', ['x.csv'], 1, /x\.csv/],
    ['a site that is not built', ['export.json', '--dist', 'empty'], 1, /There is no search index in empty/],
    ['another site that is not built', ['export.json', '--against', 'empty'], 1, /--against/],
    [
      'a file that is no replay',
      ['export.json', '--against', 'export.json'],
      1,
      /"export.json", which isn't a whole replay/,
    ],
    ['a half replay', ['export.json', '--against', 'half.json'], 1, /which isn't a whole replay\. Make one with/],
    ['a replay of another version', ['export.json', '--against', 'later.json'], 1, /\(format 2, expected 1\)/],
    ['a folder to write to', ['export.json', '--out', 'empty'], 1, /--out is "empty", which is a folder\. Name a file/],
    [
      'a file below a file',
      ['export.json', '--out', 'plain.csv/a.json'],
      1,
      /--out is "plain\.csv\/a\.json", but no folder/,
    ],
    ['tickets without texts', ['plain.csv'], 1, /nothing to ask/],
  ])('%s', async (_, words, code, says) => {
    const root = await folder({
      'export.json': lines(tickets(1, found)),
      'half.json': '{"version": 1, "days": {',
      'later.json': '{"version": 2}',
      'plain.csv': 'id,created,category\n1,2026-11-02,lost_card\n',
    });
    const said = await replay(root, ...words);
    expect(said).toMatchObject({ code, stdout: '' });
    expect(said.stderr).toMatch(says);
    expect((await readdir(root)).sort()).toEqual(['empty', 'export.json', 'half.json', 'later.json', 'plain.csv']);
  });
});

describe('a replay that is interrupted', () => {
  it('says so, also in the middle of the search', async () => {
    const root = await folder({ 'export.json': lines(tickets(2100, found)) });
    const { library } = await readContent(smallContent);
    const site = await openBuiltIndex(dist);
    if (!library || !site) throw new Error('There is no small site.');
    const abort = new AbortController();
    const steps: string[] = [];
    const replayed = replayTickets([join(root, 'export.json')], {
      contentDir: smallContent,
      library: publishedLibrary(library, 'public', '2026-11-30'),
      sites: [site],
      ...{ most: 100_000, words: true, signal: abort.signal },
      onProgress(doing) {
        steps.push(doing);
        if (doing === 'Searching') abort.abort();
      },
    });
    await expect(replayed).rejects.toThrow('The replay was interrupted.');
    expect(steps).toContain('Searching');
  });
});
