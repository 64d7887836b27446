import { createReadStream } from 'node:fs';
import type { ZodType } from 'zod';
import { isMissing } from '#io/machine/files.ts';
import { linesOf } from '#io/machine/lines.ts';
import { failureText, Refusal } from '../../../shared/failures.ts';

/** A line of a text file, from 1. */
export interface Line {
  number: number;
  text: string;
}

/**
 * The lines of a file that aren't empty.
 *
 * @throws Refusal if it can't be read
 */
export async function* filledLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  try {
    for await (const line of linesOf(createReadStream(file, 'utf8'))) {
      number++;
      const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).replace(/\r$/, '');
      if (text.trim() !== '') yield { number, text };
    }
  } catch (error) {
    throw new Refusal(
      isMissing(error) ? `There is no file ${file}.` : `${file} can't be opened: ${failureText(error)}`,
    );
  }
}

/**
 * The records of a JSON Lines file, each with the number of its line.
 *
 * @param expected what a line should be: `isn't an article. Write lines such as …`
 * @throws Refusal with the place of the first line that is something else
 */
export async function* jsonLines<T>(
  file: string,
  schema: ZodType<T>,
  expected: string,
): AsyncGenerator<{ line: number; record: T }> {
  for await (const { number, text } of filledLines(file)) {
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) throw new Refusal(`${file}:${number} ${expected}`);
    yield { line: number, record: parsed.data };
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
