import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../scripts/shared/command.ts';
import { UsageError } from '../../../scripts/shared/failures.ts';
import { parseWords } from '../../../scripts/shared/parse-words.ts';
import { readCount } from '../../../scripts/shared/read-values.ts';

const command = defineCommand({
  name: 'paint',
  summary: 'Paint something.',
  arguments: { what: { placeholder: 'WHAT', about: 'What to paint' } },
  options: {
    color: { value: 'COLOR', about: 'Color', required: true, hint: 'Put it in quotes.' },
    coats: { value: 'NUMBER', about: 'How many coats', default: '2', read: readCount },
    brush: { value: 'NAME', about: 'Brush', repeat: true },
    note: { value: 'TEXT', about: 'Note' },
    wet: { about: 'Paint is wet' },
  },
  run: async () => 0,
});
const parse = (...words: string[]) => parseWords(command, words);
const mistakes = (...words: string[]) => {
  try {
    parse(...words);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message.split('\n');
  }
};

describe('the words of a command line', () => {
  it('are read as declared', () => {
    expect(parse('wall', '--color', 'red', '--brush', 'a', '--brush=b', '--coats', '3', '--wet')).toEqual({
      options: { color: 'red', coats: 3, brush: ['a', 'b'], note: undefined, wet: true },
      values: { what: 'wall' },
    });
  });

  it('have defaults', () => {
    expect(parse('--color', 'red', 'wall').options).toMatchObject({ coats: 2, brush: [], wet: false });
  });

  it('can start with a hyphen after "=" or after "--"', () => {
    expect(parse('--color=-red', '--', '--wall')).toMatchObject({
      options: { color: '-red' },
      values: { what: '--wall' },
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [['wall', '--color', 'red', '--note'], 'Option --note needs a value.'],
    [['wall', '--color', 'red', '--note', ''], 'Option --note needs a value.'],
    [['wall', '--color', 'red', '--note', '--wet'], 'Option --note needs a value.'],
    [['wall', '--color'], 'Option --color needs a value. Put it in quotes.'],
    [['wall', '--color', 'red', '--wet=yes'], "Option --wet doesn't take a value."],
    [['wall', '--color', 'red', '--coast', '3'], 'Unknown option --coast. Did you mean --coats?'],
    [['wall', '--color', 'red', '--toString'], 'Unknown option --toString.'],
    [['wall', '--color', 'red', '-x'], 'Unknown option -x.'],
    [['wall', '--color', 'red', '--coats', 'many'], '--coats is "many". Use a whole number from 1.'],
    [['wall', 'floor', '--color', 'red'], 'Unexpected argument "floor".'],
    [['--color', 'red'], 'Missing argument WHAT: what to paint.'],
    [['wall'], 'Option --color is required.'],
  ])('%j: %s', (words, says) => {
    expect(mistakes(...words)).toEqual([says]);
  });

  it('is reported completely', () => {
    expect(mistakes('--coats', '0', '--wet=1')).toEqual([
      '--coats is "0". Use a whole number from 1.',
      "Option --wet doesn't take a value.",
      'Option --color is required.',
      'Missing argument WHAT: what to paint.',
    ]);
  });

  it('names the command that has the option', () => {
    const owner = (option: string) => (option === 'logo' ? 'npm run new -- theme' : undefined);
    expect(() => parseWords(command, ['wall', '--color', 'red', '--logo', 'x'], owner)).toThrow(
      'Unknown option --logo. It belongs to "npm run new -- theme".',
    );
  });
});
