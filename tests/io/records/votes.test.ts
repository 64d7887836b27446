import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#io/check-content.ts';
import { readCounts } from '#io/records/counts.ts';
import { readVotes, writeVotes } from '#io/records/votes.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';
import { voiceFaults } from '../../voice.ts';

const header = 'day,locale,article,section,reason,helpful,unhelpful\n';
const path = 'tickets/votes.csv';

describe('the votes', () => {
  it('are reported if their file cannot be opened', async () => {
    const { findings } = await readVotes(await makeFolder({ [`${path}/file`]: '' }));
    expect(findings).toMatchObject([
      { code: 'ticket-counts-invalid', path, says: 'This is a folder, but a file was expected.' },
    ]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('are none if no log was imported', async () => {
    expect(await readVotes(await makeFolder({}))).toEqual({ votes: [], findings: [] });
  });

  it('are read as they were written, sorted, without a section or a reason if there is none', async () => {
    const dir = await makeFolder({});
    const votes = [
      { day: '2026-11-02', locale: 'en', article: 'cards/order', helpful: 3, unhelpful: 1 },
      {
        day: '2026-11-01',
        locale: 'fi',
        article: 'cards/order',
        section: 'hinta',
        reason: 'wrong' as const,
        helpful: 0,
        unhelpful: 2,
      },
    ];
    expect(await writeVotes(dir, votes)).toBe(true);
    expect(await writeVotes(dir, votes)).toBe(false);
    expect(await readFile(join(dir, path), 'utf8')).toBe(
      `${header}2026-11-01,fi,cards/order,hinta,wrong,0,2\n2026-11-02,en,cards/order,,,3,1\n`,
    );
    expect(await readVotes(dir)).toEqual({ votes: votes.toReversed(), findings: [] });
  });

  it('are not counts of tickets', async () => {
    const dir = await makeFolder({ [path]: `${header}2026-11-01,en,a/b,,,1,0\n` });
    expect(await readCounts(dir)).toEqual({ counts: [], findings: [], sources: new Map() });
  });
});

describe('a mistake in the votes', () => {
  it.each([
    ['no line of column names', '2026-11-01,en,a/b,,,1,0\n', 1],
    ['a day that does not exist', `${header}2026-02-30,en,a/b,,,1,0\n`, 2],
    ['a language that is none', `${header}2026-11-01,English please,a/b,,,1,0\n`, 2],
    ['no article', `${header}2026-11-01,en,,,,1,0\n`, 2],
    ['a reason that is none', `${header}2026-11-01,en,a/b,,outdated,0,1\n`, 2],
    ['no number', `${header}2026-11-01,en,a/b,,,many,0\n`, 2],
    ['no vote', `${header}2026-11-01,en,a/b,,,0,0\n`, 2],
    ['a value too few', `${header}2026-11-01,en,a/b,,,1\n`, 2],
    ['the same line twice', `${header}2026-11-01,en,a/b,,,1,0\n2026-11-01,en,a/b,,,2,0\n`, 3],
    ['a merge that was not finished', `${header}<<<<<<< HEAD\n2026-11-01,en,a/b,,,1,0\n`, 2],
    ['a quote that is never closed', `${header}2026-11-01,en,"a/b,,,1,0\n2026-11-01,en,a/c,,,1,0\n`, 2],
  ])('%s is found in its line, by every check', async (_, text, line) => {
    const dir = await makeFolder({ [path]: text, 'site.yaml': siteYaml, 'articles/en/cards/order.mdx': articleText() });
    const { findings } = await checkContent(dir, undefined);
    expect(findings).toMatchObject([{ code: 'ticket-counts-invalid', severity: 'error', path, line }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });
});
