import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../machine/atomic-write.ts';
import { isMissing } from '../machine/files.ts';

/** Answers of a download that isn't finished; hidden, so an import doesn't read them. */
const ANSWERS = '.answers';

/** Older answers would be mixed with newer ones, in milliseconds. */
const FRESH = 24 * 60 * 60 * 1000;

/** The folder that keeps what was downloaded: drafts and restricted articles, too, so git never takes it. */
export interface DownloadFolder {
  /** Where answers are kept until the download is finished. */
  answers: string;
  /** Writes what was downloaded into a file and ends the download. */
  finish(file: string, downloaded: unknown): Promise<void>;
}

/**
 * Opens the folder of a download. A download that ended early continues; after a finished one, a new one starts and
 * keeps only its pictures and files, whose addresses change with their content.
 *
 * @param now in milliseconds
 */
export async function openDownload(folder: string, now: number): Promise<DownloadFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, '.gitignore'), '*\n');
  const answers = join(folder, ANSWERS);
  const started = await stat(answers).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (started && now - started.birthtimeMs > FRESH) await rm(answers, { recursive: true, force: true });
  return {
    answers,
    async finish(file, downloaded) {
      await replaceFile(join(folder, file), `${JSON.stringify(downloaded, null, 1)}\n`);
      await rm(answers, { recursive: true, force: true });
    },
  };
}
