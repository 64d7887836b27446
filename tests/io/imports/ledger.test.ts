import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { desk } from './desk.ts';

interface Row {
  id: number;
  created: number;
  updated?: number;
  category?: string;
}

const time = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;

function csv(rows: readonly Row[]): string {
  const lines = rows.map(({ id, created, updated = created, category = 'lost_card' }) =>
    [`canary-${id}`, time(created), time(updated), category, `canary${id}@mail.example`].join(','),
  );
  return `${['id,created,updated,category,requester', ...lines].join('\n')}\n`;
}

/** Ten tickets on each of ten days. */
const hundred: Row[] = Array.from({ length: 100 }, (_, n) => ({ id: n, created: 1 + Math.floor(n / 10) }));
/** What was changed from day 11 on: a few old tickets in another category, and new ones. */
const changed: Row[] = [
  ...hundred.filter(({ id }) => id % 20 === 3).map((row) => ({ ...row, updated: 11, category: 'card_late' })),
  ...Array.from({ length: 10 }, (_, n) => ({ id: 200 + n, created: 11 + (n % 3) })),
];
const files = { full: csv(hundred), changed: csv(changed) };

const sumOf = (counts: readonly string[], of = '') =>
  counts.filter((line) => line.includes(of)).reduce((sum, line) => sum + Number(line.split(',')[3]), 0);

describe('a later import', () => {
  it('of changed tickets updates these and adds new ones', async () => {
    const { take, counts } = await desk(files);
    await take('full');
    const { comparison } = await take('changed');
    expect(comparison).toMatchObject({ kind: 'changed', known: 90, added: 10, changed: 5, removed: 0, unchanged: 0 });
    expect(sumOf(await counts('csv'))).toBe(110);
    expect(sumOf(await counts('csv'), 'card_late')).toBe(5);
    expect((await counts('csv')).filter((line) => line.startsWith('2026-11-01'))).toEqual([
      '2026-11-01,en,card_late,1',
      '2026-11-01,en,lost_card,9',
    ]);
  });

  it('that is older changes nothing that is known better', async () => {
    const { take, counts } = await desk(files);
    await take('changed');
    const { comparison } = await take('full');
    expect(comparison).toMatchObject({ added: 95, changed: 0, older: 5 });
    expect(sumOf(await counts('csv'), 'card_late')).toBe(5);
  });

  it('of all tickets removes for good what was spam before and is gone', async () => {
    const withStatus = (rows: readonly Row[], status: (row: Row) => string) =>
      csv(rows)
        .replace(/requester$/m, 'requester,status')
        .replace(/^(canary-(\d+),.*)$/gm, (_, line: string, id: string) => {
          const row = rows.find((one) => one.id === Number(id));
          return `${line},${row ? status(row) : ''}`;
        });
    const spam = ({ id }: Row) => (id === 44 ? 'spam' : 'open');
    const later = hundred.filter(({ id }) => id !== 44).map((row) => (row.id < 10 ? { ...row, updated: 15 } : row));
    const late = hundred.filter(({ id }) => id % 10 === 4).map((row) => ({ ...row, updated: 12 }));
    const { take, counts } = await desk({
      spam: withStatus(hundred, spam),
      later: withStatus(later, () => 'open'),
      late: withStatus(late, () => 'open'),
    });
    await take('spam');
    await take('later');
    await take('late');
    expect(sumOf(await counts('csv'))).toBe(99);
  });

  it('of all tickets removes those that are gone, also if all others were changed on one day', async () => {
    const left = hundred.filter(({ id }) => id !== 44).map((row) => ({ ...row, updated: 15 }));
    const { take, counts } = await desk({ ...files, left: csv(left) });
    await take('full');
    const { comparison } = await take('left');
    expect(comparison).toMatchObject({ kind: 'full', missing: 1, removed: 1, unchanged: 99 });
    expect(sumOf(await counts('csv'))).toBe(99);
    // The older export had it, but it is gone since.
    await take('full');
    expect(sumOf(await counts('csv'))).toBe(99);
  });

  it('needs an option if a tenth is missing', async () => {
    const left = csv(hundred.filter(({ id }) => id % 10 !== 4));
    const { take, counts, takeAs } = await desk({ ...files, left });
    await take('full');
    await expect(take('left')).rejects.toThrow(
      /isn't clear whether this export has all tickets opened from 2026-11-01 to 2026-11-10\.\n.*80 tickets.*and 8 of them/,
    );
    expect(sumOf(await counts('csv'))).toBe(100);
    await takeAs('changed', 'left');
    expect(sumOf(await counts('csv'))).toBe(100);
    await takeAs('full', 'left');
    expect(sumOf(await counts('csv'))).toBe(92);
  });

  it('without ids replaces the days that it has in full', async () => {
    const noId = (text: string) => text.replace(/^[^,]+,/gm, '');
    const { take, counts } = await desk({ full: noId(files.full), changed: noId(files.changed) });
    await take('full');
    expect((await take('full')).comparison).toMatchObject({ kind: 'full', ids: false });
    expect(sumOf(await counts('csv'))).toBe(100);
    const { comparison } = await take('changed');
    expect(comparison).toMatchObject({ kind: 'changed', unowned: { tickets: 5 } });
    expect(sumOf(await counts('csv'))).toBe(110);
  });
});

describe('without the ledger of the counts', () => {
  const forget = async (contentDir: string) => rm(join(contentDir, 'tickets/.ledger'), { recursive: true });

  it('an export of changed tickets adds only what is certainly new, and says so', async () => {
    const { take, counts, contentDir } = await desk(files);
    await take('full');
    await forget(contentDir);
    const { comparison } = await take('changed');
    expect(comparison).toMatchObject({ kind: 'changed', unowned: { tickets: 5, days: 5, last: '2026-11-09' } });
    expect(sumOf(await counts('csv'))).toBe(110);
    expect(sumOf(await counts('csv'), 'card_late')).toBe(0);
  });

  it('an export of all tickets replaces their days, and makes the ledger again', async () => {
    const { take, counts, contentDir } = await desk({ ...files, all: csv([...hundred, ...changed].slice(3)) });
    await take('full');
    await forget(contentDir);
    await take('full');
    expect(sumOf(await counts('csv'))).toBe(100);
    await take('changed');
    expect(sumOf(await counts('csv'), 'card_late')).toBe(5);
  });

  it('the counts that someone else imported stay', async () => {
    const { take, counts, contentDir } = await desk(files);
    await take('full');
    const path = join(contentDir, 'tickets/csv.csv');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('2026-11-01,en,lost_card,10', '2026-11-01,en,lost_card,12'));
    await take('changed');
    expect(sumOf(await counts('csv'), '2026-11-01')).toBe(12);
    expect(sumOf(await counts('csv'))).toBe(112);
  });

  it.each([
    ['damaged', 'csv.parquet', 'damaged'],
    ['made with another key', 'key', 'foreign'],
  ] as const)('%s, it is started again with a warning', async (_, name, problem) => {
    const { take, contentDir, counts } = await desk(files);
    await take('full');
    await writeFile(join(contentDir, 'tickets/.ledger', name), '0'.repeat(32));
    expect((await take('full')).comparison).toMatchObject({ kind: 'full', problem });
    expect(sumOf(await counts('csv'))).toBe(100);
    expect((await take('changed')).comparison).toMatchObject({ changed: 5, problem: undefined });
  });
});

describe('counts of an earlier version', () => {
  it('lose days out of line with the next import, whatever it is', async () => {
    const { contentDir, counts, takeAs } = await desk(files);
    const path = join(contentDir, 'tickets/csv.csv');
    await mkdir(join(contentDir, 'tickets'));
    const old = ['2025-11-03,en,lost_card,40', '2026-10-20,en,lost_card,40', '2062-11-02,en,lost_card,1'];
    await writeFile(path, `${['day,locale,category,tickets', ...old].join('\n')}\n`);
    const { comparison } = await takeAs(undefined, 'full');
    expect(comparison?.dropped).toEqual([{ day: '2062-11-02', tickets: 1, why: 'future' }]);
    expect(sumOf(await counts('csv'))).toBe(180);
  });
});

describe('the ledger', () => {
  const byName = 'csv: { category: "column:category" }';

  it('is local and has nothing about anyone', async () => {
    const full = csv(hundred.map((row) => ({ ...row, category: `canary ${row.id}` })));
    const { take, contentDir } = await desk({ full }, byName);
    await take('full');
    const folder = join(contentDir, 'tickets/.ledger');
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
    if (process.platform !== 'win32') expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'csv.parquet'), 'latin1')).not.toMatch(/canary|mail/);
    expect(await listFiles(contentDir)).not.toContain('tickets/.ledger/csv.parquet');
  });

  it('is not written by an import that fails', async () => {
    const { take, contentDir } = await desk({ bad: 'id,created,category\n1,never,lost_card\n' });
    await expect(take('bad')).rejects.toThrow();
    await expect(stat(join(contentDir, 'tickets'))).rejects.toThrow('ENOENT');
  });

  it('belongs to one import at a time', async () => {
    const { take, contentDir } = await desk(files);
    await mkdir(join(contentDir, 'tickets/.ledger'), { recursive: true });
    const both = await Promise.allSettled([take('full'), take('changed')]);
    const failed = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(failed.length).toBeGreaterThan(0);
    for (const { reason } of failed) expect(reason.message).toMatch(/^Another import into "csv" is running/);
    await take('full');
  });

  it('counts a category under its name once enough people used it', async () => {
    const few = hundred.slice(0, 20).map((row) => (row.id < 3 ? { ...row, category: 'new thing' } : row));
    const more = hundred.slice(0, 12).map((row) => ({ ...row, id: row.id + 500, created: 12, category: 'New Thing' }));
    const { take, counts } = await desk({ few: csv(few), more: csv(more) }, byName);
    await take('few');
    expect(sumOf(await counts('csv'), '(other)')).toBe(3);
    await take('more');
    expect((await counts('csv')).filter((line) => /new/i.test(line))).toEqual([
      '2026-11-01,en,New Thing,3',
      '2026-11-12,en,New Thing,12',
    ]);
  });
});
