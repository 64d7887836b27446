import { describe, expect, it } from 'vitest';
import { readSourceText } from '#intake/articles/read/source-text.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('the text of a source file', () => {
  it.each([
    ['UTF-8', Buffer.from('Täyttö ✓')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFTäyttö ✓')],
    ['UTF-16', Buffer.from('\uFEFFTäyttö ✓', 'utf16le')],
    ['UTF-16, big-endian', utf16be('\uFEFFTäyttö ✓')],
    ['UTF-16 without a mark', Buffer.from('Täyttö ✓', 'utf16le')],
  ])('is read from %s', (_name, bytes) => {
    expect(readSourceText(bytes)).toEqual({ text: 'Täyttö ✓' });
  });

  it('is read in the encoding that a page declares', () => {
    const page = '<html><head><meta charset="windows-1252"></head><body>Täyttö</body></html>';
    expect(readSourceText(latin1(page))).toEqual({ text: page });
  });

  it.each([
    ['Latin-1', latin1('Täyttö'), "The file isn't UTF-8."],
    [
      'damaged UTF-16',
      Buffer.concat([Buffer.from('\uFEFFTä', 'utf16le'), Buffer.from([0])]),
      'The file is UTF-16, but',
    ],
    ['an image', Buffer.from([0x41, 0x00, 0x00, 0x00, 0x42, 0x42, 0x42, 0x42]), "The file isn't text"],
  ])('is not guessed for %s', (_name, bytes, says) => {
    expect(readSourceText(bytes)).toEqual({ problem: expect.stringContaining(says) });
  });
});
