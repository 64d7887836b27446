import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project that contains `folder`: the nearest one with a package.json, or else `folder` itself. */
export function projectFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
    if (at === dirname(at)) return folder;
  }
}
