import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importVotes } from '#io/imports/import-votes.ts';
import { makeFolder } from '../../folder.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const outline = [{ level: 2, text: 'The price', slug: 'the-price' }];
const library = makeLibrary({ articles: [makeArticle('cards/order', { outline }), makeArticle('cards/freeze')] });

const event = (detail: object, time = '2026-11-02T10:00:00Z') =>
  `${JSON.stringify({ event: 'ohje:vote', ...detail, time })}\n`;
const order = { article: 'cards/order', locale: 'en' };

async function imported(files: Record<string, string>, day?: string) {
  const dir = await makeFolder(files);
  const logs = Object.keys(files).filter((name) => !/\//.test(name) && !name.endsWith('.yaml'));
  const result = await importVotes(
    logs.map((name) => join(dir, name)),
    { contentDir: dir, library, day },
  );
  const text = await readFile(join(dir, 'tickets/votes.csv'), 'utf8').catch(() => undefined);
  return { ...result, lines: text?.trimEnd().split('\n').slice(1) };
}

describe('an import of votes', () => {
  it('adds up the events of our pages by day, language, article, section and reason', async () => {
    const log = [
      event({ ...order, helpful: true }),
      event({ ...order, helpful: true }),
      event({ ...order, helpful: false }),
      event({ ...order, helpful: false, reason: 'unclear', section: 'the-price' }),
      event({ ...order, locale: 'fi', helpful: false, reason: 'wrong' }, '2026-11-01T10:00:00Z'),
    ].join('');
    const { lines, imported: result } = await imported({ 'log.ndjson': log });
    expect(lines).toEqual([
      '2026-11-01,fi,cards/order,,wrong,0,1',
      '2026-11-02,en,cards/order,,,2,1',
      '2026-11-02,en,cards/order,the-price,unclear,0,1',
    ]);
    expect(result).toMatchObject({ rows: 5, others: 0, changed: true, path: 'tickets/votes.csv' });
  });

  it('skips the other events of the same log', async () => {
    const search = '{"event":"ohje:search","question":"canary","locale":"en","results":0,"time":"2026-11-02"}\n';
    const { lines, imported: result } = await imported({ log: `${search}${event({ ...order, helpful: true })}` });
    expect(lines).toEqual(['2026-11-02,en,cards/order,,,1,0']);
    expect(result).toMatchObject({ rows: 2, others: 1 });
  });

  it('reads what forms post, and adds up all logs that are given together', async () => {
    const csv = 'time;path;helpful;comment\n2026-11-02 10:00;/fi/cards/order/;no;I am canary\n';
    const { lines } = await imported({ 'a.csv': csv, 'b.csv': csv, 'c.csv': csv });
    expect(lines).toEqual(['2026-11-02,fi,cards/order,,,0,3']);
  });

  it('replaces all earlier votes', async () => {
    const before = 'day,locale,article,section,reason,helpful,unhelpful\n2020-01-01,en,cards/freeze,,,9,9\n';
    const { lines } = await imported({ 'tickets/votes.csv': before, log: event({ ...order, helpful: true }) });
    expect(lines).toEqual(['2026-11-02,en,cards/order,,,1,0']);
  });

  it('counts sums of all days on the day of their export', async () => {
    const zendesk =
      'html_url,created_at,vote_sum,vote_count\nhttps://h.example/en/cards/order/,2020-01-01,6,10\n/en/cards/freeze,2020-01-01,0,0\n';
    const { lines, imported: result } = await imported({ log: zendesk.replace('html_url', 'url') }, '2026-11-15');
    expect(lines).toEqual(['2026-11-15,en,cards/order,,,8,2']);
    expect(result).toMatchObject({ none: 1 });
  });

  it('counts ratings only on a scale that the company sets', async () => {
    const log = 'day,article,rating\n2026-11-02,cards/order,2\n2026-11-02,cards/order,4\n';
    await expect(imported({ log })).rejects.toThrow(
      /log:1: The log contains ratings.*\n {2}Add your scale.*\n {2}votes:\n {4}worst: 1\n {4}best: 5\n {4}satisfied: 4/,
    );
    const told = { log, 'tickets.yaml': 'votes: { worst: 5, best: 1, satisfied: 2 }\n' };
    expect((await imported(told)).lines).toEqual(['2026-11-02,en,cards/order,,,1,1']);
    const wrong = await imported({ log, 'tickets.yaml': 'votes: { worst: 1, best: 5, satisfied: 7 }\n' });
    expect(wrong).toMatchObject({ findings: [{ code: 'ticket-sources-invalid', line: 1 }], lines: undefined });
  });

  it('skips articles and sections that do not exist, and says how many votes they had', async () => {
    const log = [
      event({ ...order, helpful: true, section: 'canary' }),
      event({ ...order, article: 'cards/canary', helpful: true }),
      event({ ...order, article: 'cards/canary', helpful: false }),
    ].join('');
    const { lines, imported: result } = await imported({ log });
    expect(lines).toEqual(['2026-11-02,en,cards/order,,,1,0']);
    expect(result).toMatchObject({ unknown: { votes: 2, articles: 1 }, lostSections: 1 });
  });

  it('reports all broken lines, and writes nothing', async () => {
    const log = `${event({ ...order, helpful: 'maybe' })}{"event":"ohje:vote",\n${event({ ...order, helpful: true }, 'today')}`;
    const failure = await imported({ log }).catch(String);
    expect(failure).toMatch(
      /log:1: "maybe" isn't yes or no\..*log:2: The line isn't a JSON.*log:3: "today" isn't a date/s,
    );
    const many = `day,article,helpful\n${'2026-11-02,cards/order,maybe\n'.repeat(25)}`;
    await expect(imported({ log: many })).rejects.toThrow(/log:21: .*\n.*\n… and 5 more lines\.$/s);
  });

  it.each([
    ['day,article,helpful\n2026-11-02,cards/gone,yes\n', 'None of the votes is for one of your articles.'],
    ['day,article,helpful\n', 'There are no votes to import.'],
    ['day,article\n2026-11-02,cards/order\n', 'log:1: There is no column for the votes'],
  ])('%j is refused', async (log, says) => {
    await expect(imported({ log })).rejects.toThrow(says);
  });
});
