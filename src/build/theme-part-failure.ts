import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The parts of an error from a compiler or bundler. */
interface Failure {
  message?: string;
  stack?: string;
  errors?: Failure[];
  loc?: { file?: string; line?: number; column?: number };
}

/**
 * A message for the author of a theme whose part stopped the build.
 *
 * @param dir the folder of the theme, absolute
 */
export function themePartFailure(error: unknown, name: string, dir: string): string | undefined {
  const failures = [error as Failure, ...((error as Failure).errors ?? [])];
  const fix = 'Fix it there, or remove the file from "parts" to use the engine’s own part.';
  for (const { message = '', loc } of failures)
    if (loc?.file?.startsWith(dir + sep)) {
      const place = [`themes/${name}/${loc.file.slice(dir.length + 1)}`, loc.line, loc.column];
      return `${place.filter((part) => part !== undefined).join(':')} cannot be read: ${sentence(message)} ${fix}`;
    }
  for (const { message = '', stack = '' } of failures)
    for (const [, component] of stack.matchAll(/\bAstroComponentInstance\.(\w+)/g))
      if (existsSync(join(dir, 'parts', `${component}.astro`)))
        return `themes/${name}/parts/${component}.astro failed when a page was drawn: ${sentence(message)} ${fix}`;
  return undefined;
}

function sentence(message: string): string {
  const [first = ''] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
