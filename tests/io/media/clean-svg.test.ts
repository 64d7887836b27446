import { describe, expect, it } from 'vitest';
import { cleanSvg } from '#io/media/clean-svg.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;
const drawn = '<rect width="10" height="10"/>';
const clean = (text: string) => cleanSvg(text)?.trim();
const plain = `<svg xmlns="http://www.w3.org/2000/svg">${drawn}</svg>`;

describe('an SVG picture', () => {
  it.each([
    ['a script', svg(`<script>alert(1)</script>${drawn}`)],
    ['a script of another prefix', svg(`<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>${drawn}`)],
    ['a script of XHTML', svg(`<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>${drawn}`)],
    ['an event', svg(drawn, ' onload="alert(1)" ONCLICK="alert(1)"')],
    ['another language', svg(`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>${drawn}`)],
    ['a picture of another host', svg(`<image href="http://evil.example/a.png"/>${drawn}`).replace(drawn, drawn)],
    ['an animation of an address', svg(`<set attributeName="href" to="javascript:alert(1)"/>${drawn}`)],
    ['an animation of an address with a prefix', svg(`<animate attributeName="xlink:href" to="a"/>${drawn}`)],
    ['an animation of an event', svg(`<set attributeName="onclick" to="alert(1)"/>${drawn}`)],
    ['metadata', svg(`<metadata>secret</metadata>${drawn}`)],
    ['a comment', svg(`<!-- secret -->${drawn}`)],
    [
      'what editors add',
      svg(`<i:view xmlns:i="http://inkscape.example/" path="/home/me"/>${drawn}`, ' data-a="secret"'),
    ],
    ['a style sheet of its own', `<?xml-stylesheet href="http://evil.example/a.css"?>${svg(drawn)}`],
    ['a type', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://evil.example/a.dtd">${svg(drawn)}`],
  ])('loses %s', (_, text) => {
    expect(clean(text)?.replace('<image/>', '')).toBe(plain);
  });

  it.each([
    ['a link', svg(`<a href="javascript:alert(1)">${drawn}</a>`), plain],
    ['an element of another picture', svg('<use xlink:href="http://evil.example/a.svg#a"/>'), '<use/>'],
    ['a text as a picture', svg('<image href="data:image/svg+xml,&lt;svg/>"/>'), '<image/>'],
    ['a filter of another host', svg('<path filter="url(http://evil.example/a)" d="M0 0"/>'), '<path d="M0 0"/>'],
    ['an address with escapes', svg('<path fill="\\75rl(http://evil.example/a)" d="M0 0"/>'), '<path d="M0 0"/>'],
    ['an image set', svg('<g style="fill:red;mask:image-set(&quot;http://evil.example/a&quot; 1x)"/>'), '"fill:red"'],
    [
      'an import',
      svg('<style>@import url(http://evil.example/a.css);a{fill:red}</style>'),
      '<style>a{fill:red}</style>',
    ],
    [
      'a remote font',
      svg('<style>@font-face{font-family:a;src:url(//evil.example/a)}</style>'),
      '@font-face{font-family:a}',
    ],
    [
      'a style in another form',
      svg('<style><![CDATA[a{fill:url("http://evil.example")}]]></style>'),
      '<style>a{}</style>',
    ],
    [
      'an import with escapes',
      svg('<style>@\\69mport url(//evil.example/a);a{fill:red}</style>'),
      '<style>a{fill:red}</style>',
    ],
    [
      'an image set with escapes',
      svg('<style>a{fill:image-\\73 et("//evil.example" 1x)}</style>'),
      '<style>a{}</style>',
    ],
    ['a value that cannot be read', svg('<style>a{fill:\\75rl(//evil.example/a)}</style>'), '<style>a{'],
    ['a rule about addresses', svg('<style>@document url(//evil.example){a{fill:red}}</style>'), '<style>'],
  ])('keeps what is around or beside %s', (_, text, kept) => {
    expect(clean(text)).toContain(kept);
    expect(clean(text)).not.toMatch(/evil|javascript/);
  });

  it('keeps everything that draws', () => {
    const inside = [
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>',
      '<style>.a{fill:url(#a)}@media (prefers-color-scheme:dark){.a{fill:#fff}}</style>',
      '<path class="a" transform="rotate(4)" d="M0 0h1" fill="url(#a)" style="opacity:.5"/>',
      '<text x="1">Tap <tspan>here</tspan> &amp; wait</text>',
      '<rect aria-label="It\'s (new)"><animate attributeName="x" values="0;1" dur="1s"/></rect>',
    ].join('');
    expect(clean(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`)).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`,
    );
  });

  it('is the same when it is cleaned again', () => {
    const once = cleanSvg(svg(`<style>a > b { fill: red }</style><text>a &lt; b "c"</text>${drawn}`)) ?? '';
    expect(cleanSvg(once)).toBe(once);
  });

  it.each([
    ['a page', '<html><svg/></html>'],
    ['two pictures', '<svg/><svg/>'],
    ['no XML', 'picture'],
    ['an unclosed element', '<svg><g></svg>'],
    [
      'entities of entities',
      `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>`,
    ],
  ])('is not %s', (_, text) => {
    expect(cleanSvg(text)).toBeUndefined();
  });
});
