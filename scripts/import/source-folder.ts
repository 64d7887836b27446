import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { DeskAddressError } from '#intake/articles/desks/desk.ts';
import type { Importer } from '#intake/articles/importers/importer.ts';
import { downloadDesk } from '#io/articles/download-desk.ts';
import { downloadSite } from '#io/articles/download-site.ts';
import { DownloadError } from '#io/articles/patient-fetch.ts';
import { hasCredentials } from '#kb/values/web-address.ts';
import { NOTHING, Refusal, UsageError } from '../shared/failures.ts';
import { showProgress } from '../shared/progress.ts';

/** Next to the content folder; hidden, so no build reads it. */
const DOWNLOADS = '.import';

/**
 * The folder that an import reads: the one that is named, or the one into which an address is downloaded.
 *
 * @param target the content folder that will be written
 * @param locale the language of pages that don't say theirs
 */
export async function sourceFolder(
  importer: Importer,
  named: string,
  target: string,
  locale: string | undefined,
): Promise<string> {
  const isThere = await exists(named);
  if (isThere && importer.converts) return converted(importer.converts, importer.name, named, target);
  const address = isThere ? undefined : addressOf(named);
  if (!address) return resolve(named);
  const { desk } = importer;
  if (!desk && !importer.crawls)
    throw new UsageError(`Importing ${importer.name} takes a folder, and "${named}" isn't one.`);
  if (hasCredentials(address.href)) {
    const set = desk ? ` Set ${desk.token.variables.join(' and ')} instead.` : '';
    throw new UsageError(`Leave the name and password out of the address.${set}`);
  }
  const folder = join(dirname(target), DOWNLOADS, `${importer.name}-${address.host.replace(/[^\w.-]+/g, '-')}`);
  const progress = showProgress();
  try {
    const shared = { address, folder, now: Date.now(), show: progress.show };
    if (desk) await downloadDesk(desk, { ...shared, env: process.env });
    else await downloadSite({ ...shared, locale });
  } catch (error) {
    progress.clear();
    if (error instanceof DownloadError || error instanceof DeskAddressError)
      throw new Refusal(`${error.message} ${NOTHING}`);
    throw error;
  }
  progress.clear();
  process.stderr.write(`Downloaded to ${relative(process.cwd(), folder)}, which git ignores.\n`);
  return folder;
}

async function converted(documents: RegExp, name: string, named: string, target: string): Promise<string> {
  const folder = join(dirname(target), DOWNLOADS, `${name}-${basename(resolve(named)).replace(/[^\w.-]+/g, '-')}`);
  const progress = showProgress();
  // Takes a third of the time that the command needs to start.
  const { convertDocuments } = await import('#io/articles/convert-documents.ts');
  await convertDocuments(
    resolve(named),
    folder,
    (path) => documents.test(path),
    (done, of) => progress.show(`Converting ${of} documents`, done / of),
  );
  progress.clear();
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** `kettle.zendesk.com`, `https://kettle.zendesk.com/hc/en-us`, `localhost:8080`; nothing for what can't be one. */
function addressOf(text: string): URL | undefined {
  const isHost = /^(?:localhost|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|\d+(?:\.\d+){3})(?::\d+)?(?:\/|$)/i.test(text);
  if (!/^https?:\/\//i.test(text) && !isHost) return undefined;
  try {
    if (/^https?:\/\//i.test(text)) return new URL(text);
    // A server on this machine has no certificate.
    const isHere = /^(?:localhost|127\.|\[::1\])/i.test(text);
    return new URL(`${isHere ? 'http' : 'https'}://${text}`);
  } catch {
    return undefined;
  }
}
