import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#io/check-content.ts';
import { readCounts } from '#io/records/counts.ts';
import { readSearchLog, writeSearchLog } from '#io/records/search-log.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';
import { voiceFaults } from '../../voice.ts';

const header = 'locale,question,searches,misses,first,last\n';
const path = 'tickets/searches.csv';
const days = { first: '2026-11-01', last: '2026-11-15' };

describe('the searches', () => {
  it('are none if no log was imported', async () => {
    expect(await readSearchLog(await makeFolder({}))).toEqual({ searched: [], findings: [] });
  });

  it('are read as they were written, sorted', async () => {
    const dir = await makeFolder({});
    const searched = [
      { locale: 'fi', question: 'missä kortti on', searches: 5, misses: 0, ...days },
      { locale: 'en', question: 'a "second" card, free', searches: 12, misses: 7, ...days },
    ];
    expect(await writeSearchLog(dir, searched)).toBe(true);
    expect(await writeSearchLog(dir, searched)).toBe(false);
    expect(await readFile(join(dir, path), 'utf8')).toBe(
      `${header}en,"a ""second"" card, free",12,7,2026-11-01,2026-11-15\nfi,missä kortti on,5,0,2026-11-01,2026-11-15\n`,
    );
    expect(await readSearchLog(dir)).toEqual({ searched: searched.toReversed(), findings: [] });
  });

  it('are not counts of tickets', async () => {
    const dir = await makeFolder({ [path]: `${header}en,a,5,1,2026-11-01,2026-11-02\n` });
    expect(await readCounts(dir)).toEqual({ counts: [], findings: [], sources: new Map() });
  });
});

describe('a mistake in the searches', () => {
  it.each([
    ['no line of column names', 'en,a,5,1,2026-11-01,2026-11-02\n', 1],
    ['a language that is none', `${header}English please,a,5,1,2026-11-01,2026-11-02\n`, 2],
    ['no question', `${header}en,,5,1,2026-11-01,2026-11-02\n`, 2],
    ['no number', `${header}en,a,many,1,2026-11-01,2026-11-02\n`, 2],
    ['more misses than searches', `${header}en,a,5,6,2026-11-01,2026-11-02\n`, 2],
    ['a day that does not exist', `${header}en,a,5,1,2026-02-30,2026-11-02\n`, 2],
    ['a last day before the first', `${header}en,a,5,1,2026-11-03,2026-11-02\n`, 2],
    ['a value too few', `${header}en,a,5,1,2026-11-01\n`, 2],
    ['the same question twice', `${header}en,a,5,1,2026-11-01,2026-11-02\nen,a,6,1,2026-11-01,2026-11-02\n`, 3],
    ['a merge that was not finished', `${header}<<<<<<< HEAD\nen,a,5,1,2026-11-01,2026-11-02\n`, 2],
  ])('%s is found in its line, by every check', async (_, text, line) => {
    const dir = await makeFolder({ [path]: text, 'site.yaml': siteYaml, 'articles/en/cards/order.mdx': articleText() });
    const { findings } = await checkContent(dir, undefined);
    expect(findings).toMatchObject([{ code: 'ticket-counts-invalid', severity: 'error', path, line }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });
});
