import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { longDigest } from '#build/keeping/kept-file.ts';
import { keptPictures } from '#build/pictures/kept-picture.ts';
import { smallPictures } from '#build/pictures/small-pictures.ts';
import { mulberry32 } from '../../../scripts/shared/random.ts';

const random = mulberry32(1);
const made: string[] = [];

afterAll(async () => {
  for (const name of await readdir(keptPictures).catch(() => []))
    if (made.some((key) => name.includes(key))) await rm(join(keptPictures, name));
});

/** A picture that is hard to compress, like a photo. */
function photo(width: number, height: number) {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256)));
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(2);
}

async function smaller(bytes: Uint8Array, output: string) {
  made.push(longDigest('2', output.slice(output.lastIndexOf('.')), bytes));
  return smallPictures(bytes, output);
}

describe('small copies of pictures', () => {
  it('are as wide as an article and twice that, upright, and in a modern format', async () => {
    const bytes = await photo(2000, 1500).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
    const copies = await smaller(bytes, '_media/desk.0123456789ab.jpg');
    expect(copies.map(({ width }) => width)).toEqual([704, 1408]);
    for (const { output, bytes: copy, width } of copies) {
      expect(output).toMatch(new RegExp(`^_media/desk-${width}\\.[0-9a-f]{12}\\.webp$`));
      expect(await sharp(copy).metadata()).toMatchObject({
        format: 'webp',
        width,
        height: Math.round((width * 4) / 3),
      });
    }
    expect(await smallPictures(bytes, '_media/desk.0123456789ab.jpg')).toEqual(copies);
  });

  it('are as wide as a narrow picture, and keep what is transparent', async () => {
    const bytes = await photo(300, 100).ensureAlpha(0.5).png().toBuffer();
    const [copy, ...more] = await smaller(bytes, '_media/logo.0123456789ab.png');
    expect(more).toEqual([]);
    expect(await sharp(copy?.bytes).metadata()).toMatchObject({ width: 300, hasAlpha: true });
  });

  it('leave out what is not smaller: fine screens then get the original', async () => {
    const bytes = await photo(900, 300).webp({ quality: 80 }).toBuffer();
    const copies = await smaller(bytes, '_media/still.0123456789ab.webp');
    expect(copies.map(({ width }) => width)).toEqual([704, 900]);
    expect(copies[1]).toEqual({ width: 900, output: '_media/still.0123456789ab.webp', bytes });
  });

  it('are not made of pictures that move, drawings, or what is no picture', async () => {
    const frames = await Promise.all([photo(80, 60), photo(80, 60)].map((one) => one.png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await smaller(moving, '_media/film.0123456789ab.webp')).toEqual([]);
    expect(await smaller(Buffer.from('<svg/>'), '_media/drawing.0123456789ab.svg')).toEqual([]);
    expect(await smaller(Buffer.from('none'), '_media/broken.0123456789ab.png')).toEqual([]);
  });

  it('are made again if what was kept is damaged', async () => {
    const bytes = await photo(300, 300).png().toBuffer();
    const copies = await smaller(bytes, '_media/card.0123456789ab.png');
    for (const name of await readdir(keptPictures)) {
      if (!name.includes(longDigest('2', '.png', bytes))) continue;
      const file = join(keptPictures, name);
      const kept = await readFile(file);
      kept[kept.length >> 1] = (kept[kept.length >> 1] ?? 0) ^ 1;
      await writeFile(file, kept);
    }
    expect(await smallPictures(bytes, '_media/card.0123456789ab.png')).toEqual(copies);
  });
});
