import { type Command, type CommandGroup, exitCodes, startOf } from '../shared/command.ts';
import { optionName, usageOf } from '../shared/help.ts';
import { escaped, frontMatter, table } from './mdx.ts';

/** The page of the reference that lists every command with its arguments, options and examples. */
export function commandsPage(commands: readonly (Command | CommandGroup)[]): string {
  const all = commands.flatMap((one): { command: Command; group?: CommandGroup }[] =>
    'commands' in one ? one.commands.map((command) => ({ command, group: one })) : [{ command: one }],
  );
  const head = {
    title: 'Commands and options',
    summary: 'Every command with its options, defaults, examples and exit codes.',
    aliases: [
      ...['cli', 'command line', 'npm scripts', 'options', 'flags', 'exit codes', 'terminal', 'help option'],
      ...['command reference', 'list of all commands'],
    ],
    related: ['run/build', 'tickets/import'],
  };
  return `${frontMatter(head)}
Run these commands in the folder of Ohje. Write options after \`--\`, as in \`npm run build -- --theme lumo\`. Every
command shows its options with \`--help\`. What is in **bold** in a table of options is required.

${table(
  ['Command', 'What it does'],
  all.map(({ command, group }) => [
    `[\`${startOf(command, group).replace(/ --$/, '')}\`](#${anchorOf(headingOf(command, group))})`,
    escaped(command.summary),
  ]),
)}

## Exit codes

${table(
  ['Code', 'Meaning'],
  Object.entries(exitCodes).map(([code, meaning]) => [code, sentenceCase(meaning)]),
)}

${commands.map((one) => ('commands' in one ? groupPart(one) : commandPart(one))).join('\n\n')}
`;
}

function groupPart(group: CommandGroup): string {
  const texts = [group.summary, group.details].filter((text) => text !== undefined);
  return [`## ${group.name}`, ...texts.map(escaped), ...group.commands.map((one) => commandPart(one, group))].join(
    '\n\n',
  );
}

function commandPart(command: Command, group?: CommandGroup): string {
  const { summary, details, arguments: files, options, examples = [] } = command;
  const start = startOf(command, group);
  const usage = (command.usage ?? [usageOf(command)]).map((line) => `${start} ${line}`.trimEnd());
  const values = Object.values(files).map(({ placeholder, about, optional, repeat }) => [
    optional ? `\`${placeholder}\`` : `**\`${placeholder}\`**`,
    noteOn(about, repeat),
    '',
  ]);
  const choices = Object.entries(options).map(([name, spec]) => {
    const option = `\`${optionName({ ...spec, name })}\``;
    return [spec.required ? `**${option}**` : option, noteOn(spec.about, spec.repeat), defaultText(spec)];
  });
  return [
    `${group ? '###' : '##'} ${headingOf(command, group)}`,
    escaped(summary),
    codeBlock(usage),
    ...(details === undefined ? [] : [escaped(details)]),
    ...(values.length + choices.length > 0
      ? [table(['Option', 'What it does', 'Default'], [...values, ...choices])]
      : []),
    ...(examples.length > 0 ? [examples.length === 1 ? 'Example:' : 'Examples:', codeBlock(examples)] : []),
  ].join('\n\n');
}

function headingOf(command: Command, group?: CommandGroup): string {
  return group ? `${group.name} ${command.name}` : command.name;
}

function anchorOf(heading: string): string {
  return heading.replaceAll(' ', '-').replaceAll(':', '');
}

function noteOn(about: string, repeat: true | undefined): string {
  return `${escaped(about)}${repeat ? ' (can be repeated)' : ''}`;
}

function defaultText({ default: text, otherwise }: Command['options'][string]): string {
  return text === undefined ? escaped(otherwise ?? '') : `\`${text}\``;
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function codeBlock(lines: readonly string[]): string {
  return ['```', ...lines, '```'].join('\n');
}
