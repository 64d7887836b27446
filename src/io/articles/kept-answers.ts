import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../machine/files.ts';

/** An answer as it is kept. */
export interface KeptAnswer {
  status: number;
  text: string;
  next?: string | undefined;
  /** The address after redirects. */
  url: string;
}

/** Answers of a server that are kept in a folder, so a download that ended early can go on. */
export class KeptAnswers {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(request: string): Promise<KeptAnswer | undefined> {
    const text = await readText(this.#fileOf(request));
    return text === undefined ? undefined : (JSON.parse(text) as KeptAnswer);
  }

  async put(request: string, answer: KeptAnswer): Promise<void> {
    const file = this.#fileOf(request);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.${process.pid}`, JSON.stringify(answer), { mode: 0o600 });
    await rename(`${file}.${process.pid}`, file);
  }

  #fileOf(request: string): string {
    return join(this.#folder, `${createHash('sha256').update(request).digest('hex').slice(0, 32)}.json`);
  }
}
