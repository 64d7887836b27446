import { wrapText } from '#report/layout/wrap-text.ts';
import { type Command, type CommandGroup, exitCodes, type OptionSpec, startOf } from './command.ts';

const WIDTH = 100;
const exitCodesLine = `Exit codes: ${Object.entries(exitCodes)
  .map(([code, meaning]) => `${code} ${meaning}`)
  .join(', ')}.`;

/** What `--help` prints for a command. */
export function commandHelp(command: Command, group?: CommandGroup): string {
  const start = startOf(command, group);
  const usage = command.usage ?? [usageOf(command)];
  const options = Object.entries(command.options).map(([name, spec]) => ({ ...spec, name }));
  const headings = [...new Set(options.map(({ group: heading = 'Options' }) => heading))];
  const groups = headings.map(
    (heading) => [heading, options.filter(({ group = 'Options' }) => group === heading)] as const,
  );
  const files = Object.values(command.arguments);
  return [
    ...wrapText(command.summary, WIDTH),
    ...section(
      'Usage',
      usage.map((line) => `  ${start} ${line}`.trimEnd()),
    ),
    ...(command.details === undefined ? [] : ['', ...paragraphs(command.details)]),
    ...section(
      'Arguments',
      table(files.map(({ placeholder, repeat, about }) => [repeat ? `${placeholder}…` : placeholder, about])),
    ),
    ...groups.flatMap(([heading, members]) =>
      section(
        heading,
        table([
          ...members.map((one) => [optionName(one), optionAbout(one)] as const),
          ...(heading === 'Options' ? [helpRow] : []),
        ]),
      ),
    ),
    ...(groups.some(([heading]) => heading === 'Options') ? [] : section('Options', table([helpRow]))),
    ...section(
      'Examples',
      (command.examples ?? []).map((line) => `  ${line}`),
    ),
    '',
    exitCodesLine,
    '',
  ].join('\n');
}

/** What `--help` prints for a group of commands. */
export function groupHelp(group: CommandGroup): string {
  const rows = group.commands.map((command) => [command.name, command.summary] as const);
  return [
    ...wrapText(group.summary, WIDTH),
    ...section('Usage', [`  npm run ${group.name} -- COMMAND [options]`]),
    ...(group.details === undefined ? [] : ['', ...paragraphs(group.details)]),
    ...section('Commands', table(rows)),
    '',
    `For the options of a command: npm run ${group.name} -- COMMAND --help`,
    exitCodesLine,
    '',
  ].join('\n');
}

const helpRow = ['-h, --help', 'Show this help'] as const;

/** `FILE… [options]`, with the options that are required. */
export function usageOf({ arguments: files, options }: Command): string {
  const names = Object.values(files).map(({ placeholder, optional, repeat }) => {
    const name = repeat ? `${placeholder}…` : placeholder;
    return optional ? `[${name}]` : name;
  });
  const required = Object.entries(options).flatMap(([name, spec]) =>
    spec.required ? [optionName({ ...spec, name })] : [],
  );
  return [...names, ...required, '[options]'].join(' ');
}

/** `--content DIR`. */
export function optionName({ name, value }: OptionSpec & { name: string }): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/** What an option does, with what applies if it isn't given. */
export function optionAbout({ about, default: text, otherwise, required, repeat }: OptionSpec): string {
  const notes = [
    ...(required ? ['required'] : []),
    ...(repeat ? ['can be repeated'] : []),
    ...(text === undefined ? [] : [`default: ${text}`]),
    ...(otherwise === undefined ? [] : [`default: ${otherwise}`]),
  ];
  return notes.length === 0 ? about : `${about} (${notes.join(', ')})`;
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${heading}:`, ...lines];
}

/** Names on the left, wrapped text on the right. A long name gets its own line. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const widths = rows.map(([name]) => [...name].length).filter((width) => width <= 24);
  const width = Math.max(0, ...widths);
  return rows.flatMap(([name, about]) => {
    const [first = '', ...more] = wrapText(about, WIDTH - width - 4);
    const rest = more.map((line) => `${' '.repeat(width + 4)}${line}`);
    if ([...name].length > width) return [`  ${name}`, `${' '.repeat(width + 4)}${first}`, ...rest];
    return [`  ${name}${' '.repeat(width - [...name].length)}  ${first}`.trimEnd(), ...rest];
  });
}

function paragraphs(text: string): string[] {
  return text
    .split('\n\n')
    .flatMap((one, index) => [...(index === 0 ? [] : ['']), ...wrapText(one.replace(/\s+/g, ' '), WIDTH)]);
}
