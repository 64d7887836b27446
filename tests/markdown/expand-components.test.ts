import { describe, expect, it } from 'vitest';
import { expandComponents } from '#markdown/expand-components.ts';
import { parseBody } from '#markdown/parse.ts';
import { makeScope, render } from '../make.ts';
import { voiceFaults } from '../voice.ts';

const flat = (html: string) => html.replaceAll('\n', '');

describe('variables', () => {
  const scope = makeScope({
    variables: { 'site.name': 'Pilvi', 'facts.fee': '6 €', 'contact.phone': '+358 9 1', 'facts.odd': '<b>{x}</b>' },
  });

  it.each([
    ['in a sentence', 'Ask {site.name}.', '<p>Ask Pilvi.</p>'],
    ['with spaces', 'Ask { site.name }.', '<p>Ask Pilvi.</p>'],
    ['on a line of their own', '{site.name}', 'Pilvi'],
    ['in bold text', '**{facts.fee}**', '<p><strong>6 €</strong></p>'],
    ['in a table', '| a |\n|---|\n| {facts.fee} |', '<td>6 €</td>'],
    ['in a component', '<Callout title="A">{facts.fee}</Callout>', '6 €</aside>'],
    ['in an attribute', '<Callout title={facts.fee}>a</Callout>', 'aria-label="6 €"'],
    [
      'ways of contact, which keep their own direction',
      'Call {contact.phone}.',
      '<p>Call <bdi dir="ltr">+358 9 1</bdi>.</p>',
    ],
    ['as text and never as HTML', '{facts.odd}', '&#x3C;b>{x}&#x3C;/b>'],
  ])('are filled in %s', (_, body, html) => {
    const rendered = render(body, scope);
    expect(rendered.codes).toEqual([]);
    expect(flat(rendered.html)).toContain(html);
  });

  it('are replaced in headings before their address is made', () => {
    expect(render('## What {site.name} costs', scope).outline).toMatchObject([
      { text: 'What Pilvi costs', slug: 'what-pilvi-costs' },
    ]);
  });

  it.each(['`{site.name}`', '```\n{site.name}\n```', '\\{site.name}'])('are left alone in %j', (body) => {
    expect(render(body, scope).html).toContain('{site.name}');
  });

  it.each(['{/* a note */}', '{}', '{ }', '{/* a\nnote */}'])('%j shows nothing', (body) => {
    const { html, codes } = render(body, scope);
    expect([html.trim(), codes]).toEqual(['', []]);
  });

  it.each([
    '{site.nme}',
    '{facts}',
    '{facts.fee.more}',
    '{1 + 1}',
    '{"text"}',
    '{constructor}',
    '{__proto__}',
    '{process.env.HOME}',
    '{globalThis}',
    '{(() => 1)()}',
  ])('%s is refused', (body) => {
    const { html, findings } = render(`Ask ${body}.`, scope);
    expect(findings).toMatchObject([{ code: 'variable-unknown', line: 1, column: 5 }]);
    expect(html).toBe('<p>Ask .</p>');
  });

  it('are reported like every other mistake', () => {
    expect(
      ['{site.nme}', '{zebra}', '{1 + 1}'].flatMap((body) => render(body, scope).findings).flatMap(voiceFaults),
    ).toEqual([]);
  });

  it('are reported with the nearest one', () => {
    const [found] = render('{site.nme}', scope).findings;
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"Unknown variable "{site.nme}". Did you mean "site.name"? If not, write \\{ to show the bracket itself."`,
    );
  });

  it('of facts are never confused with another amount that starts the same', () => {
    const scope = makeScope({ variables: { 'facts.atmFee': '2 %', 'facts.pauseDays': '3' } });
    expect(render('{facts.spaceFee} {facts.pauseDay}', scope).findings.map(({ fix }) => fix)).toEqual([
      'Add "spaceFee: …" to facts.yaml.',
      'Did you mean "facts.pauseDays"? If not, add "pauseDay: …" to facts.yaml.',
    ]);
  });
});

describe('snippets', () => {
  const scope = makeScope({
    variables: { 'site.name': 'Pilvi' },
    snippets: {
      contact: 'Write to **{site.name}** or [freeze it](/cards/freeze#how).',
      both: '<Callout>\n\n<Snippet name="contact" />\n\n</Callout>',
      circle: 'a <Snippet name="circle" />',
      wrong: '{no.such} <Calout /> ![](./a.png)\n\n#### Deep',
      heading: '## Costs',
    },
  });

  it.each([
    [
      'Ask. <Snippet name="contact" /> Bye.',
      /^<p>Ask\. Write to <strong>Pilvi<\/strong> or <a [^>]*>freeze it<\/a>\. Bye\.<\/p>$/,
    ],
    ['Ask. <Callout>**Now**</Callout> Bye.', /^<p>Ask\. <\/p><aside .*<strong>Now<\/strong><\/aside><p> Bye\.<\/p>$/],
    ['<kbd>A</kbd> and <Snippet name="heading" />', /^<p><kbd>A<\/kbd> and <\/p><h2 .*<\/h2>/],
  ])('and components in a sentence leave no paragraph in another: %s', (body, html) => {
    expect(flat(render(body, scope).html)).toMatch(html);
  });

  it('appear where they are named, with everything in them', () => {
    expect(flat(render('<Snippet name="contact" />', scope).html)).toBe(
      '<p>Write to <strong>Pilvi</strong> or <a href="page:cards/freeze#how">freeze it</a>.</p>',
    );
  });

  it('can be in components and in each other', () => {
    const { html, codes } = render('<Steps>\n\n1. <Snippet name="both" />\n\n</Steps>', scope);
    expect(codes).toEqual([]);
    expect(html).toContain('Write to');
  });

  it('can be used twice', () => {
    expect(
      render('<Snippet name="contact" />\n\n<Snippet name="contact" />', scope).html.match(/Write to/g),
    ).toHaveLength(2);
  });

  it('that include themselves end', () => {
    expect(flat(render('<Snippet name="circle" />', scope).html)).toBe('<p>a </p>');
  });

  it('report their mistakes where they are written, not where they are shown', () => {
    expect(render('<Snippet name="wrong" />', scope).findings).toEqual([]);
  });

  it('have links that are checked against the library', () => {
    const { links } = render('First.\n\n<Snippet name="contact" />', scope);
    expect(links).toMatchObject([{ target: 'cards/freeze', fragment: 'how' }]);
  });

  it('have headings that links in the article can lead to', () => {
    expect(render('[a](#costs)\n\n<Snippet name="heading" />', scope).codes).toEqual([]);
  });

  it.each([
    ['<Snippet name="contct" />', 'contct'],
    ['<Snippet />', ''],
    ['<Snippet name={contact} />', ''],
    ['<Snippet name="__proto__" />', '__proto__'],
    ['<Snippet name="constructor" />', 'constructor'],
    ['<Snippet name="../../site" />', '../../site'],
  ])('%s is refused', (body, name) => {
    const { html, findings } = render(body, scope);
    expect(html).toBe('');
    expect(findings).toMatchObject([{ code: 'snippet-unknown', line: 1 }]);
    expect(findings[0]?.says).toContain(`"${name}"`);
  });

  it('are reported in messages that follow the rules', () => {
    expect(render('<Snippet name="contct" />', scope).findings.flatMap(voiceFaults)).toEqual([]);
    expect(render('<Snippet name="zebra" />', scope).findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('are reported in the same words if there are none at all', () => {
    expect(render('<Snippet name="a" />').findings.flatMap(voiceFaults)).toEqual([]);
  });
});

describe('components', () => {
  const scope = makeScope({
    media: {
      'articles/en/cards/card.svg': { url: '/_media/card.1.svg', width: 320, height: 200 },
      'articles/en/cards/film.mp4': { url: '/_media/film.1.mp4' },
      'articles/en/cards/poster.jpg': { url: '/_media/poster.1.jpg' },
      'articles/en/cards/film.vtt': { url: '/_media/film.1.vtt' },
      'articles/en/cards/form.pdf': { url: '/_media/form.1.pdf' },
    },
  });

  it.each<[string, string, string[]]>([
    [
      'a callout',
      '<Callout>\n\nText.\n\n</Callout>',
      [
        '<aside class="callout callout-note"',
        'aria-label="callout.note"',
        '<p class="callout-title">callout.note</p>',
        '<p>Text.</p>',
      ],
    ],
    ['a callout of a kind', '<Callout type="warning">Text.</Callout>', ['callout-warning', 'callout.warning']],
    [
      'a callout with a title',
      '<Callout title="Mind & that">Text.</Callout>',
      ['<p class="callout-title">Mind &#x26; that</p>', 'aria-label="Mind &#x26; that"'],
    ],
    ['steps', '<Steps>\n\n1. One\n2. Two\n\n</Steps>', ['<div class="steps" data-part="steps"><ol>', '<li>One</li>']],
    [
      'tabs',
      '<Tabs>\n<Tab label="iPhone" platform="ios">\n\nA.\n\n</Tab>\n</Tabs>',
      [
        '<div class="tabs" data-part="tabs"',
        '<section class="tab" data-platform="ios" data-label="iPhone" aria-label="iPhone">',
        '<p class="tab-label">iPhone</p>',
      ],
    ],
    [
      'an accordion',
      '<Accordion title="More">Text.</Accordion>',
      ['<details class="accordion" data-part="accordion"><summary>More</summary>'],
    ],
    ['an open accordion', '<Accordion title="More" open>Text.</Accordion>', ['data-part="accordion" open>']],
    [
      'an accordion that is open by code',
      '<Accordion title="More" open={true}>Text.</Accordion>',
      ['data-part="accordion" open>'],
    ],
    [
      'an accordion that is not',
      '<Accordion title="More" open={false}>Text.</Accordion>',
      ['data-part="accordion"><summary>'],
    ],
    [
      'a figure',
      '<Figure src="./card.svg" alt="A card" caption="The card" />',
      [
        '<figure class="figure" data-part="figure"><a class="enlarge" data-part="enlarge" href="/_media/card.1.svg"',
        '<img src="/_media/card.1.svg" alt="A card" width="320" height="200"',
        'loading="lazy"',
        '<figcaption>The card</figcaption>',
      ],
    ],
    [
      'a film',
      '<Video src="./film.mp4" title="How to" poster="./poster.jpg" captions="./film.vtt" />',
      [
        '<video controls preload="none" poster="/_media/poster.1.jpg" aria-label="How to" playsinline>',
        '<source src="/_media/film.1.mp4">',
        '<track kind="captions" src="/_media/film.1.vtt" default>',
      ],
    ],
    [
      'a film with its words',
      '<Video src="./film.mp4" title="How to">\n\nSaid in it.\n\n</Video>',
      ['<summary>video.transcript</summary><div><p>Said in it.</p></div>'],
    ],
    [
      'a film with its words in one line',
      '<Video src="./film.mp4" title="How to">Said in it.</Video>',
      ['Said in it.'],
    ],
    [
      'a film elsewhere, which is only a link',
      '<Video src="https://example.com/a.mp4" title="How to" />',
      ['<a class="button" href="https://example.com/a.mp4">video.watch</a>'],
    ],
    [
      'a button',
      '<Button href="/cards/order">Order</Button>',
      ['<a class="button" data-part="button" href="page:cards/order">Order</a>'],
    ],
    [
      'a button over lines',
      '<Button href="https://example.com">\nOrder\n</Button>',
      ['href="https://example.com">Order</a>'],
    ],
    ['keys', 'Press <Kbd>Ctrl + F</Kbd>.', ['<span class="keys" dir="ltr"><kbd>Ctrl</kbd> + <kbd>F</kbd></span>']],
    ['one key', '<Kbd>Enter</Kbd>', ['<kbd>Enter</kbd>']],
    ['a plus key', '<Kbd>Ctrl + +</Kbd>', ['<kbd>Ctrl</kbd> + <kbd>+</kbd>']],
    [
      'a file',
      '<File src="./form.pdf">The form</File>',
      ['<a class="file" data-part="file" href="/_media/form.1.pdf" download>The form</a>'],
    ],
  ])('%s', (_, body, parts) => {
    const { html, codes } = render(body, scope);
    expect(codes).toEqual([]);
    for (const part of parts) expect(flat(html)).toContain(part);
  });

  it('can be in each other', () => {
    const { html, codes } = render(
      '<Tabs>\n<Tab label="iPhone">\n\n<Steps>\n\n1. Tap.\n\n   <Callout type="tip">Press <Kbd>A</Kbd>.</Callout>\n\n</Steps>\n\n</Tab>\n</Tabs>',
      scope,
    );
    expect(codes).toEqual([]);
    expect(flat(html)).toMatch(/class="tabs".*class="tab".*class="steps".*callout-tip.*<kbd>A<\/kbd>/);
  });

  it('take texts in quotes and in braces', () => {
    for (const value of ['"a b"', "'a b'", '{"a b"}', "{'a b'}", '{`a b`}'])
      expect(render(`<Callout title=${value}>x</Callout>`).html).toContain('aria-label="a b"');
    expect(render('<Callout title={5}>x</Callout>').html).toContain('aria-label="5"');
  });

  it.each([
    ['a component there is not', '<Calout>Text.</Calout>', 'component-unknown', '<Calout>'],
    ['a component in lowercase letters', '<callout>Text.</callout>', 'component-unknown', '<callout>'],
    ['a component in another', '<Foo.Bar>Text.</Foo.Bar>', 'component-unknown', '<Foo.Bar>'],
    ['a component of JavaScript', '<Object>Text.</Object>', 'component-unknown', '<Object>'],
    ['an attribute there is not', '<Callout typ="tip">Text.</Callout>', 'component-attribute', '"typ"'],
    ['an attribute of JavaScript', '<Callout constructor="x">Text.</Callout>', 'component-attribute', '"constructor"'],
    [
      'an attribute that is every prototype',
      '<Callout __proto__="x">Text.</Callout>',
      'component-attribute',
      '"__proto__"',
    ],
    ['a group of attributes', '<Callout {...props}>Text.</Callout>', 'component-attribute', '{...props}'],
    ['an attribute where there are none', '<Kbd start="2">Text.</Kbd>', 'component-attribute', '"start"'],
    ['steps that are no numbered list', '<Steps>\n\n- Text.\n\n</Steps>', 'component-content', '<Steps>'],
    ['tabs that hold nothing', 'Text.\n\n<Tabs></Tabs>', 'component-content', '<Tabs>'],
    ['tabs that hold something else', '<Tabs>\n\nText.\n\n</Tabs>', 'component-content', '<Tabs>'],
    ['a value that is none of the choices', '<Callout type="warn">Text.</Callout>', 'component-attribute', '"warn"'],
    ['a value of JavaScript', '<Callout type="constructor">Text.</Callout>', 'component-attribute', '"constructor"'],
    ['a text without a value', '<Callout title>Text.</Callout>', 'component-attribute', '"title"'],
    ['a text that only code could give', '<Callout title={1 + 1}>Text.</Callout>', 'component-attribute', '"title"'],
    ['a flag with a text', '<Accordion title="x" open="maybe">Text.</Accordion>', 'component-attribute', '"open"'],
    ['a text that is missing', '<Accordion>Text.</Accordion>', 'component-attribute', '"title"'],
  ])('are explained, and their words stay: %s', (_, body, code, shown) => {
    const { html, findings } = render(body);
    expect(findings.map((found) => found.code)).toEqual([code]);
    expect(findings[0]?.says).toContain(shown);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    expect(html).toContain('Text.');
  });

  it.each([
    ['<Figure src="./a.png" />', ['"alt"']],
    ['<Figure alt="a" />', ['"src"']],
    ['<Video />', ['"src"', '"title"']],
    ['<Tab>a</Tab>', ['"label"']],
    ['<Button>a</Button>', ['"href"']],
    ['<File>a</File>', ['"src"']],
  ])('%s needs %j', (body, needed) => {
    const says = render(body).findings.map((found) => found.says);
    expect(says).toHaveLength(needed.length);
    for (const [index, name] of needed.entries()) expect(says[index]).toContain(name);
  });

  it('report captions that browsers do not show', () => {
    const film = (captions: string) => render(`<Video src="./a.mp4" title="A" captions="${captions}" />`).findings;
    expect(film('./a.VTT')).toEqual([]);
    const [found, ...more] = film('./a.srt');
    expect(more).toEqual([]);
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `""./a.srt" cannot be the captions of <Video>, because browsers only read ".vtt" files. Convert the file, and use one whose name ends in ".vtt"."`,
    );
  });

  it('are explained in words', () => {
    const words = (body: string) =>
      render(body)
        .findings.map(({ says, fix }) => `${says} ${fix}`)
        .join('');
    expect(words('<Calout>a</Calout>')).toMatchInlineSnapshot(`"Unknown component <Calout>. Did you mean "Callout"?"`);
    expect(words('<Callout typ="tip">a</Callout>')).toMatchInlineSnapshot(
      `"<Callout> has no attribute "typ". Did you mean "type"?"`,
    );
    expect(words('<Callout type="warn">a</Callout>')).toMatchInlineSnapshot(
      `""warn" is not a valid type for <Callout>. Use one of "important", "note", "tip", "warning"."`,
    );
    expect(words('<Accordion>a</Accordion>')).toMatchInlineSnapshot(
      `"<Accordion> needs the attribute "title". Add title="…"."`,
    );
  });

  it('that the article imports get values, and are imported by lines that the engine writes', () => {
    const { tree } = parseBody(
      '<Rate value={3} of={facts.fee} name="a">**a** {site.name}</Rate>\n\n{rate}',
      'articles/en/a/b.mdx',
      1,
    );
    if (!tree) throw new Error('The article cannot be read.');
    const expanded = expandComponents(
      tree,
      'articles/en/a/b.mdx',
      makeScope({ variables: { 'site.name': 'Pilvi', 'facts.fee': '6 €' } }),
      { components: new Map([['Rate', '/components/"Rate".astro']]), names: new Set() },
    );
    const [line, component, ...rest] = expanded.tree.children.filter(({ type }) => type !== 'text');
    expect(line).toEqual({ type: 'mdxjsEsm', value: 'import ImportedRate from "/components/\\"Rate\\".astro";' });
    expect(component).toMatchObject({
      name: 'ImportedRate',
      attributes: [
        { name: 'value', value: { value: '3' } },
        { name: 'of', value: '6 €' },
        { name: 'name', value: 'a' },
      ],
    });
    expect(JSON.stringify(component)).toContain('Pilvi');
    expect(rest).toEqual([]);
    expect(expanded.findings.map(({ code }) => code)).toEqual(['variable-unknown']);
  });
});

describe('headings', () => {
  it('have an address in the outline', () => {
    const { html, outline } = render('## What it costs\n\n### In *euros*');
    expect(flat(html)).toBe(
      '<h2 id="what-it-costs"><a class="anchor" href="#what-it-costs">What it costs</a></h2><h3 id="in-euros"><a class="anchor" href="#in-euros">In <em>euros</em></a></h3>',
    );
    expect(outline).toEqual([
      { level: 2, text: 'What it costs', slug: 'what-it-costs', line: 1 },
      { level: 3, text: 'In euros', slug: 'in-euros', line: 3 },
    ]);
  });

  it.each([
    ['twice the same', '## A\n\n## A', ['a', 'a-1']],
    ['in another script', '## کارمزد کارت', ['کارمزد-کارت']],
    ['with an address of their own', '<h2 id="fees">What it costs</h2>', ['fees']],
    ['with a link in them', '## [A](/cards/order)', ['a']],
    ['that look like an address of another', '## A\n\n## A\n\n## A-1', ['a', 'a-1', 'a-1-1']],
  ])('%s', (_, body, slugs) => {
    const { outline, html } = render(body);
    expect(outline.map(({ slug }) => slug)).toEqual(slugs);
    for (const slug of slugs) expect(html).toContain(`id="${slug}"`);
  });

  it('without a letter also have an address, each a different one', () => {
    const slugs = render('## ?!\n\n## …').outline.map(({ slug }) => slug);
    expect(slugs.filter(Boolean)).toHaveLength(2);
    expect(new Set(slugs).size).toBe(2);
  });

  it('never have a link in a link', () => {
    expect(render('## [A](/cards/order)').html).toBe('<h2 id="a"><a href="page:cards/order">A</a></h2>');
    expect(render('## See **[A](/cards/order)**').html.match(/<a/g)).toHaveLength(1);
  });

  it.each([
    ['a second title', '# A', [1]],
    ['a level that is skipped', '## A\n\n#### B', [3]],
    ['a level that is skipped at the start', '### A', [1]],
  ])('go down one level at a time: %s', (_, body, lines) => {
    const { findings } = render(body);
    expect(findings.map(({ code, line }) => `${code} ${line}`)).toEqual(lines.map((line) => `heading-level ${line}`));
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('can go up by any number of levels', () => {
    expect(render('## A\n\n### B\n\n#### C\n\n## D').codes).toEqual([]);
  });

  it('a second title becomes a heading below the title', () => {
    expect(render('# A').html).toMatch(/^<h2 /);
  });
});

describe('links', () => {
  it('that a space breaks are reported, each on its line', () => {
    const { findings, codes } = render('a ![x](./my pic.png)\nb [y](/cards/order me) [z] (/cards/freeze)');
    expect(codes).toEqual(['link-unread', 'link-unread', 'link-unread']);
    expect(findings.map(({ line, fix }) => [line, fix])).toEqual([
      [1, 'Replace each space in the address with %20: ./my%20pic.png.'],
      [2, 'Replace each space in the address with %20: /cards/order%20me.'],
      [2, 'Remove the space before the round bracket.'],
    ]);
  });

  it('to other sites and numbers that a space breaks are reported too', () => {
    const text = '[a](https://a.example/my manual.pdf), [b](tel:+358 9 123), [c](mailto:a@b.example?subject=My lid)';
    expect(render(text).findings.map(({ code, fix }) => `${code}: ${fix}`)).toEqual([
      'link-unread: Replace each space in the address with %20.',
      'link-unread: Remove the spaces from the number: tel:+3589123.',
      'link-unread: Replace each space in the address with %20.',
    ]);
  });

  it.each(['`[x](/a b)`', '```\n[x](/a b)\n```', '[approx] (km/h)', '[1] (see below)', '[x](/cards/order "Order it")'])(
    'are not looked for in %s',
    (body) => {
      expect(render(body).codes).not.toContain('link-unread');
    },
  );

  it('report what an address lacks, and a missing address', () => {
    const { findings, codes } = render('[shop](www.example.com) [us](help@example.com) [x]()');
    expect(codes).toEqual(['link-broken', 'link-broken', 'link-broken']);
    expect(findings.map(({ fix }) => fix)).toEqual([
      'Change it to "https://www.example.com".',
      'Change it to "mailto:help@example.com".',
      'Add the address it leads to, such as "/section/name".',
    ]);
  });

  it('to pages are noted with their place, and resolved later', () => {
    const { html, links } = render('a\n\nb [c](/cards/order#fees "t")');
    expect(html).toContain('<a href="page:cards/order#fees" title="t">c</a>');
    expect(links).toEqual([{ target: 'cards/order', fragment: 'fees', href: '/cards/order#fees', line: 3, column: 3 }]);
  });

  it('are noted from Markdown, HTML, references, buttons, tables and headings', () => {
    const { links } = render(
      '[a](/s/a) <a href="/s/b">b</a> [c][c]\n\n<Button href="/s/d">d</Button>\n\n| e |\n|---|\n| [e](/s/e) |\n\n## [f](/s/f)\n\n[c]: /s/c',
    );
    expect(links.map(({ target }) => target)).toEqual(['s/a', 's/b', 's/c', 's/d', 's/e', 's/f']);
  });

  it('to headings of the article are checked', () => {
    const { findings } = render('[a](#fees) [b](#fee) [c](#later)\n\n## Fees\n\n<b id="later">x</b>');
    expect(findings).toMatchObject([{ code: 'link-fragment', line: 1, column: 12 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it.each(['[a](#)', '[a](#top)'])('to the top are fine, as HTML has them: %s', (body) => {
    expect(render(body).codes).toEqual([]);
  });

  it('to headings are reported in the same words if there are no headings', () => {
    expect(render('[a](#fees)').findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('to files are files', () => {
    const scope = makeScope({ media: { 'articles/en/cards/form.pdf': { url: '/_media/form.1.pdf' } } });
    const { html, media, links } = render('[a](./form.pdf)', scope);
    expect(html).toBe('<p><a href="/_media/form.1.pdf">a</a></p>');
    expect(media).toEqual([{ src: './form.pdf', path: 'articles/en/cards/form.pdf', line: 1, column: 1 }]);
    expect(links).toEqual([]);
  });

  it('elsewhere stay as they are', () => {
    expect(render('[a](https://example.com/?a=1&b=2)').html).toContain('href="https://example.com/?a=1&#x26;b=2"');
    expect(render('[a](mailto:a@b.example)').codes).toEqual([]);
  });
});

describe('pictures', () => {
  const scope = makeScope({
    media: { 'articles/en/cards/card.svg': { url: '/_media/card.1.svg', width: 320, height: 200 } },
  });

  it('have the address and size of their file', () => {
    const { html, media } = render('![A card](./card.svg "t")', scope);
    expect(html).toContain(
      '<img src="/_media/card.1.svg" alt="A card" title="t" width="320" height="200" loading="lazy" decoding="async">',
    );
    expect(media).toEqual([{ src: './card.svg', path: 'articles/en/cards/card.svg', line: 1, column: 1 }]);
  });

  it('keep a size that is set', () => {
    expect(render('<img src="./card.svg" alt="a" width="64" />', scope).html).toContain('width="64"');
  });

  it('are shown in a figure that leaves room for its caption', () => {
    const tall = makeScope({ media: { 'articles/en/cards/tall.png': { url: '/t.png', width: 1000, height: 2000 } } });
    expect(render('<Figure src="./tall.png" alt="a" />', tall).html).toContain('width="224" height="448"');
  });

  it('need a description', () => {
    const { findings } = render('![](./card.svg)', scope);
    expect(findings).toMatchObject([{ code: 'alt-missing', severity: 'warning', line: 1 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('on other hosts stay there, and are reported, because the host would see every reader', () => {
    const { html, media, codes } = render('![a](https://example.com/a.png)');
    expect(html).toContain('src="https://example.com/a.png"');
    expect([media, codes]).toEqual([[], ['image-remote']]);
    const scope = makeScope({ imageHosts: ['example.com'] });
    expect(render('![a](https://example.com/a.png)', scope).codes).toEqual([]);
    expect(render('![a](https://example.com.evil.example/a.png)', scope).codes).toEqual(['image-remote']);
    expect(render('![a](https://example.com@evil.example/a.png)', scope).codes).toEqual(['image-remote']);
  });

  it('that are only linked to can be elsewhere', () => {
    const film = '<Video src="https://example.com/a.mp4" title="A film" />';
    const file = '<File src="https://example.com/a.pdf">The form</File>';
    expect(render(`${film}\n\n${file}`).codes).toEqual([]);
  });
});

describe('accessibility and layout', () => {
  it('the box of a task is named by the task, and not by those within', () => {
    expect(render('- [x] Open **Cards**\n  - [ ] Tap').html).toMatch(
      /<label><input type="checkbox" checked disabled> Open <strong>Cards<\/strong>\s*<\/label>\s*<ul[^>]*>\s*<li[^>]*><label><input type="checkbox" disabled> Tap<\/label>/,
    );
  });

  it('tables can be scrolled, and have a name', () => {
    expect(flat(render('| a |\n|---|\n| b |').html)).toMatch(
      /^<div class="table" role="region" tabindex="0" aria-label="table.label"><table>/,
    );
  });

  it('columns turn with the language', () => {
    const { html } = render('| a | b | c |\n| :-- | --: | :-: |\n| 1 | 2 | 3 |');
    expect(html).toContain('data-align="start"');
    expect(html).toContain('data-align="end"');
    expect(html).not.toMatch(/left|right/);
  });

  it('code reads from the left', () => {
    expect(render('```js\na\n```').html).toContain('<pre dir="ltr" tabindex="0"><code class="language-js">a');
  });

  it('footnotes speak the language of the article and lead there and back', () => {
    const { html, codes } = render('a[^1]\n\n[^1]: b');
    expect(codes).toEqual([]);
    expect(html).toContain('footnotes.label');
    expect(html).toContain('aria-label="footnotes.back"');
    for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  it('nothing is a paragraph in a paragraph', () => {
    expect(flat(render('<p>\na\n</p>').html)).not.toContain('<p><p>');
  });
});
