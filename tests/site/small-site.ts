import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ran, run } from '../run.ts';

export const smallContent = join(import.meta.dirname, '../fixtures/sites/small');

export interface SmallSite {
  folder: string;
  content: string;
  out: string;
  build(...words: string[]): Promise<Ran>;
  remove(): Promise<void>;
}

/** A copy of the small help center of the fixtures, to build and to break. */
export async function smallSite(): Promise<SmallSite> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  const content = join(folder, 'content');
  const out = join(folder, 'dist');
  await cp(smallContent, content, { recursive: true });
  return {
    folder,
    content,
    out,
    build: (...words) => run('build', ['--content', content, '--out', out, '--today', '2026-11-15', ...words]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
