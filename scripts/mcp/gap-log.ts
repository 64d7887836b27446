import { appendFile, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printCsv } from '#intake/csv.ts';
import { redact } from '#ui/client/search/redact.ts';

/** Writes down a question that no article answers. @returns whether there was room for it */
export type ReportGap = (question: string, locale: string) => Promise<boolean>;

// In bytes and characters. An assistant that reports in a loop must not fill the disk.
const LARGEST = 10 * 1024 * 1024;
const LONGEST = 300;

/**
 * A file of questions that `tickets import --searches` reads. Email addresses and long numbers are never written.
 *
 * @param today the current day, `YYYY-MM-DD`
 */
export function gapLog(file: string, today: () => string): ReportGap {
  let last: Promise<unknown> = Promise.resolve();
  const write = async (question: string, locale: string) => {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LARGEST) return false;
    const line = question.replace(/[\p{Cc}\p{Z}]+/gu, ' ');
    // A spreadsheet would calculate what starts with one of these.
    const text = redact(line.replace(/^[\s=+\-@]+/, '').trim()).slice(0, LONGEST);
    const rows = [[today(), text, locale, '0', 'false']];
    if (size === 0) rows.unshift(['day', 'question', 'locale', 'results', 'confident']);
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, printCsv(rows));
    return true;
  };
  // One after the other, so the first row is written once.
  return (question, locale) => {
    const written = last.then(() => write(question, locale));
    last = written.catch(() => undefined);
    return written;
  };
}
