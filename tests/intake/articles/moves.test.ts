import { describe, expect, it } from 'vitest';
import { articleIn, importTexts, lossesOf } from './import-texts.ts';

const oldAddresses = (texts: Record<string, string>, id: string) =>
  [...articleIn(importTexts(texts), id).matchAll(/^ {2}- (\/.*)$/gm)].map((match) => match[1]);
const descale = { 'care/descale.md': '---\ntitle: Descale\n---\nUse vinegar.' };

describe('a page that only leads to another', () => {
  it('is no article but an old address of the other, and so are those that lead to it', () => {
    const texts = {
      ...descale,
      'old.md': '---\nlayout: redirect\nsitemap: false\nredirect: /care/descale\n---\n',
      'older.md': '---\ntitle: Older\nredirect_to: /old/\n---\n',
      'refresh.md': '---\ntitle: R\n---\n<meta http-equiv="refresh" content="0; url=care/descale.html">',
      'links.md': 'See [this](older.md).',
    };
    expect(oldAddresses(texts, 'care/descale')).toEqual(['/old', '/older', '/refresh']);
    const imported = importTexts(texts);
    expect(imported.files.map(({ path }) => path)).toEqual([
      'articles/en/care/descale.mdx',
      'articles/en/general/links.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
    expect(articleIn(imported, 'general/links')).toContain('[this](/care/descale)');
    expect(lossesOf(imported)).toEqual([]);
  });

  it('is reported if it leads to nothing that is imported, even in circles', () => {
    const texts = {
      ...descale,
      'a.md': '---\nredirect: /b\n---\n',
      'b.md': '---\nredirect: /a\n---\n',
      'shop.md': '---\nredirect: https://kettle.example/shop\n---\n',
    };
    expect(lossesOf(importTexts(texts))).toEqual([
      "a.md The page only leads to /b, which isn't an imported article; neither was imported.",
      "b.md The page only leads to /a, which isn't an imported article; neither was imported.",
      "shop.md The page only leads to https://kettle.example/shop, which isn't an imported article; neither was imported.",
    ]);
  });
});

describe('redirects in the files of hosts and site generators', () => {
  it.each([
    ['mkdocs.yml', 'plugins:\n  - redirects:\n      redirect_maps:\n        old.md: care/descale.md\n'],
    ['docs.json', '{"redirects": [{"source": "/old", "destination": "/care/descale"}]}'],
    ['.gitbook.yaml', 'redirects:\n  old: care/descale.md\n'],
    ['_redirects', '# ours\n/old /care/descale 301\n/app /index.html 200\n'],
    ['vercel.json', '{"redirects": [{"source": "/old", "destination": "/care/descale", "permanent": true}]}'],
    [
      'astro.config.mjs',
      "export default defineConfig({ redirects: { '/old': { status: 301, destination: '/care/descale/' } } })",
    ],
    [
      'docusaurus.config.js',
      "module.exports = { plugins: [['x', { redirects: [{ from: ['/old'], to: '/care/descale' }] }]] }",
    ],
  ])('become old addresses: %s', (path, text) => {
    expect(oldAddresses({ ...descale, [path]: text }, 'care/descale')).toEqual(['/old']);
  });

  it('with wildcards become one old address for each article', () => {
    const texts = {
      ...descale,
      'care/lid.md': '# Lid\n\nText.',
      'docs.json': '{"redirects": [{"source": "/v1/:slug*", "destination": "/care/:slug*"}]}',
      _redirects: '/kb/*/x /care/:splat\n/gone/* /nowhere/:splat\n',
    };
    expect(oldAddresses(texts, 'care/lid')).toEqual(['/v1/lid', '/kb/lid/x']);
    expect(lossesOf(importTexts(texts))).toEqual([
      '_redirects The redirect from /gone/* to /nowhere/:splat matches no imported article.',
    ]);
  });
});

describe('the addresses of a help desk', () => {
  it('are those with the number alone, with the title, and those in links', () => {
    const texts = {
      'order.md': '---\ntitle: Order a lid\nid: 360001234568\n---\nOrder it.',
      'descale.md': `---
title: Descale
id: 360001234567
html_url: https://kettle.zendesk.com/hc/en-us/articles/360001234567-Descale-the-kettle
---
<p><a href="https://kettle.zendesk.com/hc/en-us/articles/360001234568-Order-a-lid">Order</a>,
<a href="/hc/en-us/requests/new">write</a></p>`,
    };
    expect(oldAddresses(texts, 'general/order')).toEqual([
      '/hc/en-us/articles/360001234568',
      '/hc/en-us/articles/360001234568-Order-a-lid',
    ]);
    expect(oldAddresses(texts, 'general/descale')).toEqual([
      '/hc/en-us/articles/360001234567-Descale-the-kettle',
      '/hc/en-us/articles/360001234567',
    ]);
    expect(importTexts(texts).files.find(({ path }) => path === 'site.yaml')?.text).toContain(
      'redirects:\n  /hc/:locale/articles/:number-:title: /hc/en-us/articles/:number\n',
    );
    expect(articleIn(importTexts(texts), 'general/descale')).toContain('[Order](/general/order), [write](/contact)');
  });
});
