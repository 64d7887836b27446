import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articleIn, bodyIn, importTexts, lossesOf } from '../import-texts.ts';

function frontOf(text: string, path = 'cards/order.md'): unknown {
  const imported = importTexts({ [path]: text });
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(articleIn(imported, 'cards/order'))?.[1] ?? '');
}

describe('front matter', () => {
  it('keeps the keys that Ohje has', () => {
    const text = [
      '---',
      'title: Order a card',
      'description: >',
      '  How to get',
      '  a card.',
      'tags: [plastic, "new card"]',
      'keywords: visa, plastic',
      'owner: cards-team',
      'lastReviewed: 2026-05-31',
      'permalink: https://help.pilvi.example/cards/ordering/',
      'redirect_from:',
      '  - /old/card',
      '---',
      'x',
    ].join('\n');
    expect(frontOf(text)).toEqual({
      title: 'Order a card',
      summary: 'How to get a card.',
      aliases: ['plastic', 'new card', 'visa'],
      owner: 'cards-team',
      reviewed: '2026-05-31',
      redirectFrom: ['/cards/ordering/', '/old/card'],
    });
  });

  it('separates old addresses from other names', () => {
    const text = '---\ntitle: T\nslug: order-now\naliases: [/a/b/, "credit card"]\npermalink: /:year/:title\n---\nx';
    expect(frontOf(text)).toEqual({
      title: 'T',
      aliases: ['credit card'],
      redirectFrom: ['/a/b/', '/cards/order-now'],
    });
  });

  it('is read from Windows files with a byte order mark, and from TOML and JSON', () => {
    expect(frontOf('\uFEFF---\r\ntitle: T\r\ntags: [a]\r\n---\r\n\r\nx\r\n')).toEqual({ title: 'T', aliases: ['a'] });
    expect(frontOf('+++\ntitle = "T"\ntags = [\'a\', "b"]\ndraft = false\n+++\nx')).toEqual({
      title: 'T',
      aliases: ['a', 'b'],
    });
    expect(frontOf('---json\n{"title": "T"}\n---\nx')).toEqual({ title: 'T' });
  });

  it('is read whole, also after a line of dashes inside', () => {
    const toml = '+++\ntitle = "A card"\nnote = """\n---\n"""\ndraft = true\n+++\n\nBody.\n';
    expect(frontOf(toml)).toEqual({ title: 'A card', confidence: 'work-in-progress' });
    const yaml = '---\ntitle: A card\nnote: |\n  text\n--- more\ndraft: true\n---\n\nBody.\n';
    expect(frontOf(yaml)).toMatchObject({ confidence: 'work-in-progress' });
  });

  it.each(['js', 'coffee', 'constructor'])(
    'in %s is neither run nor read, and the article is not published',
    (language) => {
      const text = `---${language}\nglobalThis.ran = true\n---\n\nBody.\n`;
      expect(frontOf(text)).toMatchObject({ confidence: 'work-in-progress' });
      expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
    },
  );

  it('is read as it was meant if it is broken', () => {
    const colon = importTexts({ 'cards/order.md': '---\ntitle: Cards: order one\ntags: [a, b]\n---\nx' });
    expect(articleIn(colon, 'cards/order')).toContain('title: "Cards: order one"\naliases:\n  - a\n  - b\n');
    expect(lossesOf(colon)).toEqual([
      'cards/order.md:1 The front matter has a mistake and was read the way it was probably meant.',
    ]);
    expect(frontOf('---\ntitle: "Order\ndescription: Get one\ntags: [a\n---\nx')).toMatchObject({ summary: 'Get one' });
  });

  it('is not confused with text between two horizontal rules', () => {
    const imported = importTexts({ 'cards/order.md': '---\n\n# Order\n\nSome words: here.\n\n---\n\nMore.' });
    expect(bodyIn(imported, 'cards/order')).toBe('Some words: here.\n\n---\n\nMore.');
  });

  it.each(['js', 'javascript', 'JS', 'coffee', 'constructor', '__proto__'])('is never run (%s)', (language) => {
    const program = `---${language}\nglobalThis.imported = true;\nmodule.exports = { title: "Run" }\n---\n\n# Order\n`;
    const imported = importTexts({ 'cards/order.md': program });
    expect(articleIn(imported, 'cards/order')).toContain('title: Order\n');
    expect('imported' in globalThis).toBe(false);
    expect(imported.losses).toContainEqual({
      path: 'cards/order.md',
      line: 1,
      what: expect.stringMatching(/^The front matter is (?:code|written in)/),
      kind: 'visibility',
    });
  });

  it('reports what it cannot use: unknown keys once each, days that do not exist', () => {
    const imported = importTexts({
      'cards/freeze.md': '---\ntitle: F\nhide_toc: 1\n---\nx',
      'cards/order.md': '---\ntitle: O\nreviewed: 2026-02-30\nhide_toc: 2\nicon: card\n---\nx',
    });
    expect(lossesOf(imported)).toEqual([
      'cards/freeze.md The front matter key "hide_toc" (here and in 1 other file) isn\'t supported and was left out.',
      'cards/order.md The front matter key "icon" isn\'t supported and was left out.',
      'cards/order.md:3 The review date "2026-02-30" isn\'t a date like 2026-01-31 and was left out.',
    ]);
  });

  it('accepts values of any type', () => {
    const odd =
      '---\ntitle: [a]\ndescription: {toString: 1}\ntags: {a: 1}\nreviewed: {toString: 1}\nslug: 3\ndraft: {}\n---\nx';
    expect(() => importTexts({ 'cards/order.md': odd })).not.toThrow();
  });
});

describe('an old address', () => {
  it('is given to one article only', () => {
    const imported = importTexts({
      'cards/freeze.md': '---\ntitle: F\npermalink: /card/\n---\nx',
      'cards/order.md': '---\ntitle: O\nredirect_from: /card\n---\nx',
    });
    expect(articleIn(imported, 'cards/order')).not.toContain('redirectFrom');
    expect(lossesOf(imported)).toEqual([
      'cards/order.md The old address /card already leads to "cards/freeze", so it doesn\'t redirect here.',
    ]);
  });
});
