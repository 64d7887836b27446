import { describe, expect, it } from 'vitest';
import { resolveTheme } from '#kb/theme/theme.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { fontFaces, fontFamilies, type PublishedFont } from '#kb/theme/theme-fonts.ts';

const plain = ThemeFile.parse({ version: 1 });
const themed = (fonts: object) => resolveTheme(ThemeFile.parse({ version: 1, fonts }), plain);
const arial = { width: 934.51 / 2048, ascent: 0.9, descent: 0.2, lineGap: 0 };
const published = (measure?: typeof arial) => new Map([['acme.woff2', { url: '/_media/acme.woff2', measure }]]);
const acme = { body: "'Acme Sans', serif", files: [{ family: 'Acme Sans', file: 'acme.woff2', weight: '100 900' }] };

describe('a font of the theme', () => {
  it('is declared as the theme says, and shown as soon as it is loaded', () => {
    expect(fontFaces(themed(acme), published())).toBe(
      '@font-face{font-family:"Acme Sans";font-style:normal;font-weight:100 900;font-display:swap;src:url("/_media/acme.woff2") format("woff2")}',
    );
  });

  it.each([true, ['fa']])(
    'that pages load at once (preload: %j) never replaces the fallback late, when lines would move',
    (preload) => {
      const files = acme.files.map((file) => ({ ...file, preload }));
      expect(fontFaces(themed({ ...acme, files }), published())).toContain(';font-display:optional;');
    },
  );

  it('has a fallback of the same size until it is loaded', () => {
    const css = fontFaces(themed(acme), published({ ...arial, width: arial.width * 1.25 }));
    expect(css).toContain('@font-face{font-family:"Acme Sans stand-in";font-style:normal;font-weight:normal;');
    expect(css).toContain('src:local("Arial"),');
    expect(css).toContain('size-adjust:125.00%;ascent-override:72.00%;descent-override:16.00%;line-gap-override:0.00%');
  });

  it('has a fallback that says it is regular if it has all weights, so browsers make headings bold in any alphabet', () => {
    const weights = (weight: string) =>
      [
        ...fontFaces(themed({ ...acme, files: [{ ...acme.files[0], weight }] }), published(arial)).matchAll(
          /font-weight:([^;]+)/g,
        ),
      ].map(([, one]) => one);
    expect(weights('100 900')).toEqual(['100 900', 'normal']);
    expect(weights('700')).toEqual(['700', '700']);
  });

  it.each([
    ["'Acme Sans', serif", `'Acme Sans',"Acme Sans stand-in", serif`],
    ['Acme Sans', 'Acme Sans,"Acme Sans stand-in"'],
    ['Georgia, "Acme Sans"', 'Georgia, "Acme Sans","Acme Sans stand-in"'],
    ['"Acme Sans Mono", serif', '"Acme Sans Mono", serif'],
  ])('is followed by it in %s', (body, followed) => {
    expect(fontFamilies(themed({ ...acme, body }), published(arial)).body).toBe(followed);
  });

  it('is loaded only for its own characters if it is one of several files of a family', () => {
    const files = ['acme-fa.woff2', 'acme.woff2'].map((file) => ({ ...acme.files[0], file }));
    const both = new Map<string, PublishedFont>([
      ['acme-fa.woff2', { url: 'fa', characters: [0x20, 0x633] }],
      ['acme.woff2', { url: 'latin', characters: [0x20, 0x61] }],
    ]);
    const css = fontFaces(themed({ ...acme, files }), both);
    expect(css).toContain('src:url("fa") format("woff2");unicode-range:U+633}');
    expect(css).toContain('src:url("latin") format("woff2");unicode-range:U+20,U+61}');
    const unknown = new Map(both).set('acme.woff2', { url: 'latin' });
    expect(fontFaces(themed({ ...acme, files }), unknown)).not.toContain('unicode-range');
  });

  it('without Latin letters has none', () => {
    expect(fontFamilies(themed(acme), published()).body).toBe(acme.body);
  });
});
