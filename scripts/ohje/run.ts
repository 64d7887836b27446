import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineDir } from '#io/machine/engine.ts';
import type { Command, CommandGroup } from '../shared/command.ts';
import { loadCommands } from '../shared/load-commands.ts';
import { suggestOneOf } from '../shared/read-values.ts';
import { runCommand } from '../shared/run-command.ts';

/** Runs `ohje NAME …`: the commands of the package, by the names that the repository's npm scripts have. */
export async function run([name, ...words]: readonly string[]): Promise<void> {
  const { version, scripts } = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8')) as {
    version: string;
    scripts: Record<string, string>;
  };
  if (name === '--version' || name === '-v') process.stdout.write(`${version}\n`);
  else if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview(await loadCommands()));
    process.exitCode = name === undefined ? 2 : 0;
  } else if (!Object.hasOwn(scripts, name)) {
    process.stderr.write(
      `Unknown command "${name}". ${suggestOneOf(name, Object.keys(scripts))}\n\nFor help, run: npx ohje --help\n`,
    );
    process.exitCode = 2;
  } else {
    const file = join(engineDir, 'scripts', `${name}${extname(import.meta.filename)}`);
    const { command } = (await import(pathToFileURL(file).href)) as { command: Command | CommandGroup };
    await runCommand(command, words);
  }
}

function overview(commands: readonly (Command | CommandGroup)[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${firstSentence(summary)}`);
  return `Usage: npx ohje COMMAND\n\nCommands:\n${lines.join('\n')}\n\nFor help with one of them, run: npx ohje COMMAND --help\n`;
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}
