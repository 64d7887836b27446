import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeThemeFont, measureFont } from '#io/media/theme-font.ts';

const letters = await readFile(join(import.meta.dirname, '../../fixtures/fonts/open-sans-letters.ttf'));

describe('a font prepared for a theme', async () => {
  const made = await makeThemeFont(letters, ['en', 'fi', 'sv', 'hr', 'fa']);

  it('is WOFF2, and smaller', () => {
    expect(made?.bytes.subarray(0, 4).toString('latin1')).toBe('wOF2');
    expect(made?.bytes.length).toBeLessThan(letters.length);
  });

  it('says what it is', () => {
    expect(made).toMatchObject({ family: 'Open Sans SemiBold', weight: '600', style: 'normal' });
  });

  it('says for which languages it lacks letters', () => {
    expect(made?.lacks).toEqual(['hr', 'fa']);
  });

  it('is the same for the same file', async () => {
    expect((await makeThemeFont(letters, ['en', 'fi', 'sv', 'hr', 'fa']))?.bytes.equals(made?.bytes ?? letters)).toBe(
      true,
    );
  });

  it.each(['', 'no font', '<svg/>', 'wOF2 but broken', '\0\u0001\0\0 but broken'])('is not %j', async (text) => {
    expect(await makeThemeFont(Buffer.from(text), ['en'])).toBeUndefined();
  });
});

describe('the space that a font takes', () => {
  it('is measured in parts of its size', () => {
    expect(measureFont(letters)).toMatchObject({ ascent: 2189 / 2048, descent: 600 / 2048, lineGap: 0 });
    expect(measureFont(letters)?.width).toBeCloseTo(0.5, 1);
  });

  it('is the same after the font is prepared', async () => {
    const made = await makeThemeFont(letters, ['en']);
    expect(measureFont(made?.bytes ?? letters)).toEqual(measureFont(letters));
  });

  it('is unknown if Latin letters are missing', async () => {
    expect(measureFont(Buffer.from('no font'))).toBeUndefined();
  });
});
