const ORIENTATION = 0x0112;

/**
 * The orientation in EXIF data, from 1 (upright) to 8; 1 if it says nothing (CIPA DC-008, section 4.6.5).
 *
 * @param tiff the data from its byte order on, without "Exif\0\0" before it
 */
export function exifOrientation(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const read16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  const entries = read16(start);
  for (let index = 0; index < entries; index++) {
    const at = start + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    const value = read16(at + 8);
    if (read16(at) === ORIENTATION) return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF data that says the orientation and nothing else. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(ORIENTATION, 10);
  // One number of 16 bits.
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
}

/** The orientation in a picture without its metadata, from 1 to 8: what {@link orientationOnly} wrote into it. */
export function keptOrientation(picture: Uint8Array): number {
  const file = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const start = orientationOnly(1).subarray(0, 18);
  const at = file.indexOf(start);
  return at < 0 ? 1 : exifOrientation(file.subarray(at));
}
