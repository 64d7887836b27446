import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what the files of one run share. */
    sharedFolder: string;
  }
}

/** Makes the folder before the integration tests and removes it after them. */
export default async function makeSharedFolder({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-tests-'));
  provide('sharedFolder', folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
