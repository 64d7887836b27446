import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { lines, zendeskTicket } from '../../tickets.ts';
import { desk } from './desk.ts';

const article = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n\nSo.\n`;
const library = {
  'content/site.yaml': 'name: Pilvi\nlocales: [en, fi]\ndefaultLocale: en\nurl: https://www.pilvi.example/help/\n',
  'content/articles/en/cards/late.mdx': article(
    'It is late',
    'redirectFrom: [/hc/en-us/articles/360001234567, "/old/sp%C3%A4t.html"]\n',
  ),
  'content/articles/en/cards/stolen.mdx': article('Stolen', 'redirectFrom: [/hc/en-us/articles/360007654321-Stolen]\n'),
};
const table = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

/** The articles that are linked by each of some cells, which are those of tickets of different days, and the lost links. */
async function linksIn(cells: readonly string[]) {
  const day = (place: number) => `2026-11-${String(place + 1).padStart(2, '0')}`;
  const rows = cells.map((cell, place) => `${place},${day(place)},lost_card,closed,"${cell}"`);
  const data = table('id,created,category,Status,Answered with', ...rows);
  const { take, links } = await desk({ ...library, export: data }, 'csv: { links: "column:answered with" }');
  const { outcome } = await take('export');
  const found = new Map((await links('csv')).map((line) => [line.split(',')[0], line.split(',').slice(2).join()]));
  return { articles: cells.map((_, place) => found.get(day(place))), lost: outcome?.links?.lost };
}

describe('an article is linked by', () => {
  it('its id, its addresses and its old ones, in any language and spelling', async () => {
    const cells = {
      'cards/late': 'cards/late',
      'cards/late, cards/lost;cards/stolen\ncards/late': 'cards/late cards/lost cards/stolen',
      '[""cards/late"", ""cards/lost""]': 'cards/late cards/lost',
      'https://www.pilvi.example/help/en/cards/late/': 'cards/late',
      'http://pilvi.example/help/fi/cards/late': 'cards/late',
      'https://pilvi.example/help/en/cards/late/index.html?from=mail#top': 'cards/late',
      '/en/cards/late/': 'cards/late',
      '/old/sp%C3%A4t.html': 'cards/late',
      'https://desk.example/old/spät.html': 'cards/late',
      'https://support.pilvi.example/hc/fi/articles/360001234567-Kortti': 'cards/late',
      '/hc/x/articles/360007654321': 'cards/stolen',
      '360007654321': 'cards/stolen',
    };
    const { articles, lost } = await linksIn(Object.keys(cells));
    expect(articles).toEqual(Object.values(cells).map((ids) => `${ids},1`));
    expect(lost).toBe(0);
  });

  it('nothing else, which is only counted', async () => {
    const cells = [
      'cards/none',
      'https://other.example/en/cards/late/',
      '/en/cards/',
      '360000000000',
      'canary@mail.example',
    ];
    expect(await linksIn(cells)).toEqual({ articles: cells.map(() => undefined), lost: cells.length });
  });

  it('no number that two articles have had', async () => {
    const both = { 'content/articles/en/cards/lost.mdx': article('Lost', 'redirectFrom: [/a/360001234567]\n') };
    const data = table('id,created,category,Answer', '1,2026-11-02,lost_card,360001234567');
    const { take } = await desk({ ...library, ...both, export: data }, 'csv: { links: "column:Answer" }');
    expect((await take('export')).outcome?.links).toEqual({ place: 'column:Answer', counts: [], lost: 1 });
  });
});

describe('links are found', () => {
  const told = (links: unknown, tags: string[] = []) => {
    const ticket = zendeskTicket({ created: '2026-11-02T10:00:00Z', tags });
    return lines([{ ...ticket, custom_fields: [...ticket.custom_fields, { id: 360_003, value: links }] }]);
  };

  it.each([
    ['in a field', 'field:360003', told('cards/late cards/lost')],
    ['in a field of several choices', 'field:360003', told(['cards/lost', 'cards/late'])],
    ['in tags', 'tag-prefix:article-', told(null, ['article-cards/lost', 'vip', 'article-cards/late'])],
  ])('%s', async (_, place, data) => {
    const { take, links } = await desk({ ...library, export: data }, `zendesk: { links: "${place}" }`);
    await take('export');
    expect(await links()).toEqual(['2026-11-02,en,cards/late cards/lost,1']);
  });

  it('in several columns of one name', async () => {
    const data = table('id,created,category,Link,Link', '1,2026-11-02,lost_card,cards/lost,cards/late');
    const { take, links } = await desk({ ...library, export: data }, 'csv: { links: "column:Link" }');
    await take('export');
    expect(await links('csv')).toEqual(['2026-11-02,en,cards/late cards/lost,1']);
  });

  it('in the sources of Intercom’s answers, without a setting', async () => {
    const one = (id: string, urls: readonly string[]) => ({
      type: 'conversation',
      id,
      created_at: 1_793_613_600,
      state: 'closed',
      custom_attributes: { Category: 'lost_card' },
      ai_agent: urls.length > 0 ? { content_sources: { content_sources: urls.map((url) => ({ url })) } } : null,
    });
    const sources = ['https://pilvi.example/help/en/cards/late/', 'https://pilvi.example/help/fi/cards/lost/'];
    const { take, links, contentDir } = await desk({
      ...library,
      used: JSON.stringify({ conversations: [one('1', sources), one('2', [])] }),
      unused: JSON.stringify({ conversations: [one('1', []), one('2', [])] }),
    });
    await take('unused');
    expect(await listFiles(join(contentDir, 'tickets'))).toEqual(['intercom.csv']);
    await take('used');
    expect(await links('intercom')).toEqual(['2026-11-02,en,cards/late cards/lost,1']);
  });

  it('only where tickets.yaml says so; otherwise no file of links is written', async () => {
    const { take, contentDir } = await desk({ ...library, export: told('cards/late') });
    expect((await take('export')).links).toBeUndefined();
    expect(await listFiles(join(contentDir, 'tickets'))).toEqual(['zendesk.csv']);
  });

  it('as zero in a file that has a column for them and no link', async () => {
    const { take, links } = await desk({ ...library, export: told(null) }, 'zendesk: { links: "field:360003" }');
    expect((await take('export')).outcome?.links).toMatchObject({ counts: [], lost: 0 });
    expect(await links()).toEqual([]);
  });
});

describe('links in texts', () => {
  const here = 'https://pilvi.example/help/en/cards';
  const take = async (data: string, source: string) => {
    const { take, links } = await desk({ ...library, export: data }, `${source}: { links: text }`);
    const { outcome } = await take('export');
    expect(outcome?.links?.lost).toBe(0);
    return links(source);
  };
  const customer = { ...zendeskTicket({ created: '2026-11-02T10:00:00Z', message: `I have read ${here}/late/.` }) };

  it('are those in the replies of agents, not those of the customer', async () => {
    const comments = [
      { author_id: customer.requester_id, body: `I have read ${here}/late/.` },
      {
        author_id: 77,
        html_body: `<p>See <a href="${here}/lost/?a=1">here</a>, ${here}/stolen.</p>`,
        body: 'See here',
      },
    ];
    expect(await take(lines([{ ...customer, comments }]), 'zendesk')).toEqual([
      '2026-11-02,en,cards/lost cards/stolen,1',
    ]);
  });

  it('are those in any text if the export has no replies', async () => {
    expect(await take(lines([customer]), 'zendesk')).toEqual(['2026-11-02,en,cards/late,1']);
    const data = table('id,created,category,Comment,Comment', `1,2026-11-02,lost_card,hello,"(${here}/lost) canary"`);
    expect(await take(data, 'csv')).toEqual(['2026-11-02,en,cards/lost,1']);
  });

  const ids = { id: 1, created_at: '2026-11-02T10:00:00Z' };
  it.each([
    [
      'freshdesk',
      { ...ids, product_id: 1, custom_fields: { cf: 'lost_card' } },
      {
        conversations: [
          { incoming: true, body: `${here}/late/` },
          { incoming: false, body: `${here}/lost/` },
        ],
      },
    ],
    [
      'intercom',
      { ...ids, waiting_since: 1, custom_attributes: { C: 'lost_card' } },
      {
        conversation_parts: {
          conversation_parts: [
            { author: { type: 'user' }, body: `${here}/late/` },
            { author: { type: 'admin' }, body: `${here}/lost/` },
          ],
        },
      },
    ],
    [
      'helpscout',
      { id: 1, createdAt: ids.created_at, mailboxId: 1, customFields: [{ id: 1, name: 'C', text: 'lost_card' }] },
      {
        _embedded: {
          threads: [
            { type: 'customer', body: `${here}/late/` },
            { type: 'message', body: `${here}/lost/` },
          ],
        },
      },
    ],
    [
      'chatwoot',
      { ...ids, inbox_id: 1, custom_attributes: { c: 'lost_card' } },
      {
        messages: [
          { message_type: 0, content: `${here}/late/` },
          { message_type: 1, content: `${here}/lost/` },
        ],
      },
    ],
  ])('of %s', async (source, ticket, replies) => {
    expect(await take(JSON.stringify([{ ...ticket, ...replies }]), source)).toEqual(['2026-11-02,en,cards/lost,1']);
  });
});

describe('links are counted', () => {
  const one = (id: number, told: { day?: number; updated?: string; status?: string; links?: string }) => ({
    ...zendeskTicket({
      id,
      created: `2026-11-0${told.day ?? 2}T10:00:00Z`,
      ...(told.updated !== undefined && { updated: told.updated }),
      status: told.status ?? 'closed',
    }),
    custom_fields: [
      { id: 360_001, value: 'lost_card' },
      { id: 360_003, value: told.links ?? null },
    ],
  });
  const sources = 'zendesk: { category: "field:360001", links: "field:360003" }';

  it('for closed tickets only', async () => {
    const data = lines([one(1, { links: 'cards/late' }), one(2, { links: 'cards/late', status: 'open' }), one(3, {})]);
    const { take, links } = await desk({ ...library, data }, sources);
    await take('data');
    expect(await links()).toEqual(['2026-11-02,en,cards/late,1']);
  });

  it('once for a ticket, from its newest version', async () => {
    const versions = [
      one(1, { updated: '2026-11-03T10:00:00Z', links: 'cards/late cards/lost' }),
      one(1, { updated: '2026-11-04T10:00:00Z', links: 'cards/stolen' }),
    ];
    for (const order of [versions, [...versions].reverse(), [...versions, ...versions]]) {
      const { take, links } = await desk({ ...library, data: lines(order) }, sources);
      await take('data');
      expect(await links()).toEqual(['2026-11-02,en,cards/stolen,1']);
    }
  });

  it('again with every export, and the same export twice changes nothing', async () => {
    const early = lines([one(1, { day: 1 }), one(2, { links: 'cards/late' }), one(3, { day: 3, links: 'cards/lost' })]);
    const late = lines([
      one(2, { links: 'cards/stolen' }),
      one(3, { day: 3, links: 'cards/lost' }),
      one(4, { day: 4 }),
    ]);
    const { take, links } = await desk({ ...library, early, late }, sources);
    expect((await take('early')).links?.changed).toBe(true);
    expect((await take('early')).links?.changed).toBe(false);
    await take('late');
    expect(await links()).toEqual(['2026-11-02,en,cards/stolen,1', '2026-11-03,en,cards/lost,1']);
    expect((await take('late')).links?.changed).toBe(false);
  });

  it('also in exports that do not number their tickets', async () => {
    const rows = ['2026-11-02,lost_card,cards/late', '2026-11-02,lost_card,cards/late', '2026-11-02,lost_card,'];
    const { take, links } = await desk(
      { ...library, data: table('created,category,Answer', ...rows) },
      'csv: { links: "column:Answer" }',
    );
    await take('data');
    expect(await links('csv')).toEqual(['2026-11-02,en,cards/late,2']);
  });
});

describe('tickets that were started on an article', () => {
  const sources = 'csv: { links: "column:answered", startedOn: "column:read" }';
  const data = table(
    'id,created,category,Status,answered,read',
    '1,2026-11-02,lost_card,open,,cards/late',
    '2,2026-11-02,lost_card,closed,cards/late,cards/late',
    '3,2026-11-02,lost_card,closed,cards/late,https://www.pilvi.example/help/en/cards/late/',
    '4,2026-11-02,lost_card,closed,cards/late,cards/no-more',
  );
  const linesOf = async (dir: string, path: string) => (await readFile(join(dir, path), 'utf8')).trimEnd().split('\n');

  it('are counted apart from those that it answered, whether they are closed or not', async () => {
    const { take, links, contentDir } = await desk({ ...library, export: data }, sources);
    expect((await take('export')).outcome?.startedOn).toMatchObject({ place: 'column:read', lost: 1 });
    expect(await links('csv')).toEqual(['2026-11-02,en,cards/late,3']);
    expect(await linesOf(contentDir, 'tickets/started/csv.csv')).toEqual([
      'day,locale,articles,tickets',
      '2026-11-02,en,cards/late,3',
    ]);
  });

  it('stay as they were known if an export does not include them', async () => {
    const later = table('id,created,category,Status,answered', '1,2026-11-02,lost_card,closed,cards/late');
    const { take, links, contentDir, root } = await desk({ ...library, export: data, later }, sources);
    await take('export');
    await writeFile(join(root, 'content/tickets.yaml'), 'sources:\n  csv: { links: "column:answered" }\n');
    await take('later');
    expect(await links('csv')).toEqual(['2026-11-02,en,cards/late,4']);
    await writeFile(join(root, 'content/tickets.yaml'), `sources:\n  ${sources}\n`);
    await take('export');
    expect((await linesOf(contentDir, 'tickets/started/csv.csv'))[1]).toBe('2026-11-02,en,cards/late,3');
  });
});
