import { type CheckedContent, checkContent } from '#io/check-content.ts';
import { type LoadedContent, readContent } from '#io/content/read-content.ts';
import type { Trust } from '#io/content/trust.ts';
import { showProgress } from './progress.ts';

/** Reads a content folder, which takes seconds if it is large, and shows how far that is. */
export function readWithProgress(contentDir: string): Promise<LoadedContent> {
  return shown('Reading the articles', (onRead) => readContent(contentDir, undefined, {}, { onRead }));
}

/** The same for a check. @param today as in `checkContent` */
export function checkWithProgress(
  contentDir: string,
  theme?: string,
  trust?: Trust,
  today?: string,
): Promise<CheckedContent> {
  return shown('Checking the articles', (onRead) => checkContent(contentDir, theme, trust, today, { onRead }));
}

async function shown<Read>(doing: string, read: (onRead: (done: number) => void) => Promise<Read>): Promise<Read> {
  const progress = showProgress();
  progress.show(doing);
  try {
    return await read((done) => progress.show(doing, done));
  } finally {
    progress.clear();
  }
}
