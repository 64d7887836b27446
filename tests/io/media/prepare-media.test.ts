import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { prepareMedia } from '#io/media/prepare-media.ts';
import { voiceFaults } from '../../voice.ts';

const picture = (name: string) => readFile(join(import.meta.dirname, '../../fixtures/pictures', name));

async function bytesOf(file: Buffer, name: string): Promise<Buffer> {
  const prepared = await prepareMedia(file, name);
  if ('refused' in prepared) throw new Error(prepared.says);
  return Buffer.from(prepared.bytes);
}

describe('a picture', () => {
  it.each(['turned.jpg', 'turned.webp', 'plain.png', 'plain.gif', 'plain.avif'])(
    'is published without its metadata, and keeps its size and color profile: %s',
    async (name) => {
      const file = await picture(name);
      const clean = await bytesOf(file, name);
      expect(file.includes('CANARY')).toBe(true);
      expect(clean.includes('CANARY')).toBe(false);
      expect(imageSize(clean)).toEqual(imageSize(file));
      expect(clean.includes('acsp')).toBe(file.includes('acsp'));
      expect(await bytesOf(clean, name)).toEqual(clean);
    },
  );

  it('that is turned stays so', async () => {
    expect(imageSize(await bytesOf(await picture('turned.jpg'), 'a.jpg')).orientation).toBe(6);
    expect((await bytesOf(await picture('turned.webp'), 'a.webp')).includes('EXIF')).toBe(true);
  });

  it.each(['turned.jpg', 'turned.webp', 'plain.png', 'plain.gif', 'plain.avif'])(
    'that ends too early is refused or read: %s',
    async (name) => {
      const file = await picture(name);
      for (let length = 0; length < file.length; length += 7) {
        const prepared = await prepareMedia(file.subarray(0, length), name);
        expect('refused' in prepared || !Buffer.from(prepared.bytes).includes('CANARY')).toBe(true);
      }
    },
  );
});

describe('a file', () => {
  it.each([
    ['a.html', '<script>alert(1)</script>'],
    ['a.HTM', '<script>alert(1)</script>'],
    ['a.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['a.xml', '<x/>'],
    ['a.js', 'alert(1)'],
    ['a.mjs', 'alert(1)'],
    ['_worker.js', 'alert(1)'],
    ['a.php', '<?php'],
    ['a.pdf.php', '%PDF-1.7'],
    ['a.shtml', '<!--#exec cmd="id" -->'],
    ['a.wasm', '\0asm'],
    ['a.svgz', 'x'],
    ['a.swf', 'FWS'],
    ['_headers', '/*'],
    ['constructor', 'a'],
    ['a.css', 'a{}'],
  ])('that could run is refused: %s', async (name, text) => {
    const prepared = await prepareMedia(Buffer.from(text), `articles/en/a/${name}`);
    expect(prepared).toMatchObject({ refused: 'file-unsafe' });
    if ('refused' in prepared) expect(voiceFaults(prepared)).toEqual([]);
  });

  it.each([
    ['a.png', 'turned.jpg', '".jpg"'],
    ['a.pdf', 'plain.gif', '".gif"'],
    ['a.txt', 'plain.png', '".png"'],
    ['a.svg', 'plain.png', '".png"'],
  ])('is refused if its name says something else: %s is %s', async (name, file, shown) => {
    const prepared = await prepareMedia(await picture(file), name);
    expect(prepared).toMatchObject({ refused: 'file-type-wrong', fix: expect.stringContaining(shown) });
    if ('refused' in prepared) expect(voiceFaults(prepared)).toEqual([]);
  });

  it.each([
    ['a.png', '<script>alert(1)</script>'],
    ['a.svg', '<html><script>alert(1)</script></html>'],
    ['a.pdf', '<script>alert(1)</script>'],
    ['a.mp4', '<script>alert(1)</script>'],
    ['a.csv', 'a\0b'],
  ])('is refused if it is a text or damaged: %s', async (name, text) => {
    expect(await prepareMedia(Buffer.from(text), name)).toMatchObject({ refused: 'file-type-wrong' });
  });

  it.each([
    ['a.pdf', '%PDF-1.7\n'],
    ['a.csv', 'a;b\n1;2\n'],
    ['a.TXT', '<script>shown as text</script>'],
    ['a.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n'],
    ['a.zip', 'PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'],
  ])('that only shows something is published as it is: %s', async (name, text) => {
    expect((await bytesOf(Buffer.from(text, 'latin1'), name)).toString('latin1')).toBe(text);
  });
});
