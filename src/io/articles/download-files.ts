import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import type { WantedFile } from '#intake/articles/desks/desk-files.ts';
import { decodeAddress } from '#kb/values/decode-address.ts';
import { mediaTypes } from '../media/media-types.ts';
import { prepareMedia } from '../media/prepare-media.ts';
import { atServer, DownloadError, type HttpAnswer, type patientFetch } from './patient-fetch.ts';

const LARGEST_FILE = 100 * 2 ** 20;
const AT_ONCE = 4;
/** Below the folder of the download. */
const FILES = 'files';

/**
 * Downloads pictures and files into `files` of a folder, except those that are there already.
 *
 * @param base where the old site is read today
 * @returns their paths in the folder by address, and one sentence about each that couldn't be downloaded
 */
export async function downloadFiles(
  wanted: readonly WantedFile[],
  {
    folder,
    base,
    fetch,
    show,
  }: {
    folder: string;
    base: URL;
    fetch: ReturnType<typeof patientFetch>;
    show(done: number, of: number): void;
  },
): Promise<{ files: Map<string, string>; losses: string[] }> {
  const files = new Map<string, string>();
  const losses: string[] = [];
  const unreachable = new Set<string>();
  let next = 0;
  const work = async () => {
    for (let file = wanted[next++]; file; file = wanted[next++]) {
      show(next, wanted.length);
      const path = (await there(folder, file)) ?? (await downloaded(file));
      if (typeof path === 'string') files.set(file.address, path);
      else losses.push(path.lost);
    }
  };
  const downloaded = async (file: WantedFile): Promise<string | { lost: string }> => {
    let why = '';
    for (const url of placesOf(file, base)) {
      if (unreachable.has(url.host)) {
        why ||= `${url.host} can't be reached`;
        continue;
      }
      try {
        const answer = await fetch(url, {
          accept: file.isPicture ? 'image/*,*/*;q=0.5' : '*/*',
          limit: LARGEST_FILE,
          tries: 3,
        });
        if (answer.status === 200) return await saved(folder, file, answer);
        why = `the server answers ${answer.status}`;
      } catch (error) {
        if (!(error instanceof DownloadError)) throw error;
        if (error.isUnreachable && url.origin !== base.origin) unreachable.add(url.host);
        why = error.message.replace(/ Run the same command again.*$/, '').replace(/\.$/, '');
      }
    }
    return { lost: `${file.isPicture ? 'The image' : 'The file'} ${file.address} wasn't downloaded: ${why}.` };
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), losses: losses.sort() };
}

function keyOf({ address }: WantedFile): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 12);
}

async function there(folder: string, file: WantedFile): Promise<string | undefined> {
  const names = await readdir(join(folder, FILES, keyOf(file))).catch(() => []);
  const [name] = names.filter((one) => !one.startsWith('.'));
  return name && `${FILES}/${keyOf(file)}/${name}`;
}

/** The old site's files are where it is read today; if not there, then where the article says. */
function placesOf({ address, isOwn }: WantedFile, base: URL): URL[] {
  const written = new URL(address);
  if (!isOwn || written.origin === base.origin) return [written];
  const today = atServer(written, base);
  return written.hostname.endsWith('.invalid') ? [today] : [today, written];
}

async function saved(folder: string, file: WantedFile, answer: HttpAnswer): Promise<string | { lost: string }> {
  const name = await nameFor(file, answer);
  const media = await prepareMedia(answer.body, name);
  if ('refused' in media) return { lost: `The file ${file.address} wasn't downloaded: ${media.says}` };
  const place = join(folder, FILES, keyOf(file));
  await mkdir(place, { recursive: true, mode: 0o700 });
  const draft = join(place, `.${process.pid}`);
  await writeFile(draft, answer.body, { mode: 0o600 });
  await rename(draft, join(place, name));
  return `${FILES}/${keyOf(file)}/${name}`;
}

/** A name with the ending that the content has. */
async function nameFor({ name, address }: WantedFile, { body, headers, url }: HttpAnswer): Promise<string> {
  const found = await fileTypeFromBuffer(body).catch(() => undefined);
  const inHeader = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const decoded = [inHeader ?? '', lastOf(address), lastOf(url)].map(decodeAddress).find((one) => one !== '');
  const written = name ?? decoded;
  const plain =
    (written ?? '')
      .replace(/[^\p{L}\p{N}._ -]+/gu, '-')
      .replace(/^[. -]+|[. -]+$/g, '')
      .slice(-120) || 'file';
  const ending = extname(plain).toLowerCase();
  const isText = /svg/.test(headers.get('content-type') ?? '') && !found;
  const real = isText || found?.mime === 'application/xml' ? '.svg' : found && `.${found.ext}`;
  const fits = found === undefined || (mediaTypes[ending]?.includes(found.mime) ?? false);
  return fits && ending !== '' && !(isText && ending !== '.svg')
    ? plain
    : `${ending === '' || !mediaTypes[ending] ? plain : plain.slice(0, -ending.length)}${real ?? ''}`;
}

function lastOf(address: string): string {
  return new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? '';
}
