import { describe, expect, it } from 'vitest';
import { customProperties } from '#kb/theme/custom-properties.ts';
import { styleFindings } from '#kb/theme/theme-styles.ts';

const found = (css: string) =>
  styleFindings(css, { path: 'themes/acme/theme.css', tokens: customProperties, has: (file) => file === 'sky.jpg' });
const codesOf = (css: string) => found(css).map(({ code }) => code);

describe('the stylesheet of a theme', () => {
  it('can use every token and part, custom properties, its own pictures, and any selector', () => {
    const css = `@layer theme {
      [data-part='hero'] { background: url(./sky.jpg), url("data:image/png;base64,AA=="); color: var(--hc-on-brand); }
      [data-part=header] a:hover { --acme-lift: 2px; border-radius: calc(var(--hc-radius) * 2); }
      [data-part^='article'] { text-align: start; }
      @media (prefers-reduced-motion: no-preference) { a { transition: color 0.1s; } }
    }`;
    expect(found(css)).toEqual([]);
  });

  it('can set everything but colors', () => {
    expect(codesOf(':root { --hc-radius: 0; }')).toEqual([]);
  });

  it('cannot set a color, because its contrast would not be checked', () => {
    expect(found('p {}\n[data-theme=dark] {\n  --hc-on-brand: #777;\n}')).toMatchObject([
      { code: 'theme-token-set', line: 3, fix: 'Set "onBrand" under "colors" in theme.yaml instead.' },
    ]);
  });

  it.each([
    ['a { color: var(--hc-txt) }', 'Did you mean "--hc-text"?'],
    ['a { color: var(--acme, var(--hc-lnk)) }', 'Did you mean "--hc-link"?'],
    [':root { --hc-raduis: 4px }', 'Did you mean "--hc-radius"?'],
  ])('%s: the token does not exist', (css, fix) => {
    expect(found(css)).toMatchObject([{ code: 'theme-token-unknown', fix }]);
  });

  it.each([
    ["[data-part='heder'] {}", '"header"'],
    ['main [data-part=footr] a {}', '"footer"'],
  ])('%s: the part does not exist', (css, near) => {
    const [one, ...more] = found(css);
    expect([one?.code, more]).toEqual(['theme-part-unknown', []]);
    expect(one?.fix).toContain(near);
  });

  it.each([
    ['margin-left: 1rem', 'margin-inline-start'],
    ['padding-right: 1rem', 'padding-inline-end'],
    ['left: 0', 'inset-inline-start'],
    ['border-left: 1px solid', 'border-inline-start'],
    ['border-right-color: red', 'border-inline-end-color'],
    ['border-top-left-radius: 4px', 'border-start-start-radius'],
    ['border-bottom-right-radius: 4px', 'border-end-end-radius'],
    ['scroll-margin-left: 4px', 'scroll-margin-inline-start'],
    ['text-align: right', 'text-align: end'],
    ['float: left', 'float: inline-start'],
  ])('%s is the same side in every language: %s', (declaration, logical) => {
    const [one, ...more] = found(`a { ${declaration} }`);
    expect([one?.code, one?.severity, more]).toEqual(['theme-physical', 'warning', []]);
    expect(one?.fix).toContain(`"${logical}"`);
  });

  it.each([
    '@import "https://fonts.example/css?family=Inter";',
    '@import url(//fonts.example/css);',
    'a { background: url(http://example.com/a.png) }',
    "@font-face { font-family: X; src: url('https://example.com/x.woff2') }",
    '@import "data:text/css,a{}";',
    'a { background: image-set("https://example.com/a.png" 1x) }',
    'a { background: -webkit-image-set("https://example.com/a.png" 1x) }',
    'a { background: image-set(url(https://example.com/a.png) 1x) }',
    'a { background: cross-fade(url("//example.com/a.png"), red) }',
    '@font-face { font-family: X; src: src("https://example.com/x.woff2") }',
    ':root { --picture: "https://example.com/a.png" }',
    ':root { --picture: url(https://example.com/a.png) }',
    '@property --a { syntax: "<url>"; inherits: true; initial-value: url(https://example.com/a.png) }',
    'a { background: url("\\68ttps://example.com/a.png") }',
    'a { background: url("/\\\\example.com/a.png") }',
    'a { background: url("ht\\9tps://example.com/a.png") }',
    '@\\69mport "https://example.com/a.css";',
    'a { background: image-\\73 et("https://example.com/a.png" 1x) }',
    'a { cursor: url(ftp://example.com/a.png), auto }',
    '@media print { @supports (color: red) { a { mask: url(https://example.com/a.svg#a) } } }',
  ])('%s loads from elsewhere', (css) => {
    expect(codesOf(css)).toEqual(['theme-remote']);
  });

  it.each([
    '@namespace svg url(http://www.w3.org/2000/svg);',
    'a::after { content: "https://example.com" }',
    'a { background: url(data:image/png;base64,AAAA) }',
    'a { background: image-set("./sky.jpg" 1x, url(sky.jpg) 2x) }',
    'a { mask: url(#shape) }',
  ])('%s loads nothing from elsewhere', (css) => {
    expect(codesOf(css)).toEqual([]);
  });

  it('with a picture that is not in its folder is reported', () => {
    expect(found('a {\n  background: url("./moon.jpg");\n}')).toMatchObject([{ code: 'theme-missing', line: 2 }]);
  });

  it.each(['/sky.jpg', '../sky.jpg', 'a/../../sky.jpg'])(
    'with a picture outside its folder is reported: %s',
    (address) => {
      expect(codesOf(`a { background: url("${address}") }`)).toEqual(['theme-missing']);
    },
  );

  it('with a syntax error is reported with its line', () => {
    expect(found('a {\n  color red;\n}')).toMatchObject([{ code: 'theme-invalid', line: 2 }]);
  });
});
