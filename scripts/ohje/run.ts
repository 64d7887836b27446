import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { commandFiles, loadCommand, loadCommands } from '../shared/load-commands.ts';
import { suggestOneOf } from '../shared/read-values.ts';
import { runCommand } from '../shared/run-command.ts';
import { printNpxNames } from './npx-names.ts';

/** Runs `ohje NAME …`: the commands of the package, by the names that the repository's npm scripts have. */
export async function run([name, ...words]: readonly string[]): Promise<void> {
  // npm says which script it runs; `npx` itself is none. What programs read stays as it is.
  const isData = words.some((word) => /^--(?:json|batch|annotations)\b/.test(word));
  if (!isData && (process.env.npm_lifecycle_event ?? 'npx') === 'npx')
    printNpxNames(name === 'mcp' ? [process.stderr] : [process.stdout, process.stderr]);
  const files = await commandFiles();
  const file = files.get(name ?? '');
  if (file !== undefined) await runCommand(await loadCommand(file), words);
  else if (name === '--version' || name === '-v') process.stdout.write(`${await engineVersion()}\n`);
  else if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await overview());
    process.exitCode = name === undefined ? 2 : 0;
  } else {
    process.stderr.write(
      `Unknown command "${name}". ${suggestOneOf(name, [...files.keys()])}\n\nFor help, run: npx ohje --help\n`,
    );
    process.exitCode = 2;
  }
}

async function engineVersion(): Promise<string> {
  return JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8')).version;
}

async function overview(): Promise<string> {
  const commands = await loadCommands();
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${firstSentence(summary)}`);
  return `Usage: npx ohje COMMAND\n\nCommands:\n${lines.join('\n')}\n\nFor help with one of them, run: npx ohje COMMAND --help\n`;
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}
