import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '#io/machine/atomic-write.ts';
import { countsPath, printCounts, readCounts, readSourceCounts } from '#io/records/counts.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { makeFolder } from '../../folder.ts';
import { voiceFaults } from '../../voice.ts';

const header = 'day,locale,category,tickets\n';

const write = (dir: string, counts: readonly DailyCount[]) =>
  replaceFile(join(dir, countsPath('chat')), printCounts(counts));

describe('counts', () => {
  it('are none if nothing was imported', async () => {
    expect(await readCounts(await makeFolder({}))).toEqual({ counts: [], findings: [], sources: new Map() });
  });

  it('are read from all sources', async () => {
    const dir = await makeFolder({
      'tickets/zendesk.csv': `${header}2026-11-01,en,lost_card,3\n`,
      'tickets/chat.csv': `${header}2026-11-02,fi,lost_card,1\n`,
      'tickets/notes.txt': 'not ours',
    });
    expect((await readCounts(dir)).counts).toEqual([
      { day: '2026-11-02', locale: 'fi', category: 'lost_card', tickets: 1 },
      { day: '2026-11-01', locale: 'en', category: 'lost_card', tickets: 3 },
    ]);
  });

  it('have what only some exports include, by source', async () => {
    const dir = await makeFolder({
      'tickets/desk.csv':
        'day,locale,category,tickets,closed,rated,satisfied\n2026-11-01,en,a,9,7,2,0\n2026-11-02,en,a,3,,,\n',
      'tickets/chat.csv': 'day,locale,category,tickets,closed\n2026-11-01,en,a,9,7\n',
      'tickets/links/desk.csv': 'day,locale,articles,tickets\n',
      'tickets/votes.csv': 'day,locale,article,section,reason,helpful,unhelpful\n',
    });
    const { sources, findings } = await readCounts(dir);
    expect(findings).toEqual([]);
    const day = { day: '2026-11-01', locale: 'en', category: 'a', tickets: 9, closed: 7 };
    expect([...sources]).toEqual([
      ['chat', [day]],
      [
        'desk',
        [
          { ...day, rated: 2, satisfied: 0 },
          { day: '2026-11-02', locale: 'en', category: 'a', tickets: 3 },
        ],
      ],
    ]);
  });

  it('are read as they were written, sorted, whatever is in a category', async () => {
    const dir = await makeFolder({});
    const counts = [
      { day: '2026-11-02', locale: 'en', category: 'b', tickets: 1 },
      { day: '2026-11-01', locale: 'fi', category: 'say "hi", twice', tickets: 2 },
      { day: '2026-11-01', locale: 'fi', category: 'two\nlines', tickets: 3 },
      { day: '2026-11-01', locale: 'en', category: 'کارت', tickets: 4 },
    ];
    await write(dir, counts);
    expect(await readFile(join(dir, 'tickets/chat.csv'), 'utf8')).toBe(
      `${header}2026-11-01,en,کارت,4\n2026-11-01,fi,"say ""hi"", twice",2\n2026-11-01,fi,"two\nlines",3\n2026-11-02,en,b,1\n`,
    );
    const read = await readSourceCounts(dir, 'chat');
    expect(read.findings).toEqual([]);
    expect(read.counts).toHaveLength(4);
    expect(read.counts).toEqual(expect.arrayContaining(counts));
  });

  it('can include more, for some of the lines or for all', async () => {
    const dir = await makeFolder({});
    const counts = [
      { day: '2026-11-01', locale: 'en', category: 'a', tickets: 4, closed: 0, rated: 3, satisfied: 2 },
      { day: '2026-11-02', locale: 'en', category: 'a', tickets: 1 },
    ];
    await write(dir, counts);
    expect(await readFile(join(dir, 'tickets/chat.csv'), 'utf8')).toBe(
      'day,locale,category,tickets,closed,rated,satisfied\n2026-11-01,en,a,4,0,3,2\n2026-11-02,en,a,1,,,\n',
    );
    expect(await readSourceCounts(dir, 'chat')).toEqual({ counts, findings: [] });
    const closed = [{ day: '2026-11-01', locale: 'en', category: 'a', tickets: 4, closed: 4 }];
    await write(dir, closed);
    expect(await readSourceCounts(dir, 'chat')).toEqual({ counts: closed, findings: [] });
  });

  it('can have any line endings', async () => {
    const dir = await makeFolder({
      'tickets/chat.csv': '\uFEFFday,locale,category,tickets\r\n2026-11-01,en,lost_card,3\r\n',
    });
    expect((await readCounts(dir)).counts).toEqual([
      { day: '2026-11-01', locale: 'en', category: 'lost_card', tickets: 3 },
    ]);
  });

  it('say whether a byte has changed', async () => {
    const dir = await makeFolder({});
    const counts = [{ day: '2026-11-01', locale: 'en', category: 'a', tickets: 1 }];
    expect(await write(dir, counts)).toBe(true);
    expect(await write(dir, counts)).toBe(false);
  });

  it('stay as they were if they cannot be replaced', async () => {
    const dir = await makeFolder({ 'tickets/chat.csv/in-the-way.txt': '' });
    await mkdir(join(dir, 'tickets'), { recursive: true });
    await expect(write(dir, [])).rejects.toThrow();
    expect(await readdir(join(dir, 'tickets'))).toEqual(['chat.csv']);
  });
});

describe('a mistake in a counts file', () => {
  it.each([
    ['no line of column names', '2026-11-01,en,a,1\n', 1],
    ['a day that does not exist', `${header}2026-02-30,en,a,1\n`, 2],
    ['a language that is none', `${header}2026-11-01,Finnish please,a,1\n`, 2],
    ['no category', `${header}2026-11-01,en,,1\n`, 2],
    ['no number', `${header}2026-11-01,en,a,many\n`, 2],
    ['nothing counted', `${header}2026-11-01,en,a,0\n`, 2],
    ['columns in another order', 'day,locale,category,tickets,rated,closed\n', 1],
    ['more closed than there are', 'day,locale,category,tickets,closed\n2026-11-01,en,a,1,2\n', 2],
    ['more satisfied than rated', 'day,locale,category,tickets,rated,satisfied\n2026-11-01,en,a,3,1,2\n', 2],
    ['no number of closed', 'day,locale,category,tickets,closed\n2026-11-01,en,a,1,all\n', 2],
    ['a value too many', `${header}2026-11-01,en,a,b,1\n`, 2],
    ['a value too few', `${header}2026-11-01,en,a\n`, 2],
    ['columns in another order', 'day,locale,category,tickets,rated,closed\n', 1],
    ['more closed than there are', 'day,locale,category,tickets,closed\n2026-11-01,en,a,1,2\n', 2],
    ['the same line twice', `${header}2026-11-01,en,a,1\n2026-11-01,en,a,2\n`, 3],
    ['a merge that was not finished', `${header}<<<<<<< HEAD\n2026-11-01,en,a,1\n`, 2],
    ['a mistake after a category of two lines', `${header}2026-11-01,en,"a\nb",1\n2026-11-01,en,a,x\n`, 4],
  ])('%s is found in its line', async (_, text, line) => {
    const { counts, findings } = await readCounts(await makeFolder({ 'tickets/chat.csv': text }));
    expect(findings).toMatchObject([
      { code: 'ticket-counts-invalid', severity: 'error', path: 'tickets/chat.csv', line },
    ]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    expect(counts.length).toBeLessThan(2);
  });
});
