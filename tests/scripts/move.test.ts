import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { articleDigest } from '#kb/content/article.ts';
import { makeFolder } from '../folder.ts';
import { run } from '../run.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n';
const limitsBody = 'See [order](../cards/order.mdx#fees) and [all cards](/cards).\n';
const limitsDigest = articleDigest({ title: 'Limits', summary: undefined }, limitsBody);
const files: Record<string, string> = {
  'content/site.yaml': `# Ours.
name: Pilvi
locales: [en, fi]
defaultLocale: en
theme: pilvi
sections:
  cards:    # The first.
    title: Cards
  money:
    title: Money
widget:
  pages:
    - { match: /cards/**, articles: ["cards/order", cards/freeze], section: cards }
`,
  'content/searches.yaml': "en:\n  # Often asked.\n  - { question: order a card, article: 'cards/order' }\n",
  'content/dismissed.yaml':
    'dismissed:\n  - article: cards/order\n    because: cards/order is new.\n    owner: Bo\n    on: 2026-11-01\n    tickets: 3\n',
  'content/announcements/late.yaml':
    'from: 2026-11-01T00:00:00Z\nsections: [cards]\ntitle: Cards are late\ntext: Open cards/order.\n',
  'content/tickets/links/desk.csv': 'day,locale,articles,tickets\n2026-11-01,en,cards/freeze cards/order,3\n',
  'content/tickets/desk.csv': 'day,locale,category,tickets\n2026-11-01,en,cards/order,3\n',
  'content/snippets/en/note.mdx': 'Read [this](/cards/order "Order").\n',
  'content/articles/en/cards/order.mdx': `---
title: Order # of a card
redirectFrom: [/old]
related:
  # The other one.
  - cards/freeze
---

![Card](./card.svg) ![Logo](logo.svg) [Freeze](./freeze.mdx), [money](../money/limits.mdx?x#y), [again](#fees).

## Fees

<Snippet name="note" />
`,
  'content/articles/fi/cards/order.mdx':
    '---\r\ntitle: Tilaa\r\n---\r\n\r\n![Kortti](./card.svg) [Jäädytä](freeze)\r\n',
  'content/articles/en/cards/freeze.mdx': `---
title: Freeze
related: ["cards/order"]
---

![Logo](./logo.svg) <Button href="/cards/order/#fees">Order</Button> [one][1]

\`[not](/cards/order)\`

\`\`\`
[not](/cards/order)
\`\`\`

[1]: ./order.mdx
`,
  'content/articles/en/money/limits.mdx': `---\ntitle: Limits\n---\n\n${limitsBody}`,
  'content/articles/fi/money/limits.mdx': `---\ntitle: Rajat\nsource: "${limitsDigest}"\n---\n\nTeksti.\n`,
  'content/articles/en/cards/card.svg': svg,
  'content/articles/en/cards/logo.svg': svg,
  'themes/pilvi/parts/Home.astro':
    '---\n---\n<a href="/en/money/limits">Money</a>\n<a href={view.href(\'cards/order\')}>Order</a>\n',
  'themes/pilvi/theme.yaml':
    'footer:\n  links:\n    - { label: Order, href: { en: /cards/order/, fi: "/cards/order#fees" } }\n',
};

const codes = async (cwd: string) =>
  (JSON.parse((await run('check', ['--json'], cwd)).stdout) as { code: string }[]).map(({ code }) => code).sort();
const reader = (root: string) => (path: string) => readFile(join(root, 'content', path), 'utf8');

describe('npm run move', () => {
  it('moves an article with its files, and changes every link to it and in it', async () => {
    const root = await makeFolder(files);
    const before = await codes(root);
    const { code, stdout, stderr } = await run('move', ['cards/order', 'money/get-a-card'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await codes(root)).toEqual(before);
    expect(stdout).toContain(
      'Moved 1 article (3 files):\n  articles/en/cards/order.mdx -> articles/en/money/get-a-card.mdx\n',
    );
    expect(stdout).toContain('articles/en/cards/card.svg -> articles/en/money/card.svg');
    expect(stdout).toContain('Redirects: /en/cards/order, /fi/cards/order\n');
    expect(stdout).toContain('Change it yourself:\n  themes/pilvi/parts/Home.astro:4\n');
    const read = reader(root);
    expect(await read('articles/en/money/get-a-card.mdx')).toBe(`---
title: Order # of a card
redirectFrom: [/old, /en/cards/order]
related:
  # The other one.
  - cards/freeze
---

![Card](./card.svg) ![Logo](../cards/logo.svg) [Freeze](../cards/freeze.mdx), [money](./limits.mdx?x#y), [again](#fees).

## Fees

<Snippet name="note" />
`);
    expect(await read('articles/fi/money/get-a-card.mdx')).toBe(
      '---\r\ntitle: Tilaa\r\nredirectFrom: [/fi/cards/order]\r\n---\r\n\r\n![Kortti](./card.svg) [Jäädytä](../cards/freeze)\r\n',
    );
    expect(await read('articles/en/cards/freeze.mdx')).toBe(
      (files['content/articles/en/cards/freeze.mdx'] ?? '')
        .replace('["cards/order"]', '["money/get-a-card"]')
        .replace('"/cards/order/#fees"', '"/money/get-a-card/#fees"')
        .replace('./order.mdx', '../money/get-a-card.mdx'),
    );
    expect(await read('snippets/en/note.mdx')).toBe('Read [this](/money/get-a-card "Order").\n');
    expect(await read('articles/en/money/limits.mdx')).toContain(
      '[order](./get-a-card.mdx#fees) and [all cards](/cards)',
    );
    expect(await read('articles/fi/money/limits.mdx')).not.toContain(limitsDigest);
    expect(await read('site.yaml')).toBe(
      (files['content/site.yaml'] ?? '').replace('"cards/order"', '"money/get-a-card"'),
    );
    expect(await read('searches.yaml')).toContain(
      "# Often asked.\n  - { question: order a card, article: 'money/get-a-card' }",
    );
    expect(await read('dismissed.yaml')).toContain('- article: money/get-a-card\n    because: cards/order is new.');
    expect(await read('announcements/late.yaml')).toBe(files['content/announcements/late.yaml']);
    expect(await read('tickets/links/desk.csv')).toContain('2026-11-01,en,cards/freeze money/get-a-card,3');
    expect(await readFile(join(root, 'themes/pilvi/theme.yaml'), 'utf8')).toContain(
      '{ en: /money/get-a-card/, fi: "/money/get-a-card#fees" }',
    );
    expect(await listFiles(join(root, 'content/articles/fi'))).toEqual(['money/get-a-card.mdx', 'money/limits.mdx']);
  });

  it('moves it back, without a redirect to itself', async () => {
    const root = await makeFolder(files);
    await run('move', ['cards/order', 'money/get-a-card'], root);
    const { code, stderr } = await run('move', ['money/get-a-card', 'cards/order'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const read = reader(root);
    expect(await read('articles/en/cards/order.mdx')).toContain('redirectFrom: [/old, /en/money/get-a-card]\n');
    expect(await read('articles/en/cards/freeze.mdx')).toBe(files['content/articles/en/cards/freeze.mdx']);
    expect(await listFiles(join(root, 'content/articles/en/cards'))).toContain('card.svg');
  });

  it('moves a section, with its entry, its files and its own address in links', async () => {
    const root = await makeFolder(files);
    const before = await codes(root);
    const { code, stdout, stderr } = await run('move', ['cards', 'plastic/cards'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // The section "plastic" around it is new.
    expect(await codes(root)).toEqual([...before, 'section-unlisted'].sort());
    expect(stdout).toContain('Moved 2 articles (5 files):');
    expect(stdout).toContain('The section "cards" has no article left, so "plastic/cards" replaces it.');
    const read = reader(root);
    expect(await listFiles(join(root, 'content/articles/en'))).toEqual([
      'money/limits.mdx',
      'plastic/cards/card.svg',
      'plastic/cards/freeze.mdx',
      'plastic/cards/logo.svg',
      'plastic/cards/order.mdx',
    ]);
    expect(await read('articles/en/money/limits.mdx')).toContain(
      '[order](../plastic/cards/order.mdx#fees) and [all cards](/plastic/cards)',
    );
    expect(await read('articles/en/plastic/cards/order.mdx')).toContain(
      '![Card](./card.svg) ![Logo](logo.svg) [Freeze](./freeze.mdx), [money](../../money/limits.mdx?x#y)',
    );
    expect(await read('site.yaml')).toContain('  plastic/cards:    # The first.\n');
    expect(await read('site.yaml')).toContain(
      'articles: ["plastic/cards/order", plastic/cards/freeze], section: plastic/cards',
    );
    expect(await read('announcements/late.yaml')).toContain('sections: [plastic/cards]');
    // A category of the help desk only looks like an id.
    expect(await read('tickets/desk.csv')).toBe(files['content/tickets/desk.csv']);
  });

  it('removes the entry of a section that the last article has left', async () => {
    const root = await makeFolder(files);
    await run('move', ['cards/order', 'money/order'], root);
    const before = await codes(root);
    const { code, stderr } = await run('move', ['cards/freeze', 'money/freeze'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await codes(root)).toEqual(before);
    expect(await reader(root)('site.yaml')).toContain('sections:\n  money:\n    title: Money\nwidget:');
  });

  it('changes nothing with --dry-run, and says the same', async () => {
    const root = await makeFolder(files);
    const { code, stdout } = await run('move', ['cards/order', 'money/get-a-card', '--dry-run'], root);
    expect(code).toBe(0);
    expect(stdout).toContain('Would move 1 article (3 files):');
    expect(stdout).toContain('Nothing was changed, because of --dry-run.');
    for (const [path, text] of Object.entries(files)) expect(await readFile(join(root, path), 'utf8')).toBe(text);
  });

  it.each([
    [
      ['cards/ordr', 'cards/x'],
      2,
      'OLD is "cards/ordr", but there is no such article or section. Did you mean "cards/order"?',
    ],
    [['cards/order', 'cards/freeze'], 1, 'There is already an article "cards/freeze".'],
    [['cards/order', 'cards/Get a card'], 2, 'NEW is "cards/Get a card", which can\'t be an address.'],
    [['cards/order', '../../etc/order'], 2, "which can't be an address."],
    [['cards/order', 'order'], 2, 'every article is in a section.'],
    [['cards/order', 'search/order'], 2, '"search" is the address of a page that every help center has.'],
    [['cards/order', 'cards/order'], 2, 'OLD and NEW are the same.'],
    [['cards/order', 'cards/freeze/order'], 1, '"cards/freeze" is an article, so it can\'t be a section too.'],
    [['cards', 'money'], 1, 'There is already a section "money".'],
    [['cards/order'], 2, 'NEW'],
  ])('refuses %j, and changes nothing', async (words, exit, says) => {
    const root = await makeFolder(files);
    const { code, stdout, stderr } = await run('move', words, root);
    expect([code, stdout, stderr]).toEqual([exit, '', expect.stringContaining(says)]);
    for (const [path, text] of Object.entries(files)) expect(await readFile(join(root, path), 'utf8')).toBe(text);
  });

  it('puts everything back if the check would find something new', async () => {
    const taken = '---\ntitle: Taken\nredirectFrom: [/en/money/get-a-card]\n---\n\nText.\n';
    const all = { ...files, 'content/articles/en/money/taken.mdx': taken };
    const root = await makeFolder(all);
    const { code, stdout, stderr } = await run('move', ['cards/order', 'money/get-a-card'], root);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('"/en/money/get-a-card" is the address of an existing page.');
    expect(stderr).toContain('Nothing was changed.');
    for (const [path, text] of Object.entries(all)) expect(await readFile(join(root, path), 'utf8')).toBe(text);
  });
});
