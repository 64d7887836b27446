import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineDir } from '#io/machine/engine.ts';
import type { Command, CommandGroup } from './command.ts';

/** All commands of package.json as they are declared, for documentation. */
export async function loadCommands(): Promise<(Command | CommandGroup)[]> {
  const { scripts } = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const files = Object.values(scripts).flatMap((line) => /^node (scripts\/[\w/-]+\.[jt]s)$/.exec(line)?.[1] ?? []);
  const modules = await Promise.all(
    files
      // Declares no command: it takes no options, and npm runs it.
      .filter((file) => file !== 'scripts/package.ts')
      .map((file) => import(pathToFileURL(join(engineDir, file)).href) as Promise<{ command: Command | CommandGroup }>),
  );
  return modules.map(({ command }) => command);
}
