import { crc32 } from 'node:zlib';
import { exifOrientation, orientationOnly } from './exif-orientation.ts';

/** Thrown for a picture that does not follow its format. */
export class BrokenPicture extends Error {}

/**
 * A picture without its metadata: no EXIF, XMP, IPTC, comments or texts, and nothing after its end. Its pixels stay the
 * same bytes, and its color profile and orientation are kept.
 *
 * @throws BrokenPicture
 */
export function withoutMetadata(bytes: Buffer, type: string): Buffer {
  const clean = cleaners[type];
  if (!clean) return bytes;
  try {
    return clean(bytes);
  } catch (error) {
    // It ends too early.
    if (error instanceof RangeError) throw new BrokenPicture();
    throw error;
  }
}

const cleaners: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/apng': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
};

// ITU T.81, annex B: a picture is a row of segments, and after each "start of scan" comes the picture's data.
function cleanJpeg(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new BrokenPicture();
    const marker = bytes.readUInt8(at + 1);
    // Bytes that fill up before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) return Buffer.concat([...parts, bytes.subarray(at, at + 2)]);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new BrokenPicture();
    const data = bytes.subarray(at + 4, end);
    if (marker === 0xe1) parts.push(...jpegOrientation(data));
    else if (isKept(marker, data)) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const scan = at;
    // Within the data, 0xff is followed by 0 or by the number of a restart.
    while (at + 1 < bytes.length && (bytes[at] !== 0xff || isData(bytes.readUInt8(at + 1)))) at++;
    // Browsers show a picture that was cut off, too.
    if (at + 1 >= bytes.length) return Buffer.concat([...parts, bytes.subarray(scan), JPEG_END]);
    parts.push(bytes.subarray(scan, at));
  }
}

/** The marker at the end of a JPEG picture. */
const JPEG_END = Buffer.from([0xff, 0xd9]);
/** As many bytes at the end are never the same by chance. */
const ALIKE = 32;

/**
 * Whether a JPEG picture ends in the middle of its data, as after a download that was interrupted.
 *
 * @param file the picture as it is
 * @param clean the same without metadata, which has an end
 */
export function isCutOff(file: Uint8Array, clean: Uint8Array): boolean {
  const end = Buffer.from(file).subarray(-ALIKE);
  return !end.subarray(-2).equals(JPEG_END) && end.equals(Buffer.from(clean).subarray(-ALIKE - 2, -2));
}

function isKept(marker: number, data: Buffer): boolean {
  const is = (name: string) => data.toString('latin1', 0, name.length) === name;
  if (marker === 0xe0) return is('JFIF\0');
  if (marker === 0xe2) return is('ICC_PROFILE\0');
  if (marker === 0xee) return is('Adobe');
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  return !isApplication && marker !== 0xfe;
}

function isData(next: number): boolean {
  return next === 0 || (next >= 0xd0 && next <= 0xd7);
}

function jpegOrientation(data: Buffer): Buffer[] {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0') return [];
  const orientation = exifOrientation(data.subarray(6));
  if (orientation === 1) return [];
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(orientation)]);
  return [Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif];
}

// Chunks that say how the picture looks (PNG, third edition). All others are metadata.
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

function cleanPng(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) throw new BrokenPicture();
    if (pngChunks.has(type)) parts.push(bytes.subarray(at, end));
    else if (type === 'eXIf') {
      const orientation = exifOrientation(bytes.subarray(at + 8, at + 8 + length));
      if (orientation !== 1) parts.push(pngChunk('eXIf', orientationOnly(orientation)));
    }
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

// GIF89a, appendix A. Only the number of repetitions and the color profile are application data that browsers use.
const gifApplications = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

function cleanGif(bytes: Buffer): Buffer {
  const colors = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colors(bytes.readUInt8(10));
  const parts: Buffer[] = [bytes.subarray(0, at)];
  const afterBlocks = (start: number) => {
    let end = start;
    for (let size = bytes.readUInt8(end); size > 0; size = bytes.readUInt8(end)) end += size + 1;
    return end + 1;
  };
  for (;;) {
    const type = bytes.readUInt8(at);
    if (type === 0x3b) return Buffer.concat([...parts, bytes.subarray(at, at + 1)]);
    const start = at;
    if (type === 0x2c) {
      at = afterBlocks(at + 11 + colors(bytes.readUInt8(at + 9)));
      parts.push(bytes.subarray(start, at));
    } else if (type === 0x21) {
      const label = bytes.readUInt8(at + 1);
      const isLook = label === 0xf9 || label === 0x01;
      const isUsed = label === 0xff && gifApplications.has(bytes.toString('latin1', at + 3, at + 14));
      at = afterBlocks(at + 2);
      if (isLook || isUsed) parts.push(bytes.subarray(start, at));
    } else throw new BrokenPicture();
  }
}

const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const WEBP_XMP = 0x04;
const WEBP_EXIF = 0x08;

// RFC 9649, section 2.7.
function cleanWebp(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  let orientation = 1;
  for (let at = 12; at + 8 <= end; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) throw new BrokenPicture();
    if (webpChunks.has(type)) parts.push(Buffer.from(bytes.subarray(at, next)));
    else if (type === 'EXIF') {
      const data = bytes.subarray(at + 8, at + 8 + length);
      orientation = exifOrientation(data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data);
    }
    at = next;
  }
  const [first] = parts;
  if (!first) throw new BrokenPicture();
  if (first.toString('latin1', 0, 4) === 'VP8X') {
    const flags = first.readUInt8(8) & ~(WEBP_EXIF | WEBP_XMP);
    first.writeUInt8(orientation === 1 ? flags : flags | WEBP_EXIF, 8);
    if (orientation !== 1) {
      const exif = orientationOnly(orientation);
      const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
      head.writeUInt32LE(exif.length, 4);
      parts.push(head, exif);
    }
  }
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
