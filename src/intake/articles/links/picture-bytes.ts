import { decodeAddress } from '#kb/values/decode-address.ts';

const BASE64 = /^data:[\w/+.-]*(?:;[\w=.-]+)*?;base64,/i;

/** The ending of a picture file by its first bytes; nothing for other files, whatever they say they are. */
function endingOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 300);
  if (head.startsWith('\x89PNG\r\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp';
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return 'avif';
  return /^\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(head)
    ? 'svg'
    : undefined;
}

/** The picture in an address such as `data:image/png;base64,…`; nothing if it holds no picture that can be shown. */
export function pictureInAddress(url: string): { bytes: Uint8Array; ending: string } | undefined {
  const address = url.trim();
  const comma = address.indexOf(',');
  if (comma < 0) return undefined;
  const written = decodeAddress(address.slice(comma + 1));
  const isBase64 = BASE64.test(address.slice(0, comma + 1));
  const bytes = isBase64 ? Buffer.from(written.replace(/\s+/g, ''), 'base64') : Buffer.from(written, 'utf8');
  const ending = endingOf(bytes);
  return ending === undefined ? undefined : { bytes, ending };
}
