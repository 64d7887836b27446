import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { CONVERTED, type ConvertedDocuments } from '#intake/articles/documents/document-content.ts';
import { replaceFile } from '../machine/atomic-write.ts';
import { listFiles } from '../machine/files.ts';
import { prepareMedia } from '../media/prepare-media.ts';
import { documentProperties, dropHiddenText, lostParts } from './document-parts.ts';

/** Styles of Word beside those that mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='caption'] => p:fresh",
  "p[style-name='Caption'] => p:fresh",
  "p[style-name='No Spacing'] => p:fresh",
  "p[style-name='Body Text'] => p:fresh",
  "r[style-name='Code'] => code",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Verbatim Char'] => code",
  ...['Note', 'Tip', 'Important', 'Warning', 'Caution'].map(
    (name) => `p[style-name='${name}'] => div.callout.callout--${name.toLowerCase()} > p:fresh`,
  ),
];

const LARGEST_DOCUMENT = 200 * 2 ** 20;

/**
 * Converts Word documents to HTML with their pictures as files, into a folder.
 *
 * @param source a folder with documents, or one document
 * @param isDocument whether a path in the folder is a document
 */
export async function convertDocuments(
  source: string,
  folder: string,
  isDocument: (path: string) => boolean,
  show: (done: number, of: number) => void,
): Promise<void> {
  const isFile = (await stat(source)).isFile();
  const base = isFile ? dirname(source) : source;
  const paths = (isFile ? [basename(source)] : await listFiles(source)).filter(
    (path) => isDocument(path) && !basename(path).startsWith('~$'),
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, '.gitignore'), '*\n');
  const converted: ConvertedDocuments = { documents: [] };
  for (const [index, path] of paths.entries()) {
    show(index, paths.length);
    converted.documents.push(await convert(join(base, path), path, folder));
  }
  if (paths.length > 0) await replaceFile(join(folder, CONVERTED), `${JSON.stringify(converted, null, 1)}\n`);
}

async function convert(file: string, path: string, folder: string): Promise<ConvertedDocuments['documents'][number]> {
  const losses: string[] = [];
  const hidden: string[] = [];
  const bytes = await readFile(file);
  try {
    if (bytes.length > LARGEST_DOCUMENT) throw new Error('it is larger than 200 MB');
    const zip = await JSZip.loadAsync(bytes);
    hidden.push(...(await dropHiddenText(zip)));
    losses.push(...(await lostParts(zip)));
    const properties = await documentProperties(zip);
    const buffer = hidden.length > 0 ? await zip.generateAsync({ type: 'nodebuffer' }) : bytes;
    let pictures = 0;
    const convertImage = mammoth.images.imgElement(async (image) => {
      pictures += 1;
      const ending = /^image\/(\w+)/.exec(image.contentType)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
      const name = `${path.slice(0, -extname(path).length)}-picture-${pictures}.${ending}`;
      const picture = await image.readAsBuffer();
      const media = await prepareMedia(picture, basename(name));
      if ('refused' in media) {
        losses.push(`Picture ${pictures} wasn't imported: ${media.says}`);
        return { src: '' };
      }
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), picture);
      return { src: `/${name.split('/').map(encodeURIComponent).join('/')}` };
    });
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLES, convertImage, includeEmbeddedStyleMap: false, idPrefix: '' },
    );
    // Formulas are counted above.
    const others = messages.filter(({ message }) => !/oMath/.test(message));
    losses.push(...new Set(others.map(({ message }) => messageText(message))));
    return { path, html: value.replace(/<img[^>]*\ssrc=""[^>]*>/g, ''), properties, losses, hidden };
  } catch (error) {
    losses.push(`The file can't be read as a Word document: ${(error as Error).message.split('\n')[0]}.`);
    return { path, html: '', properties: {}, losses, hidden };
  }
}

/** Mammoth's messages are for programmers. */
function messageText(message: string): string {
  const style = /^Unrecognised (\w+) style: '?(.*?)'? \(Style ID/.exec(message);
  if (style) return `The ${style[1]} style "${style[2]}" isn't known; its text was kept as plain text.`;
  const element = /^An unrecognised element was ignored: (.*)$/.exec(message);
  if (element) return `The part "${element[1]}" of the document wasn't imported.`;
  return message.endsWith('.') ? message : `${message}.`;
}
