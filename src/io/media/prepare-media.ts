import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { avifWithoutMetadata } from './avif-metadata.ts';
import { cleanSvg } from './clean-svg.ts';
import { mediaTypes } from './media-types.ts';
import { BrokenPicture, withoutMetadata } from './picture-metadata.ts';

/** A file as it is published, or why it is not. */
export type PreparedMedia =
  | { bytes: Uint8Array }
  | {
      refused: 'file-unsafe' | 'file-type-wrong';
      says: string;
      fix: string;
      /** The ending with which the same content could be published, such as `.jpg`, if there is one. */
      ending?: string;
    };

/**
 * Prepares a file to be published: its content must be what its name says, and of a type that cannot run anything.
 * SVG pictures lose all that could run or load, and pictures lose their metadata. The same file always gives the same
 * bytes.
 */
export async function prepareMedia(file: Uint8Array, name: string): Promise<PreparedMedia> {
  const ending = extname(name).toLowerCase();
  const types = Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending] : undefined;
  if (!types) {
    const found = await typeOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    return {
      refused: 'file-unsafe',
      says: `Files of the type "${ending || name}" are not published, because they could run code in a browser or on the server.`,
      fix: 'Save it as a picture or a PDF, or put it into a ZIP file to download.',
      ...(found?.ext === 'txt' && { ending: '.txt' }),
    };
  }
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (ending === '.svg') {
    const clean = decoded(bytes);
    const svg = clean === undefined ? undefined : cleanSvg(clean);
    return svg === undefined ? wrong(ending, await typeOf(bytes)) : { bytes: Buffer.from(svg) };
  }
  const type = await typeOf(bytes);
  if (type === undefined || !types.includes(type.mime)) return wrong(ending, type);
  try {
    return { bytes: type.mime === 'image/avif' ? avifWithoutMetadata(bytes) : withoutMetadata(bytes, type.mime) };
  } catch (error) {
    if (error instanceof BrokenPicture) return wrong(ending, undefined);
    throw error;
  }
}

interface FoundType {
  mime: string;
  /** Without the dot. */
  ext: string;
}

async function typeOf(bytes: Buffer): Promise<FoundType | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return found;
  return isText(bytes) ? { mime: 'text/plain', ext: 'txt' } : undefined;
}

// Text in any encoding but the wide ones, which start with a mark.
function isText(bytes: Buffer): boolean {
  const mark = bytes.toString('latin1', 0, 2);
  return mark === '\xff\xfe' || mark === '\xfe\xff' || !bytes.includes(0);
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function wrong(ending: string, found: FoundType | undefined): PreparedMedia {
  const known = found && found.mime !== 'text/plain' && Object.hasOwn(mediaTypes, `.${found.ext}`);
  return {
    refused: 'file-type-wrong',
    says: known
      ? `The name ends in "${ending}", but the content is that of a ".${found.ext}" file.`
      : `The name ends in "${ending}", but the content is something else, or damaged.`,
    fix: known
      ? `Rename it so it ends in ".${found.ext}", here and where it is used.`
      : 'Save it again in this format, or choose another file.',
    ...(known && { ending: `.${found.ext}` }),
  };
}
