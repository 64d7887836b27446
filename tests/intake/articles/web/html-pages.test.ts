import { describe, expect, it } from 'vitest';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { htmlPages } from '#intake/articles/importers/web-importers.ts';
import { writtenIn } from '../desks/import-dump.ts';
import { faultsOf } from '../import-texts.ts';

function importPages(texts: Record<string, string>, assets: string[] = []): ImportedSite {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const options = { locale: undefined, name: 'Kettle', today: '2026-11-30' };
  const imported = importCollection(htmlPages.collect(files, new Set(assets), options), options);
  const faults = imported.files.filter(({ path }) => path.endsWith('.mdx')).flatMap(({ text }) => faultsOf(text));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return imported;
}

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe('web pages', () => {
  it('become articles with their title, summary, links and pictures', () => {
    const imported = importPages(
      {
        'care/descale.html': page(
          '<h1>Descale</h1><p>See <a href="../fill.html#lid">fill</a>.</p><img src="img/kettle.png" alt="Kettle">',
          '<title>Descale | Kettle</title><meta name="description" content="Lime away">',
        ),
        'fill.html': page('<h1>Fill</h1><h2 id="lid">The lid</h2><p>Open it.</p>', '<title>Fill</title>'),
      },
      ['care/img/kettle.png'],
    );
    expect(writtenIn(imported, 'en/care/descale')).toBe(
      [
        '---\ntitle: Descale\nsummary: Lime away\nredirectFrom:\n  - /care/descale.html\n---\n',
        'See [fill](/general/fill#the-lid).\n',
        '![Kettle](./kettle.png)\n',
      ].join('\n'),
    );
    expect(imported.losses).toEqual([]);
  });

  it('leave out the site around the article', () => {
    const body =
      '<header>Kettle <nav><a href="/">Home</a></nav></header><main><article><h1>Fill</h1><p>Open the lid.</p></article></main><footer>© Kettle</footer>';
    const text = writtenIn(importPages({ 'fill.html': page(body) }), 'en/general/fill');
    expect(text).toMatch(/---\n\nOpen the lid\.\n$/);
  });

  it('leave out what their own style sheet hides, and lay out no text in tables', () => {
    const code = '<table><tr><td class="linenos"><pre>1</pre></td><td class="code"><pre>boil()</pre></td></tr></table>';
    const body = `<table><tr><td><h1>Fill</h1><p class="gone">secret</p><p class="wide">Hot.</p>${code}</td></tr></table>`;
    const style = '<style>.gone, .x {color: red; display: none} @media print {.wide {display: none}}</style>';
    const imported = importPages({ 'fill.html': page(body, style) });
    expect(writtenIn(imported, 'en/general/fill')).toMatch(/---\n\nHot\.\n\n```\nboil\(\)\n```\n$/);
    expect(JSON.stringify(imported.files)).not.toContain('secret');
  });

  it('that only lead to others become their old addresses, and none is an address of the site', () => {
    const imported = importPages({
      'index.html': page('<h1>Start</h1><p>Hot.</p>'),
      'fill.html': page('<h1>Fill</h1><p>Hot.</p>'),
      'old.html': page('Moved', '<meta http-equiv="Refresh" content="0; URL=fill.html">'),
      'gone.html': page('Moved', '<meta http-equiv="refresh" content="0;url=https://x.example/">'),
    });
    expect(writtenIn(imported, 'en/general/fill')).toContain('redirectFrom:\n  - /fill.html\n  - /old.html\n');
    expect(writtenIn(imported, 'en/general/start')).not.toContain('redirectFrom');
    expect(imported.files.filter(({ path }) => path.endsWith('.mdx'))).toHaveLength(2);
    expect(imported.losses.map(({ what }) => what)).toContain(
      "The page only leads to https://x.example/ and wasn't imported: /gone.html",
    );
  });

  it('that search engines must not list are not published, and neither are those that say so themselves', () => {
    const imported = importPages({
      'a.html': page('<h1>A</h1><p>x</p>', '<meta name="robots" content="none">'),
      'b.html': page('<h1>B</h1><p>x</p>', '<meta name="status" content="draft">'),
      'c.html': page('<h1>C</h1><p>x</p>', '<meta name="robots" content="index, follow">'),
      'd.html': page('<h1>Sign in</h1><form><input type="password"></form>'),
    });
    const states = ['a', 'b', 'c'].map((name) => /confidence: .*/.exec(writtenIn(imported, `en/general/${name}`))?.[0]);
    expect(states).toEqual(['confidence: work-in-progress', 'confidence: work-in-progress', undefined]);
    expect(imported.losses.map(({ what }) => what)).toContain("The page asks to sign in and wasn't imported: /d.html");
  });

  it('in several languages are one article', () => {
    const imported = importPages({
      'en/fill.html': page('<h1>Fill</h1><p>Water.</p>'),
      'fi/fill.html': page('<h1>Täytä</h1><p>Vettä.</p>').replace('lang="en"', 'lang="fi"'),
    });
    expect(writtenIn(imported, 'fi/general/fill')).toContain('title: Täytä');
  });
});

describe('an export of Confluence', () => {
  const shell = (crumbs: string[], title: string, content: string, more = '') =>
    page(
      `<div id="page"><div id="main"><div id="main-header"><div id="breadcrumb-section"><ol id="breadcrumbs">
      ${crumbs.map((name) => `<li><span><a href="${name}.html">${name}</a></span></li>`).join('')}</ol></div>
      <h1 id="title-heading" class="pagetitle"><span id="title-text">Kettle : ${title}</span></h1></div>
      <div id="content" class="view"><div class="page-metadata">Created by <span class='author'>Aino</span></div>
      <div id="main-content" class="wiki-content group">${content}</div>${more}</div></div>
      <div id="footer"><p>Document generated by Confluence</p></div></div>`,
      `<title>Kettle : ${title}</title>`,
    );

  it('keeps boxes, expandable parts, code, sections, order and attachments', () => {
    const content = `
      <div class="confluence-information-macro confluence-information-macro-warning"><p class="title">Hot</p>
        <span class="aui-icon"></span><div class="confluence-information-macro-body"><p>Mind the steam.</p></div></div>
      <div class="expand-container"><div class="expand-control"><span class="expand-control-text">More</span></div>
        <div class="expand-content"><p>Inside.</p></div></div>
      <div class="code panel pdl"><div class="codeContent panelContent pdl">
        <pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: bash; gutter: false">boil --now</pre></div></div>
      <p><img class="confluence-embedded-image" src="attachments/12/34.png" alt="Lid"> <img class="emoticon" src="x.png" alt="(tick)">
      <a href="Fill_13.html">Fill</a></p>`;
    const attachments = `<div class="pageSection group"><h2 id="attachments">Attachments:</h2><div class="greybox">
      <a href="attachments/12/35.pdf">manual.pdf</a> (application/pdf)<br/></div></div>`;
    const imported = importPages(
      {
        'index.html': page(
          '<div id="content"><h2>Available pages</h2><ul><li><a href="Fill_13.html">Fill</a></li><li><a href="Boil_12.html">Boil</a></li></ul></div>',
        ),
        'Boil_12.html': shell(['Kettle', 'Care'], 'Boil', content, attachments),
        'Fill_13.html': shell(['Kettle', 'Care'], 'Fill', '<p>Water.</p>'),
      },
      ['attachments/12/34.png', 'attachments/12/35.pdf'],
    );
    expect(writtenIn(imported, 'en/kettle/care/boil').split('---\n').at(2)).toBe(
      [
        '\n<Callout type="warning" title="Hot">\n  Mind the steam.\n</Callout>\n',
        '<Accordion title="More">\n  Inside.\n</Accordion>\n',
        '```bash\nboil --now\n```\n',
        '![Lid](./34.png) (tick) [Fill](/kettle/care/fill)\n',
        '- [manual.pdf](./35.pdf)\n',
      ].join('\n'),
    );
    expect(writtenIn(imported, 'en/kettle/care/fill')).toContain('order: 1\n');
    expect(writtenIn(imported, 'en/kettle/care/boil')).toContain('order: 2\n');
    expect(imported.losses).toEqual([
      { path: '', what: "The page lists other pages and wasn't imported: /index.html" },
    ]);
  });
});
