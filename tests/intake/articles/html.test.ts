import { describe, expect, it } from 'vitest';
import { bodyOf, importTexts, lossesOf } from './import-texts.ts';

describe('HTML in Markdown', () => {
  it.each([
    [
      'keys',
      'Press <kbd>Ctrl</kbd> + <kbd>C</kbd> or <kbd>Alt+F4</kbd>.',
      'Press <Kbd>Ctrl + C</Kbd> or <Kbd>Alt + F4</Kbd>.',
    ],
    [
      'details',
      '<details>\n<summary>What <b>else</b>?</summary>\n\nMore *words*.\n\n</details>',
      '<Accordion title="What else?">\n  More _words_.\n</Accordion>',
    ],
    [
      'small marks',
      'H<sub>2</sub>O m<sup>2</sup> <mark>new</mark> <small>print</small>',
      'H<sub>2</sub>O m<sup>2</sup> <mark>new</mark> <small>print</small>',
    ],
    [
      'abbreviations',
      '<abbr title="International &quot;Bank&quot; Number">IBAN</abbr>',
      '<abbr title="International &#x22;Bank&#x22; Number">IBAN</abbr>',
    ],
    ['looks', '<center><font color="red"><u>red</u></font></center>\n\n<span style="x">plain</span>', 'red\n\nplain'],
    ['boxes', '<div class="wrapper">\n<p>One</p>\n\n*Two*\n\n</div>', 'One\n\n_Two_'],
    ['bold around paragraphs', '<div><b><p>One</p><p>Two</p></b></div>', 'One\n\nTwo'],
    ['bold with a space inside', '<b>Note: </b>mind', '**Note:** mind'],
    ['a heading', '<h2 class="x">Fees</h2>', '## Fees'],
    [
      'a table that its site calls a component',
      '<table data-component="table"><tr><th>A</th></tr><tr><td>B</td></tr></table>',
      '| A |\n| - |\n| B |',
    ],
    ['a box with the address of a film', '<div data-video="x.mp4"><p>Open the lid.</p></div>', 'Open the lid.'],
    ['a broken mark of ours', '<div data-ohje-component="Group" data-ohje-attributes="{">One</div>', 'One'],
    ['a line break', 'one<br/>two', 'one\\\ntwo'],
    [
      'a link around blocks',
      '<a href="https://x.example"><div>One</div><div>Two</div></a>',
      '[One](https://x.example)\n\n[Two](https://x.example)',
    ],
    ['items outside a list', '<div><li>a</li><li>b</li></div>', '- a\n- b'],
    ['terms', '<dl><dt>IBAN</dt><dd>A number.</dd></dl>', '- **IBAN**\n\n  A number.'],
    ['code', '<pre lang="js"><code>a &lt; {b}</code></pre>', '```js\na < {b}\n```'],
    ['capitals', '<B>one</B><BR>two', '**one**\\\ntwo'],
  ])('%s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });
});

describe('a table', () => {
  it('becomes a pipe table if nothing is lost', () => {
    const html =
      '<table><caption>Fees</caption><tr><th>Card</th><th>Fee</th></tr><tr><td>Visa<br>Gold</td><td><p>1 | 2</p></td></tr></table>';
    expect(bodyOf(html)).toBe('Fees\n\n| Card | Fee |\n| - | - |\n| Visa<br />Gold | 1 \\| 2 |');
  });

  it('stays HTML with merged cells, lists in cells or no heading', () => {
    const html =
      '<table>\n<tr><td rowspan="2">Visa</td><td><ul><li>a</li><li>b</li></ul></td></tr>\n<tr><td><b>One</b></td></tr>\n</table>';
    expect(bodyOf(html)).toBe(
      [
        '<table>',
        '  <tbody>',
        '    <tr>',
        '      <td rowspan="2">Visa</td>',
        '',
        '      <td>',
        '        - a',
        '        - b',
        '      </td>',
        '    </tr>',
        '',
        '    <tr>',
        '      <td>**One**</td>',
        '    </tr>',
        '  </tbody>',
        '</table>',
      ].join('\n'),
    );
  });
});

describe('what cannot be part of an article', () => {
  const broughtIn = (text: string) => {
    const imported = importTexts({ 'cards/order.md': `Words.\n\n${text}` });
    return { body: bodyOf(`Words.\n\n${text}`), losses: lossesOf(imported).map((loss) => loss.slice(14)) };
  };

  it.each([
    ['<script src="a.js"></script>', ":3 The script a.js can't be part of an article and was left out."],
    ['<style>p {}</style>', ":3 The style sheet can't be part of an article and was left out."],
    ['<form action="/go"><input name="q">Go</form>', ":3 The form /go can't be part of an article and was left out."],
    ['<iframe></iframe>', ":3 The embedded page can't be part of an article and was left out."],
    [
      '<iframe src="javascript:x()" />\n\nMore.',
      ":3 The embedded page javascript:x() can't be part of an article and was left out.",
    ],
    ['<svg><path d="M0"/><text>x</text></svg>', ":3 The drawing (svg) can't be part of an article and was left out."],
    ['<p style="display:none">Tags: visa</p>', ':3 Hidden text was left out: "Tags: visa"'],
    [
      '<div data-component="staff-only">Code 7</div>',
      ':3 Text in <staff-only>, which isn\'t for readers, was left out: "Code 7"',
    ],
  ])('is removed and reported: %s', (written, loss) => {
    const { body, losses } = broughtIn(written);
    expect(body).toBe(written.includes('More.') ? 'Words.\n\nMore.' : 'Words.');
    expect(losses).toEqual([loss]);
  });

  it('except a video, which becomes a link to its page', () => {
    const players = [
      '<iframe src="https://www.youtube-nocookie.com/embed/abc?rel=0" title="Order a card"></iframe>',
      '<iframe src="//player.vimeo.com/video/123"></iframe>',
      '<video controls><source src="https://cdn.example/a.mp4">No video?</video>',
    ];
    expect(players.map((text) => broughtIn(text).body.slice(8))).toEqual([
      '[Order a card](https://www.youtube.com/watch?v=abc)',
      '[Vimeo video](https://vimeo.com/123)',
      '[a.mp4](https://cdn.example/a.mp4)',
    ]);
    expect(
      broughtIn('<iframe src="https://www.loom.com/embed/a1"></iframe>\n\n<iframe src="//maps.example/x"/>').body,
    ).toBe('Words.\n\n[Loom video](https://www.loom.com/share/a1)\n\n[maps.example](https://maps.example/x)');
    expect(broughtIn(players[0] ?? '').losses).toEqual([
      ':3 The embedded video https://www.youtube-nocookie.com/embed/abc?rel=0 was replaced with a link.',
    ]);
  });
});
