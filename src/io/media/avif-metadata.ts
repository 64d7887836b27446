import { BrokenPicture } from './picture-metadata.ts';

interface Box {
  type: string;
  /** Where its contents start, and where it ends. */
  start: number;
  end: number;
}

/**
 * An AVIF picture with zeros instead of its EXIF and XMP data, so all places in it stay the same (ISO/IEC 14496-12,
 * sections 8.11.3 and 8.11.6). Its orientation is kept: AVIF has it elsewhere.
 *
 * @throws BrokenPicture
 */
export function avifWithoutMetadata(bytes: Buffer): Buffer {
  const clean = Buffer.from(bytes);
  try {
    const meta = boxesIn(bytes, 0, bytes.length).find(({ type }) => type === 'meta');
    if (!meta) return clean;
    const boxes = boxesIn(bytes, meta.start + 4, meta.end);
    const find = (type: string) => boxes.find((box) => box.type === type);
    const [info, places, data] = [find('iinf'), find('iloc'), find('idat')];
    if (!info || !places) return clean;
    const hidden = metadataItems(bytes, info);
    for (const { item, start, length } of placesOf(bytes, places, data?.start ?? 0))
      if (hidden.has(item)) clean.fill(0, start, length === 0 ? undefined : start + length);
    return clean;
  } catch (error) {
    if (error instanceof RangeError) throw new BrokenPicture();
    throw error;
  }
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const long = size === 1;
    const length = long ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? to - at : size;
    if (length < 8 || at + length > to) throw new BrokenPicture();
    boxes.push({ type, start: at + (long ? 16 : 8), end: at + length });
    at += length;
  }
  return boxes;
}

function metadataItems(bytes: Buffer, info: Box): Set<number> {
  const items = new Set<number>();
  const list = info.start + 4 + (bytes.readUInt8(info.start) === 0 ? 2 : 4);
  for (const { type, start } of boxesIn(bytes, list, info.end)) {
    const version = bytes.readUInt8(start);
    if (type !== 'infe' || version < 2) continue;
    const wide = version === 2 ? 2 : 4;
    const kind = bytes.toString('latin1', start + 6 + wide, start + 10 + wide);
    if (kind === 'Exif' || kind === 'mime') items.add(bytes.readUIntBE(start + 4, wide));
  }
  return items;
}

function* placesOf(
  bytes: Buffer,
  { start: at }: Box,
  itemData: number,
): Iterable<{ item: number; start: number; length: number }> {
  const version = bytes.readUInt8(at);
  const sizes = bytes.readUInt16BE(at + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const wide = version < 2 ? 2 : 4;
  let next = at + 6;
  const read = (size: number) => {
    const value = size === 8 ? Number(bytes.readBigUInt64BE(next)) : size === 0 ? 0 : bytes.readUIntBE(next, size);
    next += size;
    return value;
  };
  for (let items = read(wide); items > 0; items--) {
    const item = read(wide);
    const isInside = version > 0 && (read(2) & 15) === 1;
    read(2);
    const base = read(baseSize) + (isInside ? itemData : 0);
    for (let extents = read(2); extents > 0; extents--) {
      read(indexSize);
      const start = base + read(offsetSize);
      yield { item, start, length: read(lengthSize) };
    }
  }
}
