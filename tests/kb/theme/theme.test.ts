import { describe, expect, it } from 'vitest';
import { printCustomProperties } from '#kb/theme/custom-properties.ts';
import { resolveTheme } from '#kb/theme/theme.ts';
import { contrastFindings } from '#kb/theme/theme-contrast.ts';
import { type ColorName, ThemeFile } from '#kb/theme/theme-file.ts';

const reference = ThemeFile.parse({
  version: 1,
  colors: {
    brand: '#1d4f91',
    onBrand: '#ffffff',
    text: { light: '#1a1c1f', dark: '#eceef1' },
    muted: { light: '#555b65', dark: '#a9b1bd' },
    link: { light: '#1a56a8', dark: '#8fbdf5' },
    surface: { light: '#ffffff', dark: '#14171b' },
    raised: { light: '#f4f6f8', dark: '#1e2329' },
    border: { light: '#d9dee5', dark: '#333b45' },
    control: { light: '#6b7480', dark: '#8d97a5' },
    mark: { light: '#fff0a8', dark: '#5c4d00' },
    note: { light: '#1a56a8', dark: '#8fbdf5' },
    tip: { light: '#17683a', dark: '#7fd6a0' },
    important: { light: '#6b3fa0', dark: '#c9a9f2' },
    warning: { light: '#8f4400', dark: '#f5b36b' },
  },
  fonts: { body: 'system-ui', heading: 'Georgia' },
  radius: '8px',
  width: '44rem',
  favicon: 'favicon.svg',
});
const themed = (differs: Record<string, unknown> = {}) =>
  resolveTheme(ThemeFile.parse({ version: 1, ...differs }), reference);
const at = (name: ColorName) => ({ path: 'theme.yaml', line: name.length });
const faultsOf = (differs: Record<string, unknown>) =>
  ThemeFile.safeParse({ version: 1, ...differs }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('theme.yaml', () => {
  it.each([
    ['no version', { version: undefined }, ['version']],
    ['a version to come', { version: 2 }, ['version']],
    ['a colour there is not', { colors: { brnad: '#fff' } }, ['colors']],
    ['a colour that is none', { colors: { brand: 'pilvi blue' } }, ['colors.brand']],
    ['a colour for one mode', { colors: { brand: { light: '#fff' } } }, ['colors.brand']],
    ['a colour that ends its line', { colors: { brand: '#fff;}body{display:none' } }, ['colors.brand']],
    ['a length without a unit', { radius: '12' }, ['radius']],
    ['a length that ends its line', { width: '12px;}' }, ['width']],
    ['a font there is not', { fonts: { title: 'Georgia' } }, ['fonts']],
    ['a font that ends its line', { fonts: { body: 'x;}body{display:none' } }, ['fonts.body']],
    ['a font that ends the style', { fonts: { body: '</style><script>alert(1)</script>' } }, ['fonts.body']],
    ['an empty logo', { logo: '' }, ['logo']],
    [
      'a link that runs code',
      { header: { links: [{ text: 'x', href: 'javascript:alert(1)' }] } },
      ['header.links.0.href'],
    ],
    [
      'a link to another host without saying how',
      { footer: { legal: [{ text: 'x', href: '//x.example' }] } },
      ['footer.legal.0.href'],
    ],
    [
      'a font file whose name ends its line',
      { fonts: { files: [{ family: 'x"}', file: 'x.woff2' }] } },
      ['fonts.files.0.family'],
    ],
    ['a part that cannot be hidden', { show: { contact: false } }, ['show']],
  ])('refuses %s', (_, differs, faults) => {
    expect(faultsOf(differs)).toEqual(faults);
  });

  it.each(['#0a7cff', '#fff', 'rebeccapurple', 'rgb(10 124 255)', 'oklch(60% 0.2 250)', 'hsl(210, 50%, 40%)'])(
    'takes the color %s',
    (color) => {
      expect(faultsOf({ colors: { brand: color } })).toEqual([]);
    },
  );
});

describe('a brand', () => {
  it('takes everything it leaves out from the reference theme', () => {
    expect(themed()).toMatchObject({
      colors: { brand: { light: '#1d4f91', dark: '#1d4f91' }, text: { light: '#1a1c1f', dark: '#eceef1' } },
      fonts: { body: 'system-ui', heading: 'Georgia' },
      sizes: { radius: '8px', width: '44rem', density: '1' },
      favicon: 'favicon.svg',
    });
    expect(themed().logos).toEqual({});
  });

  it('can set one color for both modes, or one for each', () => {
    expect(themed({ colors: { brand: 'red' } }).colors.brand).toEqual({ light: 'red', dark: 'red' });
    expect(themed({ colors: { brand: { light: 'red', dark: 'blue' } } }).colors.brand).toEqual({
      light: 'red',
      dark: 'blue',
    });
  });

  it('that sets the font of text sets the font of headings with it', () => {
    expect(themed({ fonts: { body: 'Inter' } }).fonts).toMatchObject({ body: 'Inter', heading: 'Inter' });
    expect(themed({ fonts: { heading: 'Inter' } }).fonts).toMatchObject({ body: 'system-ui', heading: 'Inter' });
  });

  it('can have one logo for both modes', () => {
    expect(themed({ logo: 'logo.svg' }).logos).toEqual({ '': { light: 'logo.svg', dark: 'logo.svg' } });
  });

  it('can have a logo for each language', () => {
    expect(themed({ logo: { en: 'en.svg', fa: { light: 'fa.svg', dark: 'fa-dark.svg' } } }).logos).toEqual({
      en: { light: 'en.svg', dark: 'en.svg' },
      fa: { light: 'fa.svg', dark: 'fa-dark.svg' },
    });
  });

  it.each([
    ['compact', '0.75'],
    [undefined, '1'],
    ['spacious', '1.3'],
  ])('can be %s', (density, factor) => {
    expect(themed(density === undefined ? {} : { density }).sizes.density).toBe(factor);
  });
});

describe('the tokens', () => {
  const tokens = printCustomProperties(themed({ colors: { brand: { light: '#111', dark: '#222' } } }));

  it('are there for light, for dark, and for a reader’s own choice', () => {
    const blocks = tokens.match(/[^{}]*\{|--hc-brand:[^;}]+/g);
    expect(blocks).toEqual([
      ':root{',
      '--hc-brand:#111',
      '@media (prefers-color-scheme:dark){',
      ':root:not([data-theme=light]){',
      '--hc-brand:#222',
      ':root[data-theme=dark]{',
      '--hc-brand:#222',
    ]);
  });

  it('have names in lowercase', () => {
    expect(tokens).toContain('--hc-on-brand:#ffffff');
    expect(tokens).not.toMatch(/--hc-[a-z-]*[A-Z]/);
  });

  it('close every block they open', () => {
    expect(tokens.split('{')).toHaveLength(tokens.split('}').length);
  });
});

describe('contrast', () => {
  const pairOf = (says: string) =>
    says.replace(/^("\w+") \([^)]*\) on ("\w+") .* in (light|dark) mode.*$/, '$1 on $2, $3');

  it('is sufficient in the reference theme', () => {
    expect(contrastFindings(themed(), at)).toEqual([]);
  });

  it('is reported with the pair, the mode, the ratio, and a shade that passes', () => {
    const [found, ...more] = contrastFindings(
      themed({ colors: { onBrand: { light: '#7f8fa9', dark: '#ffffff' } } }),
      at,
    );
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'theme-contrast',
      severity: 'error',
      path: 'theme.yaml',
      line: 'onBrand'.length,
    });
    expect(found?.says).toMatchInlineSnapshot(
      `""onBrand" (#7f8fa9) on "brand" (#1d4f91) has a contrast of 2.48 in light mode, but needs at least 4.5."`,
    );
    expect(found?.fix).toMatchInlineSnapshot(
      `"Change "onBrand" to #b1c2de in light mode, the closest shade with enough contrast."`,
    );
  });

  it.each([
    [
      'text on the ground of the page',
      { text: { light: '#777777', dark: '#eceef1' } },
      ['"text" on "surface", light', '"text" on "raised", light', '"text" on "mark", light'],
    ],
    [
      'controls, which need less',
      { control: { light: '#999999', dark: '#8d97a5' } },
      ['"control" on "surface", light', '"control" on "raised", light'],
    ],
    [
      'in dark mode only',
      { link: { light: '#1a56a8', dark: '#1a56a8' } },
      ['"link" on "surface", dark', '"link" on "raised", dark'],
    ],
    ['lines that only decorate', { border: { light: '#ffffff', dark: '#14171b' } }, []],
  ])('is required of %s', (_, colors, pairs) => {
    const found = contrastFindings(themed({ colors }), at).map(({ says }) => pairOf(says));
    expect(found).toEqual(pairs);
  });

  it('of 4.5 is enough, and anything less is not', () => {
    const grey = (color: string) => contrastFindings(themed({ colors: { onBrand: color, brand: '#ffffff' } }), at);
    expect(grey('#767676')).toEqual([]);
    expect(grey('#777777')).toHaveLength(2);
    expect(grey('#777777')[0]?.says).toContain('4.47');
  });

  it.each([
    ['too pale', { link: { light: '#9fb8d9', dark: '#8fbdf5' } }],
    ['too dark', { tip: { light: '#17683a', dark: '#14532d' } }],
    ['the same as its ground', { onBrand: '#1d4f91' }],
  ])('of a color that is %s is fixed by the suggested shade', (_, colors) => {
    const found = contrastFindings(themed({ colors }), at);
    expect(found).not.toEqual([]);
    for (const { says, fix } of found) {
      const [, name = '', shade = ''] = /^Change "(\w+)" to (#\w{6})/.exec(fix) ?? [];
      const mended = contrastFindings(themed({ colors: { ...colors, [name]: shade } }), at).map((one) =>
        pairOf(one.says),
      );
      expect(mended).not.toContain(pairOf(says));
    }
  });

  it('of a transparent color is measured as readers see it', () => {
    expect(contrastFindings(themed({ colors: { link: { light: '#00000010', dark: '#8fbdf5' } } }), at)).not.toEqual([]);
  });
});
