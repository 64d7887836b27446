import { describe, expect, it } from 'vitest';
import { type Command, type CommandGroup, defineCommand } from '../../../scripts/shared/command.ts';
import { commandHelp, groupHelp } from '../../../scripts/shared/help.ts';
import { loadCommands } from '../../../scripts/shared/load-commands.ts';

const article = defineCommand({
  name: 'article',
  summary: 'Start an article.',
  arguments: { files: { placeholder: 'FILE', about: 'A file', optional: true, repeat: true } },
  options: {
    topic: { value: 'ID', about: 'Topic', required: true },
    locale: { value: 'LOCALE', about: 'Language', otherwise: 'the default language' },
    json: { about: 'Print JSON', group: 'Format' },
  },
  examples: ['npm run new -- article --topic fees'],
  run: async () => 0,
});
const group: CommandGroup = { name: 'new', summary: 'Start something.', commands: [article] };

describe('help', () => {
  it('of a command lists its usage, arguments, options and examples', () => {
    expect(commandHelp(article, group)).toBe(`Start an article.

Usage:
  npm run new -- article [FILE…] --topic ID [options]

Arguments:
  FILE…  A file

Options:
  --topic ID       Topic (required)
  --locale LOCALE  Language (default: the default language)
  -h, --help       Show this help

Format:
  --json  Print JSON

Examples:
  npm run new -- article --topic fees

Exit codes: 0 success, 1 problems found or a failure, 2 wrong usage.
`);
  });

  it('of a group lists its commands', () => {
    expect(groupHelp(group)).toBe(`Start something.

Usage:
  npm run new -- COMMAND [options]

Commands:
  article  Start an article.

For the options of a command: npm run new -- COMMAND --help
Exit codes: 0 success, 1 problems found or a failure, 2 wrong usage.
`);
  });
});

describe('the commands of package.json', async () => {
  const all = await loadCommands();
  const single = all.flatMap((one): (readonly [Command, CommandGroup?])[] =>
    'commands' in one ? one.commands.map((command) => [command, one] as const) : [[one]],
  );

  it('are all declared', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(
      [
        'ask',
        'bench',
        'build',
        'check',
        'comment',
        'dev',
        'export',
        'gaps',
        'import',
        'lint:prose',
        'mcp',
        'move',
        'new',
        'pictures',
        'preview',
        'review',
        'sbom',
        'suggest',
        'theme',
        'tickets',
        'upgrade',
      ].sort(),
    );
  });

  it('describe themselves in sentences, and their options in phrases', () => {
    const sentences = single.flatMap(([{ summary, details = 'None.' }]) => [summary, ...details.split('\n\n')]);
    const phrases = single.flatMap(([{ options, arguments: files }]) =>
      [...Object.values(options), ...Object.values(files)].map(({ about }) => about),
    );
    expect(sentences.filter((text) => !/^[A-Z].*(?:\.|npm run .*)$/s.test(text))).toEqual([]);
    expect(phrases.filter((text) => /\.$/.test(text))).toEqual([]);
  });

  it('fit 100 columns', () => {
    const long = [
      ...single.map(([command, owner]) => commandHelp(command, owner)),
      ...all.flatMap((one) => ('commands' in one ? [groupHelp(one)] : [])),
    ]
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.length > 100);
    expect(long).toEqual([]);
  });
});
