import type { Command, CommandGroup } from './command.ts';

/**
 * The options of a command that npm took for its own, because `--` was forgotten: `npm run check --content acme`.
 *
 * @param command the npm script: a command, or the group that has it
 * @param options the names of the options
 */
export function optionsKeptByNpm(
  { name }: Command | CommandGroup,
  options: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  // A script that npm started can start commands of its own.
  if (env.npm_lifecycle_event !== name) return [];
  // npm hands its settings on in variables, and sets those that the command line has.
  return options.filter((option) => (env[`npm_config_${option.replaceAll('-', '_')}`] ?? '') !== '');
}
