import { shellQuoted } from '#kb/values/shell.ts';
import { type Command, type CommandGroup, startOf } from './command.ts';
import { failureText, isOfMachine, Refusal, UsageError } from './failures.ts';
import { commandHelp, groupHelp } from './help.ts';
import { optionsKeptByNpm } from './kept-by-npm.ts';
import { parseWords, tokensOf } from './parse-words.ts';
import { listOf, suggestOneOf } from './read-values.ts';

/**
 * Runs a command with the words after its name, and sets the exit code: 0 success, 1 problems found or a failure that
 * was explained, 2 wrong usage. A wrong option is an error, never a warning.
 */
export async function runCommand(
  command: Command | CommandGroup,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  let start = startOf(command);
  try {
    if (!('commands' in command)) process.exitCode = await runOne(command, words);
    else {
      const found = findCommand(command, words);
      if (found) start = startOf(found.command, command);
      if (found) process.exitCode = await runOne(found.command, found.words, command);
      else if (asksForHelp(words)) process.stdout.write(groupHelp(command));
      else throw new UsageError(`Name a command: ${listOf(command.commands.map(({ name }) => name))}.`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\nFor help, run: ${start} --help\n`);
      process.exitCode = 2;
    } else if (error instanceof Refusal) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else if (isOfMachine(error) && !process.env.DEBUG) {
      process.stderr.write(`${failureText(error)}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}

async function runOne(command: Command, words: readonly string[], group?: CommandGroup): Promise<number> {
  if (asksForHelp(words)) {
    process.stdout.write(commandHelp(command, group));
    return 0;
  }
  const kept = optionsKeptByNpm(group ?? command, Object.keys(command.options)).map((name) => `--${name}`);
  if (kept.length > 0)
    throw new UsageError(
      `npm took ${kept.join(', ')} for itself. Write -- before your options: ${startOf(command, group)} ${[...kept, ...words.map(shellQuoted)].join(' ')}`,
    );
  const owner = (option: string) => group?.commands.find(({ options }) => Object.hasOwn(options, option));
  const { options, values } = parseWords(command, words, (option) => {
    const found = owner(option);
    return found && startOf(found, group);
  });
  return command.run(options as never, values as never);
}

/** The command of a group that the words name, with the words that are left; `undefined` if they name none. */
function findCommand(group: CommandGroup, words: readonly string[]): { command: Command; words: string[] } | undefined {
  const options = Object.assign({}, ...group.commands.map((command) => command.options));
  // Options can come before the name, so the first word that isn't an option or its value is looked for.
  const first = tokensOf(words, options).find((token) => token.kind === 'positional');
  if (!first) return undefined;
  const command = group.commands.find(({ name }) => name === first.value);
  if (command) return { command, words: words.filter((_, index) => index !== first.index) };
  const names = group.commands.map(({ name }) => name);
  throw new UsageError(`Unknown command "${first.value}". ${suggestOneOf(first.value, names)}`);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h');
}

/** A reader such as `head` can close the pipe early; the command still finishes its work. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
