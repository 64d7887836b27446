import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { groundOf } from '#build/pictures/logo-ground.ts';
import { makeShaper, type Shaper } from '#build/pictures/shape-text.ts';
import { type PictureText, socialPicture } from '#build/pictures/social-picture.ts';
import { engineDir } from '#io/machine/engine.ts';

// Fonts of the sample: Persian, Latin with all its accents, and English.
const names = ['plus-jakarta-sans', 'plus-jakarta-sans-ext', 'vazirmatn'];
let bold: Shaper;
let regular: Shaper;

beforeAll(async () => {
  const files = await Promise.all(names.map((name) => readFile(join(engineDir, 'themes/lumo/fonts', `${name}.woff2`))));
  [bold, regular] = await Promise.all([makeShaper(files, 700), makeShaper(files, 400)]);
});

const xOf = (shaped: ReturnType<Shaper['shape']>) => shaped.glyphs.map(({ x }) => x);

describe('text as outlines', () => {
  it('joins Persian letters and puts the first one to the right', () => {
    const [joined, apart] = [bold.shape('سلام', 'rtl'), bold.shape('س‌ل‌ا‌م', 'rtl')];
    expect(joined.width).toBeLessThan(apart.width);
    // The letters of a word are drawn from the left, so its last letter comes first.
    expect(bold.shape('ا', 'rtl').glyphs[0]?.path).not.toBe(joined.glyphs.at(-1)?.path);
  });

  it('keeps the order of Latin words within Persian, and of a Persian word within Latin', () => {
    const pay = bold.shape('Pay', 'ltr').glyphs.map(({ path }) => path);
    const mixed = bold.shape('با Pay کن', 'rtl').glyphs.map(({ path }) => path);
    expect(mixed.join('|')).toContain(pay.join('|'));
    // The Persian word before it is to its right.
    expect(mixed.indexOf(pay[0] ?? '')).toBe(bold.shape(' کن', 'rtl').glyphs.length);
  });

  it('draws each character with the first font that has it', () => {
    expect(bold.covers('Čšžćđ Österreich – کارت ۱۲ €')).toBe(true);
    expect(bold.covers('カード')).toBe(false);
    expect(xOf(bold.shape('AČA', 'ltr'))).toHaveLength(3);
  });

  it('has the weight it is asked for', () => {
    expect(bold.shape('Freeze', 'ltr').width).toBeGreaterThan(regular.shape('Freeze', 'ltr').width);
  });
});

describe('the picture of a page', () => {
  const colors = { brand: '#3b1c86', surface: '#ffffff', text: '#1f1638', muted: '#5b5372' };
  const logo = { url: 'data:image/png;base64,AA==', width: 90, height: 32, ground: '#ffffff' };
  const draw = (differs: Partial<PictureText> = {}) =>
    socialPicture(
      { colors, logo, bold, regular },
      { title: 'Freeze', label: 'Cards', name: 'Lumo help', locale: 'en', dir: 'ltr', ...differs },
    );
  const placesOf = (svg: string) =>
    [...svg.matchAll(/translate\(([\d.-]+) ([\d.-]+)\)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const rowsOf = (svg: string) => new Set(placesOf(svg).map(([, y]) => y)).size;

  it('has the logo, the section, the title and the name, and no text that another machine could draw in another way', () => {
    const svg = draw();
    expect(svg).toContain(`<image href="${logo.url}" x="80"`);
    expect(rowsOf(svg)).toBe(3);
    expect(svg).not.toMatch(/<text|font/);
    expect(draw()).toBe(svg);
  });

  it('starts at the right in a language that does', () => {
    const svg = draw({ title: 'مسدودی کارت', label: 'کارت‌ها', name: 'راهنما', locale: 'fa', dir: 'rtl' });
    expect(svg).toContain('<image href="data:image/png;base64,AA==" x="917.5"');
    expect(Math.min(...placesOf(svg).map(([x]) => x))).toBeGreaterThan(600);
  });

  it.each([
    ['en', 'How do I get a refund for a payment that I made twice, in another currency, last year? '.repeat(3)],
    ['en', 'W'.repeat(200)],
    ['fa', 'کارت خود را چگونه می‌توانم مسدود کنم و دوباره باز کنم؟ '.repeat(5)],
  ])('keeps a long title within its edges (%s)', (locale, title) => {
    const dir = locale === 'fa' ? 'rtl' : 'ltr';
    const places = placesOf(draw({ title, locale, dir }));
    for (const [x, y] of places) {
      expect(x).toBeGreaterThan(60);
      expect(x).toBeLessThan(1120);
      expect(y).toBeLessThan(580);
    }
  });

  it('shows the logo alone if the fonts can’t draw the title', () => {
    const svg = draw({ title: 'カードを止める', locale: 'ja' });
    expect(rowsOf(svg)).toBe(0);
    expect(svg).toContain('<image');
  });
});

describe('a logo is on a background on which it can be seen', () => {
  const grounds = ['#ffffff', '#14181b'] as const;
  const logoOf = (color: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="30" height="40" fill="#ffc400"/><rect x="50" width="150" height="40" fill="${color}"/></svg>`,
    );

  it.each([
    ['#14181b', '#ffffff'],
    ['#ffffff', '#14181b'],
    ['#f4f4f4', '#14181b'],
    ['#ffc400', '#ffffff'],
  ])('letters in %s on %s', async (letters, ground) => {
    expect(await groundOf(logoOf(letters), grounds)).toBe(ground);
  });

  it('which is a header above the title, or the whole picture without one', () => {
    const look = {
      colors: { brand: '#ffc400', surface: '#ffffff', text: '#14181b', muted: '#4f585f' },
      logo: { url: 'data:,', width: 9, height: 3, ground: '#14181b' },
    };
    const words = { title: 'Freeze', name: 'Torvek', locale: 'en', dir: 'ltr' } as const;
    expect(socialPicture({ ...look, bold, regular }, words)).toContain('height="152" fill="#14181b"');
    expect(socialPicture(look, words)).toContain('height="630" fill="#14181b"');
  });

  it('also if letters in a badge have the color of the page', async () => {
    const badge =
      '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99" height="99" fill="#00508f"/><rect x="30" y="30" width="40" height="40" fill="#fff"/></svg>';
    expect(await groundOf(Buffer.from(badge), grounds)).toBe('#ffffff');
  });
});
