/** An option of a command, such as `--content DIR`. */
export interface OptionSpec<Value = unknown> {
  /** The placeholder of its value, such as `DIR`. An option without one is a flag. */
  value?: string;
  /** What it does, for `--help` and the documentation. */
  about: string;
  /** The value if the option isn't given, as one would type it. */
  default?: string;
  /** What applies if the option isn't given and no single value can be named. */
  otherwise?: string;
  required?: true;
  /** Can be given more than once. */
  repeat?: true;
  /** The heading in `--help`; "Options" by default. */
  group?: string;
  /** @throws UsageError if the text isn't valid. `label` is the name to use in the message, such as `--until`. */
  read?: (text: string, label: string) => Value;
  /** What to say if the value is missing, after the standard message. */
  hint?: string;
}

/** An argument of a command, such as `FILE`. */
export interface ArgumentSpec {
  placeholder: string;
  about: string;
  optional?: true;
  /** Takes all remaining arguments. */
  repeat?: true;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
export type ArgumentSpecs = Readonly<Record<string, ArgumentSpec>>;

type ReadValue<S> = S extends { read: (text: string, label: string) => infer Value } ? Value : string;

/** What `run` gets for each option: a boolean for flags, a list for options that repeat. */
export type OptionValues<Specs> = {
  [Name in keyof Specs]: Specs[Name] extends { value: string }
    ? Specs[Name] extends { repeat: true }
      ? ReadValue<Specs[Name]>[]
      : Specs[Name] extends { default: string } | { required: true }
        ? ReadValue<Specs[Name]>
        : ReadValue<Specs[Name]> | undefined
    : boolean;
};

/** What `run` gets for each argument. */
export type ArgumentValues<Specs> = {
  [Name in keyof Specs]: Specs[Name] extends { repeat: true }
    ? string[]
    : Specs[Name] extends { optional: true }
      ? string | undefined
      : string;
};

/** A command as it is declared. Parsing, `--help`, error messages and the documentation all come from it. */
export interface Command {
  /** As in `npm run check`, or the word after it for a command of a group. */
  name: string;
  /** One or two sentences. */
  summary: string;
  /** Further paragraphs of `--help`, separated by a blank line. */
  details?: string;
  /** How to start it, if not with `npm run NAME --`. */
  start?: string;
  /** What can follow the name, if that isn't all arguments and options: `--explain CODE`. */
  usage?: readonly string[];
  arguments: ArgumentSpecs;
  options: OptionSpecs;
  /** Full command lines. */
  examples?: readonly string[];
  /** @returns the exit code: 0 success, 1 problems found or a failure that was explained */
  run: (options: never, values: never) => Promise<number>;
}

/** Commands that share a name, such as `npm run new -- article` and `npm run new -- theme`. */
export interface CommandGroup {
  name: string;
  summary: string;
  details?: string;
  commands: readonly Command[];
}

/** What the exit code of every command means. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: 'success',
  1: 'problems found or a failure',
  2: 'wrong usage',
};

/** Declares a command; the types of what `run` gets follow from its options and arguments. */
export function defineCommand<const Options extends OptionSpecs, const Arguments extends ArgumentSpecs>(
  command: Omit<Command, 'arguments' | 'options' | 'run'> & {
    arguments?: Arguments;
    options: Options;
    run: (options: OptionValues<Options>, values: ArgumentValues<Arguments>) => Promise<number>;
  },
): Command {
  return { ...command, arguments: command.arguments ?? {}, run: command.run };
}

/** How to start a command of a group or on its own: `npm run new -- article`. */
export function startOf(command: Command | CommandGroup, group?: CommandGroup): string {
  if (group) return `npm run ${group.name} -- ${command.name}`;
  return 'start' in command && command.start !== undefined ? command.start : `npm run ${command.name} --`;
}
