import { relative, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Finding } from '#kb/findings/finding.ts';
import { isDay } from '#kb/values/day.ts';
import { findingsText } from '#report/findings-text.ts';

/** Wrong usage: the usage of the command is shown, and it exits with 2. */
export class UsageError extends Error {}

/** What the user can fix, worded for them: shown without a stack trace, exit 1. */
export class Refusal extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was written for each of some options. */
export type OptionValues<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

/**
 * Runs a command: options in, exit code out. A wrong option is an error, never a warning.
 *
 * @param usage shown for --help and for wrong usage
 * @param run returns the exit code: 0 done, 1 findings or a failure that was explained
 */
export async function command<O extends Options>(
  usage: string,
  options: O,
  run: (values: OptionValues<O>, words: string[]) => Promise<number>,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', mustBeUnread);
  try {
    const { values, positionals } = parse(options);
    if ((values as { help?: boolean }).help) {
      process.stdout.write(`${usage.trim()}\n`);
      return;
    }
    process.exitCode = await run(values, positionals);
  } catch (error) {
    if (error instanceof UsageError) {
      // The error comes last, where it is still seen on a short screen.
      process.stderr.write(`${usage.trim()}\n\n${error.message}\n`);
      process.exitCode = 2;
    } else if (error instanceof Refusal) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}

/** Who reads along may have seen enough, as `head` has; what there is to do is done all the same. */
function mustBeUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

const help = { help: { type: 'boolean', short: 'h' } } as const;

function parse<O extends Options>(options: O) {
  try {
    return parseArgs({ options: { ...options, ...help }, allowPositionals: true, strict: true });
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const bare = /^Option '(?:-\w, )?(?<option>--[\w-]+) <value>' argument missing/.exec(says)?.groups?.option;
    throw new UsageError(
      bare === undefined
        ? says
        : `Option ${bare} needs a value. Put it in quotes: most terminals read everything after a bare "#" as a comment.`,
    );
  }
}

/** The content folder a command works on, absolute. */
export function contentFolder(named: string | undefined): string {
  return resolve(named ?? 'content');
}

/** @throws UsageError where the text is no day of the form YYYY-MM-DD */
export function dayOption(name: string, text: string): string {
  if (!isDay(text)) throw new UsageError(`--${name} is "${text}", but a day such as 2026-11-15 is expected.`);
  return text;
}

/** @throws UsageError where the text is no whole number from 1 */
export function wholeOption(name: string, text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text))
    throw new UsageError(`--${name} is "${text}", but a whole number from 1 is expected.`);
  return Number(text);
}

/** @throws UsageError where the text is no port; 0 is any that is free */
export function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`--port is "${text}", but a number such as 4321 is expected.`);
  return port;
}

/**
 * What each step makes of its part of the call.
 *
 * @throws UsageError or Refusal that says all that is wrong at once, a line each
 */
export async function together<Made extends unknown[]>(
  ...steps: { [Place in keyof Made]: () => Made[Place] | Promise<Made[Place]> }
): Promise<Made> {
  const done = await Promise.allSettled(steps.map(async (step) => step()));
  const failures = done.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  const wrong = failures.filter((one) => one instanceof UsageError || one instanceof Refusal);
  if (failures.length > wrong.length) throw failures.find((one) => !wrong.some((known) => known === one));
  const says = wrong.map(({ message }) => message).join('\n');
  if (wrong.some((one) => one instanceof UsageError)) throw new UsageError(says);
  if (wrong.length > 0) throw new Refusal(`${says} ${NOTHING}`);
  return done.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Made;
}

/** What to tell people of a failure of the machine, such as a full disk. */
export function failureText(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full. Make room and run the command again.';
  if (code === 'EACCES' || code === 'EPERM')
    return `There is no permission to write ${path ?? 'there'}. Change the permission or name another folder.`;
  if (code === 'EROFS') return `${path ?? 'The folder'} cannot be written to. Name another folder.`;
  return message;
}

/** What a command ends with that has changed nothing. */
export const NOTHING = 'Nothing was written.';

/** Says what is wrong with the content, and that it was left alone. */
export function refuse(findings: readonly Finding[]): number {
  process.stderr.write(`${findingsText(findings)}\n\n${NOTHING}\n`);
  return 1;
}

/** The content folder as commands to paste name it; `undefined` for the one they take unasked. */
export function namedContent(dir: string): string | undefined {
  const name = nameOf(dir);
  return name === 'content' ? undefined : name;
}

/**
 * A command to paste, such as `npm run check -- --content my-content`.
 *
 * @param wish options with a space before each, or nothing
 */
export function callOf(script: string, wish: string): string {
  return `npm run ${script}${wish === '' ? '' : ` --${wish}`}`;
}

/** As the user would write it. */
export function nameOf(file: string): string {
  const name = relative(process.cwd(), file);
  return name.startsWith('..') ? file : name;
}
