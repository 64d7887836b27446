import { readFile } from 'node:fs/promises';

/** The lines of a file that ends with a line break. */
export async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).trimEnd().split('\n');
}
