import { describe, expect, it } from 'vitest';
import { readCounts } from '#io/records/counts.ts';
import { linksPath, printLinks, readLinks } from '#io/records/links.ts';
import { makeFolder } from '../../folder.ts';
import { voiceFaults } from '../../voice.ts';

const header = 'day,locale,articles,tickets\n';

describe('links of tickets to articles', () => {
  it('are none if nothing was imported', async () => {
    expect(await readLinks(await makeFolder({}))).toEqual({ links: new Map(), findings: [] });
  });

  it('are separated by source, and are not counts', async () => {
    const dir = await makeFolder({
      'tickets/zendesk.csv': 'day,locale,category,tickets\n2026-11-01,en,lost_card,3\n',
      'tickets/links/zendesk.csv': `${header}2026-11-01,en,cards/late cards/lost,2\n`,
      'tickets/links/chat.csv': header,
    });
    expect(await readLinks(dir)).toEqual({
      links: new Map([
        ['chat', []],
        ['zendesk', [{ day: '2026-11-01', locale: 'en', articles: ['cards/late', 'cards/lost'], tickets: 2 }]],
      ]),
      findings: [],
    });
    expect((await readCounts(dir)).counts).toHaveLength(1);
  });

  it('are read as they were written, sorted', async () => {
    const links = [
      { day: '2026-11-02', locale: 'en', articles: ['cards/late'], tickets: 1 },
      { day: '2026-11-01', locale: 'fi', articles: ['cards/lost'], tickets: 2 },
      { day: '2026-11-01', locale: 'fi', articles: ['cards/late', 'cards/lost'], tickets: 3 },
    ];
    const text = printLinks(links);
    expect(text).toBe(
      `${header}2026-11-01,fi,cards/late cards/lost,3\n2026-11-01,fi,cards/lost,2\n2026-11-02,en,cards/late,1\n`,
    );
    const read = await readLinks(await makeFolder({ [linksPath('chat')]: text }));
    expect(read.findings).toEqual([]);
    expect(read.links.get('chat')).toEqual([...links].reverse());
  });

  it.each([
    ['no line of column names', '2026-11-01,en,a,1\n', 1],
    ['the columns of counts', 'day,locale,category,tickets\n', 1],
    ['a day that does not exist', `${header}2026-02-30,en,a,1\n`, 2],
    ['a language that is none', `${header}2026-11-01,Finnish please,a,1\n`, 2],
    ['no article', `${header}2026-11-01,en,,1\n`, 2],
    ['articles out of order', `${header}2026-11-01,en,b a,1\n`, 2],
    ['an article twice', `${header}2026-11-01,en,a a,1\n`, 2],
    ['no ticket', `${header}2026-11-01,en,a,0\n`, 2],
    ['a value too many', `${header}2026-11-01,en,a,1,1\n`, 2],
    ['the same line twice', `${header}2026-11-01,en,a,1\n2026-11-01,en,a,2\n`, 3],
    ['a merge that was not finished', `${header}<<<<<<< HEAD\n2026-11-01,en,a,1\n`, 2],
  ])('with a mistake are reported with their line: %s', async (_, text, line) => {
    const { findings } = await readLinks(await makeFolder({ 'tickets/links/chat.csv': text }));
    expect(findings).toMatchObject([
      { code: 'ticket-counts-invalid', severity: 'error', path: 'tickets/links/chat.csv', line },
    ]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });
});
