import { describe, expect, it } from 'vitest';
import { needsLightBackground } from '#io/media/light-background.ts';

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${inside}</svg>`);

describe('a drawing', () => {
  it.each([
    ['dark lines', '<path d="M0 0h9" stroke="#231f20" fill="none"/>'],
    ['lines without a color, which are black', '<path d="M0 0h9z"/>'],
    ['lines in the color of the text', '<g stroke="currentColor" fill="none"><line x2="9"/></g>'],
    ['dark text', '<rect width="9" height="9" fill="#fff"/><text fill="navy">A</text>'],
    ['dark lines from a style sheet', '<style>.st0{fill:none;stroke:#111}</style><path class="st0" d="M0 0h9"/>'],
    ['dark lines from a style', '<path style="fill:none;stroke:#111" d="M0 0h9"/>'],
    ['nothing but dark squares', '<rect width="9" height="9"/><rect x="20" width="9" height="9"/>'],
  ])('with %s needs a light background on a dark page', (_, inside) => {
    expect(needsLightBackground(svg(inside), '.svg')).toBe(true);
  });

  it.each([
    ['bright lines', '<path d="M0 0h9" stroke="#e33" fill="none"/>'],
    ['a background of its own', '<rect width="100%" height="100%" fill="#fff"/><path d="M0 0h9" stroke="#000"/>'],
    ['a background as large as it', '<rect width="100" height="50" fill="#eee"/><text>A</text>'],
    [
      'dark bodies that have something bright in them',
      '<rect width="9" height="9" fill="#213"/><circle r="2" fill="#fff"/>',
    ],
    [
      'own colors for dark pages',
      '<style>@media (prefers-color-scheme:dark){path{stroke:#fff}}</style><path d="M0 0h9"/>',
    ],
    ['dark lines that are never drawn', '<defs><path d="M0 0h9"/></defs><path d="M0 0h9" fill="#e33"/>'],
    ['a color that no one can read', '<path d="M0 0h9" fill="var(--mine)"/>'],
  ])('with %s needs none', (_, inside) => {
    expect(needsLightBackground(svg(inside), '.svg')).toBe(false);
  });
});

describe('a photo or screenshot', () => {
  const png = (colorType: number) => Buffer.concat([Buffer.alloc(25), Buffer.from([colorType])]);
  const webp = (kind: string, flagsAt: number, flags: number) => {
    const file = Buffer.alloc(32);
    file.write(kind, 12, 'latin1');
    file[flagsAt] = flags;
    return file;
  };

  it('needs a light background only if it can be transparent', () => {
    expect([0, 2, 3, 4, 6].map((type) => needsLightBackground(png(type), '.PNG'))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(needsLightBackground(Buffer.concat([png(3), Buffer.from('tRNS')]), '.png')).toBe(true);
    expect(needsLightBackground(webp('VP8X', 20, 0x10), '.webp')).toBe(true);
    expect(needsLightBackground(webp('VP8L', 24, 0x10), '.webp')).toBe(true);
    expect(needsLightBackground(webp('VP8 ', 20, 0x10), '.webp')).toBe(false);
    expect(needsLightBackground(Buffer.alloc(0), '.jpg')).toBe(false);
  });
});
