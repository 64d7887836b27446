/** `npm run check -- --json` as one types it in a project that has no npm scripts: `npx ohje check --json`. */
export function npxNames(text: string): string {
  return text.replace(/\bnpm run (?:--silent )?([\w-]+)(?: --(?=\s|`|$))?/g, 'npx ohje $1');
}

/**
 * Lets everything that a command prints name other commands as they can be typed here.
 *
 * All texts name npm scripts, which a project of `npm run new -- site` has. Someone who runs `npx ohje` can be anywhere.
 *
 * @param streams those that people read, not programs
 */
export function printNpxNames(streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    const write = stream.write.bind(stream) as (...words: unknown[]) => boolean;
    stream.write = ((chunk: unknown, ...rest: unknown[]) =>
      write(typeof chunk === 'string' ? npxNames(chunk) : chunk, ...rest)) as typeof stream.write;
  }
}
