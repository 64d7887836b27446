import { describe, expect, it } from 'vitest';
import { checkContent } from '#io/check-content.ts';
import { readLinks } from '#io/records/links.ts';
import { readMeasures } from '#io/records/measures.ts';
import { readVotes } from '#io/records/votes.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';
import { voiceFaults } from '../../voice.ts';

const links = 'day,locale,articles,tickets\n';
const votes = 'day,locale,article,section,reason,helpful,unhelpful\n';

describe('the data for metrics', () => {
  it('can all be missing', async () => {
    const dir = await makeFolder({});
    expect(await readMeasures(dir)).toEqual({ file: undefined, findings: [] });
    expect(await readLinks(dir)).toEqual({ links: new Map(), findings: [] });
    expect(await readVotes(dir)).toEqual({ votes: [], findings: [] });
  });

  it('is read from the files of the company', async () => {
    const dir = await makeFolder({
      'measures.yaml': 'sessions:\n  - { from: 2026-10-01, to: 2026-10-31, sessions: 5 }\n',
      'tickets/links/desk.csv': `${links}2026-11-01,en,cards/fees cards/lost,3\n`,
      'tickets/votes.csv': `${votes}2026-11-01,en,cards/lost,,,3,1\n2026-11-01,en,cards/lost,pin,unclear,0,1\n`,
    });
    expect((await readMeasures(dir)).file).toEqual({
      sessions: [{ from: '2026-10-01', to: '2026-10-31', sessions: 5 }],
    });
    expect([...(await readLinks(dir)).links]).toEqual([
      ['desk', [{ day: '2026-11-01', locale: 'en', articles: ['cards/fees', 'cards/lost'], tickets: 3 }]],
    ]);
    const vote = { day: '2026-11-01', locale: 'en', article: 'cards/lost' };
    expect((await readVotes(dir)).votes).toEqual([
      { ...vote, helpful: 3, unhelpful: 1 },
      { ...vote, section: 'pin', reason: 'unclear', helpful: 0, unhelpful: 1 },
    ]);
  });

  it.each([
    ['measures.yaml', 'measures-invalid', 'visits: 5\n', 1],
    ['tickets/links/desk.csv', 'ticket-counts-invalid', `${links}2026-11-01,en,,3\n`, 2],
    ['tickets/links/desk.csv', 'ticket-counts-invalid', 'day,article\n', 1],
    ['tickets/votes.csv', 'ticket-counts-invalid', `${votes}2026-11-01,en,cards/lost,,bad,3,1\n`, 2],
    ['tickets/votes.csv', 'ticket-counts-invalid', 'day,vote\n', 1],
  ])('is checked with everything else: %s, %s', async (path, code, text, line) => {
    const dir = await makeFolder({ 'site.yaml': siteYaml, 'articles/en/cards/lost.mdx': articleText(), [path]: text });
    const { findings } = await checkContent(dir, undefined);
    expect(findings).toMatchObject([{ code, path, line }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });
});
