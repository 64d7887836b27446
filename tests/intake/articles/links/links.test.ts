import { describe, expect, it } from 'vitest';
import { articleIn, bodyIn, importTexts, lossesOf } from '../import-texts.ts';

const others = {
  'cards/order.md': '---\ntitle: Order a card\n---\n\n## Fees {#cost}\n\nOne euro.\n\n## Fees\n\nMore.',
  'cards/virtual/index.md': '# Virtual cards\n\nWords.',
  'cards/virtual/apple pay.md': '# Apple Pay',
  'cards/freeze.md': '---\ntitle: Freeze\ndraft: true\n---\nx',
};

function linksOf(text: string, assets: string[] = [], more: Record<string, string> = {}) {
  const imported = importTexts({ ...others, ...more, 'start/hello.md': text }, assets);
  return {
    body: bodyIn(imported, 'start/hello'),
    losses: lossesOf(imported).filter((loss) => loss.startsWith('start/hello.md')),
  };
}

describe('a link between files becomes a link between articles', () => {
  it.each([
    ['relative', '../cards/order.md', '/cards/order'],
    ['without an ending', '../cards/order', '/cards/order'],
    ['as a page of the old site', '../../cards/order/', '/cards/order'],
    ['with .html', '../cards/order.html', '/cards/order'],
    ['from the root', '/cards/order.md', '/cards/order'],
    ['from the root of the old site', '/docs/cards/order', '/cards/order'],
    ['to a folder', '../cards/virtual/', '/cards/virtual/overview'],
    ['to a name with a space', '../cards/virtual/apple%20pay.md', '/cards/virtual/apple-pay'],
    ['in other capitals', '../Cards/ORDER.md', '/cards/order'],
    ['with a query', '../cards/order.md?utm=1#cost', '/cards/order#fees'],
    ['to a second heading of the same name', '../cards/order.md#fees-1', '/cards/order#fees-1'],
  ])('%s', (_name, written, read) => {
    expect(linksOf(`See [the card](${written}).`)).toEqual({ body: `See [the card](${read}).`, losses: [] });
  });

  it('also if the file name has spaces that are not encoded', () => {
    expect(linksOf('[pay](../cards/virtual/apple pay.md) `[x](a b.md)`').body).toBe(
      '[pay](/cards/virtual/apple-pay) `[x](a b.md)`',
    );
  });

  it('also by the addresses and names that front matter gives', () => {
    const more = {
      'a/b.md': '---\ntitle: B\npermalink: /old/place/\nid: bee\n---\nx',
      'a/01-first.md': '# First',
    };
    expect(linksOf('[p](/old/place) [n](../a/bee) [o](../a/first)', [], more).body).toBe(
      '[p](/a/b) [n](/a/b) [o](/a/01-first)',
    );
  });
});

describe('a link of a help desk', () => {
  const desk = {
    'faq/fees.md':
      '---\ntitle: Fees\nid: 360001234567\n---\n\n[order](https://help.pilvi.example/hc/en-us/articles/360007654321-Order-now)',
    'faq/order.md': '---\ntitle: Order\nid: 360007654321\n---\n\n## Where {#h_01ABC}\n\nHere.',
  };

  it('becomes a link between articles by the number, and the old address leads to the new one', () => {
    const imported = importTexts({
      ...desk,
      'faq/more.md': [
        '[a](https://help.pilvi.example/hc/fi/articles/360007654321#h_01ABC)',
        '[b](/hc/en-us/articles/360001234567-Fees)',
        'https://help.pilvi.example/hc/en-us/articles/360001234567',
        '[c](https://elsewhere.example/hc/en-us/articles/999999999)',
      ].join(' '),
    });
    expect(bodyIn(imported, 'faq/more')).toBe(
      '[a](/faq/order#where) [b](/faq/fees) [Fees](/faq/fees) [c](https://elsewhere.example/hc/en-us/articles/999999999)',
    );
    expect(articleIn(imported, 'faq/fees')).toContain('redirectFrom:\n  - /hc/en-us/articles/360001234567\n');
    expect(imported.losses).toEqual([]);
  });

  it('still leads to the old site if no article has the number', () => {
    const url = 'https://help.pilvi.example/hc/en-us/articles/360009999999';
    const { body, losses } = linksOf(`[gone](${url})`, [], desk);
    expect(body).toBe(`[gone](${url})`);
    expect(losses).toEqual([
      `start/hello.md:1 The link to ${url} still leads to the old site; no article in the folder matches it.`,
    ]);
  });
});

describe('a link into a page', () => {
  const anchorsOf = (text: string) => linksOf(text);

  it('finds its heading by explicit id, by name, by text and by the text of other generators', () => {
    const text = [
      '[a](#one) [b](#two) [c](#the-third-way) [d](#third-way) [e](#in-between) [f](#Para)',
      '## Number one {#one}',
      '<a name="two"></a>\n\n## Number two',
      'Words <span id="para">with an id</span>.',
      '## 3. The: third way',
      '## Third & way\n\n<div id="in-between">Words.</div>',
    ].join('\n\n');
    expect(anchorsOf(text).body.split('\n')[0]).toBe(
      '[a](#number-one) [b](#number-two) [c](#3-the-third-way) [d](#third--way) [e](#third--way) [f](#number-two)',
    );
  });

  it('counts headings as the page does, and sees line breaks in them', () => {
    const text = '[a](#same-1) [b](#x)\n\n## Same\n\n## Same\n\n<h3 id="x">One<br>two `code`</h3>';
    expect(anchorsOf(text).body.split('\n')[0]).toBe('[a](#same-1) [b](#one-two-code)');
  });

  it('becomes plain text if there is no such place', () => {
    expect(linksOf('[a](#nowhere) [top](#top) [b](../cards/order.md#nowhere)\n\n## Here')).toEqual({
      body: 'a top [b](/cards/order)\n\n## Here',
      losses: [
        'start/hello.md:1 The link to #nowhere matches no heading in this article; only its text was kept.',
        'start/hello.md:1 The link to ../cards/order.md#nowhere matches no heading in "Order a card"; it now leads to the top of that article.',
      ],
    });
  });
});

describe('a link that cannot be kept gives way to its text', () => {
  it('because the article is in another language only', () => {
    const imported = importTexts({
      'en/a/one.md': '# One\n\n[two](../../fi/a/two.md)',
      'en/a/three.md': '# Three',
      'fi/a/two.md': '# Kaksi\n\n[one](../../en/a/one.md)',
    });
    expect(bodyIn(imported, 'a/one')).toBe('two');
    expect(lossesOf(imported)).toContain(
      'en/a/one.md:3 The link to ../../fi/a/two.md leads to an article in another language only; only its text was kept.',
    );
  });

  it('because the target is missing, not imported, or unsafe', () => {
    expect(
      linksOf('[a **b**](../gone.md) [c](../cards/freeze.md) <a href="javascript:x()">d</a> [](https://x.example)'),
    ).toEqual({
      body: 'a **b** c d',
      losses: [
        "start/hello.md:1 The link to ../cards/freeze.md leads to an article that isn't public; only its text was kept.",
        'start/hello.md:1 The link to ../gone.md matches no file in the folder; only its text was kept.',
        'start/hello.md:1 The link to https://x.example has no text and was left out.',
        "start/hello.md:1 The link to javascript:x() isn't allowed; only its text was kept.",
      ],
    });
  });
});

it('an empty link gets the text of its card, or the title of its article', () => {
  const card = '<div><a id="keep" href="../cards/order.md"></a>\n<span>Get a card</span></div>\n\n';
  expect(linksOf(`${card}[](../cards/virtual/index.md)`).body).toBe(
    '[Get a card](/cards/order)\n\n[Virtual cards](/cards/virtual/overview)',
  );
});

it('a link to a file in the folder imports the file', () => {
  const imported = importTexts({ 'start/hello.md': '[form](<../files/Order form.PDF>)' }, ['files/Order form.PDF']);
  expect(bodyIn(imported, 'start/hello')).toBe('[form](./order-form.pdf)');
  expect(imported.copies).toEqual([{ from: 'files/Order form.PDF', to: 'articles/en/start/order-form.pdf' }]);
});
