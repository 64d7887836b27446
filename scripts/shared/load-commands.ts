import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineDir } from '#io/machine/engine.ts';
import type { Command, CommandGroup } from './command.ts';

/** The commands of package.json: their files by their names, in order. */
export async function commandFiles(): Promise<Map<string, string>> {
  const { scripts } = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const files = Object.entries(scripts).flatMap(([name, line]) => {
    const file = /^node (scripts\/[\w/-]+\.[jt]s)$/.exec(line)?.[1];
    // Packing declares no command: it takes no options, and npm runs it.
    return file === undefined || name === 'prepack' ? [] : [[name, join(engineDir, file)] as const];
  });
  return new Map(files);
}

/** A command as its file declares it. */
export async function loadCommand(file: string): Promise<Command | CommandGroup> {
  return ((await import(pathToFileURL(file).href)) as { command: Command | CommandGroup }).command;
}

/** All commands as they are declared, for documentation. A command can't call this: it would wait for itself. */
export async function loadCommands(): Promise<(Command | CommandGroup)[]> {
  return Promise.all([...(await commandFiles()).values()].map(loadCommand));
}
