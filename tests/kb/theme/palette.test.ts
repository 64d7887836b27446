import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { contrast } from '#kb/theme/contrast.ts';
import { makePalette } from '#kb/theme/palette.ts';
import { pairs } from '#kb/theme/theme-contrast.ts';

const brands = [
  '#0a7cff',
  '#ffe600',
  '#808080',
  '#ff0000',
  '#000000',
  '#ffffff',
  '#39ff14',
  '#000080',
  '#ffd1dc',
  '#ff6600',
  '#00ffff',
  '#ff00ff',
  '#0000ff',
  '#7f7f00',
  '#777777',
  '#767676',
  '#c0ffee',
  '#4b2e83',
  '#fffef0',
  '#010101',
  '#8b4513',
  '#b8e986',
  '#f5f5dc',
  '#6a5acd',
  '#e30613',
  'rebeccapurple',
  'oklch(75% 0.3 150)',
  'color(display-p3 1 0 0)',
  'rgb(10 124 255 / 0.5)',
];

describe('a palette from one color', () => {
  it.each(brands)('%s: every pair of the contract has enough contrast in both modes', (brand) => {
    const colors = makePalette(brand);
    const failing = pairs.flatMap(([front, back, least]) =>
      (['light', 'dark'] as const).flatMap((mode) => {
        const ratio = contrast(colors[front][mode], colors[back][mode]);
        return ratio >= least ? [] : [`${front} on ${back} in ${mode}: ${ratio}`];
      }),
    );
    expect(failing).toEqual([]);
  });

  it.each(['#4b2e83', '#39ff14', '#ffe600', '#ff6600', '#0000ff'])('%s stays unchanged on buttons', (brand) => {
    expect(makePalette(brand).brand).toEqual({ light: brand, dark: brand });
  });

  it.each(['#0a7cff', '#ff0000', '#808080', '#e30613'])('%s gets a little darker, so text on it is white', (brand) => {
    const palette = makePalette(brand);
    expect(palette.onBrand).toEqual({ light: '#ffffff', dark: '#ffffff' });
    expect(new Color(palette.brand.light).deltaE(brand, 'OK')).toBeLessThan(0.07);
  });

  it('changes a brand color too close to the background only until its edge is visible', () => {
    const { brand, surface } = makePalette('#ffffff');
    expect(contrast(brand.light, surface.light)).toBeGreaterThanOrEqual(1.25);
    expect(contrast(brand.light, surface.light)).toBeLessThan(1.4);
    expect(brand.dark).toBe('#ffffff');
  });

  it('is the same for the same color, however it is written', () => {
    expect(makePalette('rgb(10 124 255)')).toEqual(makePalette('#0a7cff'));
  });
});

it.each(['#ffe600', '#ffc400', '#d4ff00'])('%s has no olive in its dark shades', (brand) => {
  const { link, surface, text, control } = makePalette(brand);
  for (const dark of [link.light, surface.dark, text.light, control.light]) {
    const { h } = new Color(dark).to('oklch');
    expect(Number(h)).toBeGreaterThan(200);
    expect(Number(h)).toBeLessThan(300);
  }
});
