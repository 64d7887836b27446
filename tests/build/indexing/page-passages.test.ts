import { describe, expect, it } from 'vitest';
import { passagesOf } from '#build/indexing/page-passages.ts';

const textsOf = (html: string) => passagesOf(html).flatMap(({ texts }) => texts);
const headingsOf = (html: string) => passagesOf(html).flatMap(({ heading }) => heading ?? []);

describe('the text of a page', () => {
  it('is grouped by headings, with their fragments in the address', () => {
    expect(
      passagesOf(
        '<article><h1>Cards</h1><p>All of them.</p><h2 id="fees">Fees</h2><p>None.</p><h3>Abroad</h3><p>Some.</p></article>',
      ),
    ).toEqual([
      { texts: ['All of them.'] },
      { heading: 'Fees', anchor: 'fees', texts: ['None.'] },
      { heading: 'Abroad', texts: ['Some.'] },
    ]);
  });

  it('starts with the first heading if there is no text before it', () => {
    expect(passagesOf('<h1>Cards</h1><h2 id="a">Fees</h2><p>None.</p>')).toEqual([
      { heading: 'Fees', anchor: 'a', texts: ['None.'] },
    ]);
  });

  it('keeps a heading without text', () => {
    expect(headingsOf('<h2>Fees</h2><h3>Abroad</h3><p>Some.</p><h2>End</h2>')).toEqual(['Fees', 'Abroad', 'End']);
  });

  it('leaves out the title, whatever is in it', () => {
    expect(passagesOf('<h1>My <em>own</em><br>cards</h1>')).toEqual([]);
  });

  it('is empty for a page without text', () => {
    for (const html of ['', '<article></article>', '<p> &nbsp; </p>', '<img src="a.png"><hr>'])
      expect(passagesOf(html)).toEqual([]);
  });
});

describe('a paragraph', () => {
  it('is one text, with white space as one space', () => {
    expect(textsOf('<p>Freeze  your\n <strong>card</strong>,\n<a href="/x">now</a>.</p>')).toEqual([
      'Freeze your card, now.',
    ]);
  });

  it('is read as a browser shows it, letters beside letters', () => {
    expect(textsOf('<p>un<b>frozen</b> car<wbr>d</p>')).toEqual(['unfrozen card']);
  });

  it('is read with its entities', () => {
    expect(textsOf('<p>Terms &amp; &lt;b&gt; caf&eacute; &#x2019; 5&nbsp;€</p>')).toEqual(['Terms & <b> café ’ 5 €']);
  });

  it('keeps the direction of numbers and code in a right-to-left text, and of nothing else', () => {
    const number = '<bdi dir="ltr">+358 9 0100</bdi>';
    expect(textsOf(`<p>به <em>شماره</em> ${number} یا <code>--help</code>.</p>`)).toEqual([
      'به شماره \u2066+358 9 0100\u2069 یا \u2066--help\u2069.',
    ]);
    expect(textsOf(`<p>Call ${number}.</p>`)).toEqual(['Call +358 9 0100.']);
  });

  it('ends where a line is broken', () => {
    expect(textsOf('<p>One<br>two<br/>three</p>')).toEqual(['One', 'two', 'three']);
  });

  it('can be text without a tag', () => {
    expect(textsOf('One <ul><li>two</li></ul> three')).toEqual(['One', 'two', 'three']);
  });

  it('can be left open', () => {
    expect(textsOf('<p>One<p>two<ul><li>three<li>four')).toEqual(['One', 'two', 'three', 'four']);
  });
});

describe('one text each are', () => {
  it('the entries of lists, also of lists within', () => {
    expect(textsOf('<ol><li>Open it<ul><li>at home</li><li><p>abroad</p></li></ul></li><li>Tap</li></ol>')).toEqual([
      'Open it',
      'at home',
      'abroad',
      'Tap',
    ]);
    expect(textsOf('<dl><dt>PIN</dt><dd>Four digits</dd></dl>')).toEqual(['PIN', 'Four digits']);
  });

  it('the cells of a table, and the text above it', () => {
    expect(
      textsOf(
        '<table><caption>Costs</caption><thead><tr><th>Card</th><th>Cost</th></tr></thead><tbody><tr><td>First</td><td>5 €</td></tr></tbody></table>',
      ),
    ).toEqual(['Costs', 'Card', 'Cost', 'First', '5 €']);
  });

  it('what can be opened, and what is in it', () => {
    expect(textsOf('<details><summary>Why?</summary><p>Because.</p></details>')).toEqual(['Why?', 'Because.']);
  });

  it('what is in boxes and below pictures', () => {
    expect(
      textsOf(
        '<aside><div>Careful</div><p>It is hot.</p></aside><figure><img alt="" src="a"><figcaption>A card</figcaption></figure><pre><code>a b</code></pre>',
      ),
    ).toEqual(['Careful', 'It is hot.', 'A card', 'a b']);
  });
});

describe('a heading', () => {
  it('is one, with everything in it', () => {
    expect(passagesOf('<h2 id="a"><a href="#a">Lost <code>cards</code></a></h2><p>Call.</p>')).toEqual([
      { heading: 'Lost cards', anchor: 'a', texts: ['Call.'] },
    ]);
  });

  it('is one, on however many lines', () => {
    expect(passagesOf('<h2 id="a">Lost<br>cards <div>and</div>PINs</h2><p>Call.</p>')).toEqual([
      { heading: 'Lost cards and PINs', anchor: 'a', texts: ['Call.'] },
    ]);
  });

  it('without words is none', () => {
    expect(passagesOf('<p>One</p><h2 id="a"><img src="x"></h2><p>two</p>')).toEqual([{ texts: ['One', 'two'] }]);
  });

  it('in a box is the heading of what follows', () => {
    expect(passagesOf('<section><div><h2 id="a">Fees</h2></div><p>None.</p></section>')).toEqual([
      { heading: 'Fees', anchor: 'a', texts: ['None.'] },
    ]);
  });
});

describe('left out is', () => {
  it.each([
    ['what is hidden', '<p hidden>no</p>'],
    ['all that is within it', '<div hidden>no<ul><li>no</li></ul><p>no<br>no</p><img src="x"></div>'],
    ['what the search is not to read', '<p data-pagefind-ignore>no</p>'],
    ['that, in whatever way', '<div data-pagefind-ignore="all"><h2>no</h2><p>no</p></div>'],
    ['a script', '<script>no("</p>")</script>'],
    ['a style', '<style>p { no: no }</style>'],
    ['a template', '<template><p>no</p></template>'],
    ['a drawing', '<svg viewBox="0 0 1 1"><title>no</title><path d="M0 0"/><text>no</text></svg>'],
    ['what is there without scripts only', '<noscript><p>no</p></noscript>'],
    ['a comment', '<!-- no -->'],
    ['a hidden thing without an end', '<input hidden value="no"><br hidden>'],
    ['an empty hidden thing', '<span hidden></span>'],
    ['what is hidden in what is hidden', '<div hidden><div hidden>no</div>no</div>'],
  ])('%s', (_, html) => {
    expect(passagesOf(`<p>before</p>${html}<p>after</p>`)).toEqual([{ texts: ['before', 'after'] }]);
    expect(textsOf(`<p>be${html}</p><p>after</p>`).join(' ')).not.toMatch(/no/);
  });
});

it('says which texts are steps, items of lists and cells of tables', () => {
  const shapesOf = (html: string) => passagesOf(`<article>${html}</article>`).map(({ shape }) => shape);
  expect(shapesOf('<p>One.</p><h2>Two</h2><p>Three.</p>')).toEqual([undefined, undefined]);
  expect(
    shapesOf(
      '<p>First:</p><ol><li><p>Open.</p><p>See.</p><ul><li>Inner</li></ul></li><li>Press.</li></ol><ul><li>A</li></ul>',
    ),
  ).toEqual(['.1++2-']);
  expect(
    shapesOf(
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td></td></tr><tr><td></td><td>2</td></tr></tbody></table><p>End.</p>',
    ),
  ).toEqual(['ABab.']);
});

it('leaves out texts of nothing but a direction', () => {
  expect(textsOf('<article><p><bdi> </bdi></p><p>سلام <bdi>Ohje</bdi></p></article>')).toEqual([
    'سلام \u2068Ohje\u2069',
  ]);
});
