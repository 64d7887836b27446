import { parseArgs } from 'node:util';
import { nearest } from '#kb/findings/suggest.ts';
import { shellQuoted } from '#kb/values/shell.ts';
import type { Command, OptionSpec, OptionSpecs } from './command.ts';
import { UsageError } from './failures.ts';

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** The words of a command line as options and arguments, without judging them. */
export function tokensOf(words: readonly string[], specs: OptionSpecs) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  // Not strict: the messages of parseArgs are written for programmers, and it stops at the first mistake.
  return parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/**
 * Reads the options and arguments of a command.
 *
 * @param ownerOf the command that has an option this one lacks, if there is one
 * @throws UsageError that lists everything that is wrong, a line each
 */
export function parseWords(
  command: Command,
  words: readonly string[],
  ownerOf: (option: string) => string | undefined = () => undefined,
): { options: Record<string, unknown>; values: Record<string, unknown> } {
  const mistakes: string[] = [];
  const attempt = <Value>(step: () => Value): Value | undefined => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      mistakes.push(error.message);
      return undefined;
    }
  };
  const tokens = tokensOf(words, command.options);
  const given = new Map<string, unknown[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const value = attempt(() => readOption(token, command.options, ownerOf));
    given.set(token.name, [...(given.get(token.name) ?? []), value]);
  }
  const options: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(command.options)) {
    const values = given.get(name) ?? [];
    if (spec.required && values.length === 0) mistakes.push(`Option --${name} is required.`);
    options[name] = spec.repeat ? values : (values.at(-1) ?? attempt(() => defaultOf(name, spec)));
  }
  const texts = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const values = readArguments(command, texts, mistakes);
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'));
  return { options, values };
}

function readOption(token: OptionToken, specs: OptionSpecs, ownerOf: (option: string) => string | undefined): unknown {
  const { name, rawName, value, inlineValue } = token;
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) {
    const owner = ownerOf(name);
    if (owner !== undefined) throw new UsageError(`Unknown option ${rawName}. It belongs to "${owner}".`);
    const near = rawName.startsWith('--') ? nearest(name, Object.keys(specs)) : undefined;
    throw new UsageError(`Unknown option ${rawName}.${near === undefined ? '' : ` Did you mean --${near}?`}`);
  }
  if (spec.value === undefined) {
    if (value !== undefined) throw new UsageError(`Option --${name} doesn't take a value.`);
    return true;
  }
  // Without "=", what looks like an option is one, and the value is missing.
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-') && value.length > 1))
    throw new UsageError(`Option --${name} needs a value.${spec.hint === undefined ? '' : ` ${spec.hint}`}`);
  return spec.read ? spec.read(value, `--${name}`) : value;
}

function defaultOf(name: string, { value, default: text, read }: OptionSpec): unknown {
  if (value === undefined) return false;
  return text === undefined || !read ? text : read(text, `--${name}`);
}

/** What to say about an argument that isn't expected. */
export function unexpectedText(argument: string, options: OptionSpecs): string {
  const isContent = isPath(argument) && Object.hasOwn(options, 'content');
  return `Unexpected argument "${argument}".${isContent ? ` For a content folder, write: --content ${shellQuoted(argument)}` : ''}`;
}

function isPath(text: string): boolean {
  return text === 'content' || /[/\\]/.test(text);
}

function readArguments(command: Command, texts: readonly string[], mistakes: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  let rest = texts;
  for (const [name, { placeholder, about, optional, repeat }] of Object.entries(command.arguments)) {
    const taken = repeat ? rest : rest.slice(0, 1);
    rest = rest.slice(taken.length);
    if (taken.length === 0 && !optional)
      mistakes.push(`Missing argument ${placeholder}: ${about.charAt(0).toLowerCase()}${about.slice(1)}.`);
    values[name] = repeat ? taken : taken[0];
  }
  // After an unknown option, it could be the value of that option.
  const [first] = rest;
  if (first !== undefined && mistakes.length === 0) mistakes.push(unexpectedText(first, command.options));
  return values;
}
