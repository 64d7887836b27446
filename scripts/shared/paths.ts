import { relative, resolve } from 'node:path';

/** A file or folder as the user would write it: relative to the working directory if it is inside. */
export function nameOf(file: string): string {
  const name = relative(process.cwd(), file);
  return name.startsWith('..') ? file : name;
}

/** The content folder for a command to paste; `undefined` if it is the default one. */
export function namedContent(dir: string): string | undefined {
  const name = nameOf(dir);
  return name === 'content' ? undefined : name;
}

/**
 * A command to paste, such as `npm run check -- --content my-content`.
 *
 * @param options each with a space before it, or an empty string
 */
export function callOf(script: string, options: string): string {
  return `npm run ${script}${options === '' ? '' : ` --${options}`}`;
}

/** The content folder of a command, absolute. */
export function contentFolder(named: string): string {
  return resolve(named);
}
