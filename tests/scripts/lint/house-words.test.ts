import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { engineDir } from '#io/machine/engine.ts';
import { houseWords } from '../../../scripts/lint/house-words.ts';

const found = (yaml: string, text: string, path = 'README.md') =>
  houseWords(yaml)(path, text).map((hit) => `${hit.start} ${hit.found}: ${hit.advice}`);
const group = (words: string, more = '') => `- about: A test\n${more}  words:\n    ${words}\n`;

describe('a line of the house words', () => {
  it.each([
    ['whole words only', 'mend: fix', 'Mend it, amend it, mender.', ['0 Mend: Write: fix.']],
    ['several forms', 'mend, mends: fix', 'It mends.', ['3 mends: Write: fix.']],
    ['any letters', 'colour*: color', 'Two colours.', ['4 colours: Write: color.']],
    [
      'any word',
      'as far as the * tells: if it says so',
      'As far as the export tells',
      ['0 As far as the export tells: Write: if it says so.'],
    ],
    ['a phrase across lines', 'so that: so', 'so\n   that', ['0 so\n   that: Write: so.']],
    [
      'either apostrophe',
      'nobody’s: no one',
      "nobody's, nobody’s",
      ["0 nobody's: Write: no one.", '10 nobody’s: Write: no one.'],
    ],
    ['nothing to write', 'please:', 'Now, please.', ['5 please: Leave it out.']],
    ['why', 'where no: { write: if, why: A place. }', 'Where no', ['0 Where no: Write: if. A place.']],
    ['names of files and options are no words', 'mend: fix', 'mend.yaml, src/mend, --mend, mend-all, mend()', []],
    ['the end of a sentence', 'mend: fix', 'Do not mend.', ['7 mend: Write: fix.']],
  ])('%s', (_, line, text, hits) => {
    expect(found(group(line), text)).toEqual(hits);
  });

  it('allows phrases in which the word is fine', () => {
    const words = group('stands: { write: is, allow: [stands for] }');
    expect(found(words, 'A topic stands for a need and stands here.')).toEqual(['30 stands: Write: is.']);
  });

  it('does not apply to paths that its group leaves out', () => {
    const words = group('colour: color', '  notIn: [content/**]\n');
    expect(found(words, 'colour', 'content/articles/en/cards/order.mdx')).toEqual([]);
    expect(found(words, 'colour', 'docs/articles/en/brand.mdx')).toHaveLength(1);
  });

  it('is refused if it has an unknown key', () => {
    expect(() => found(group('mend: { wirte: fix }'), '')).toThrow('wirte');
  });
});

describe('the house words', async () => {
  const yaml = await readFile(join(engineDir, 'scripts/lint/house-words.yaml'), 'utf8');
  const groups = parse(yaml) as { words: Record<string, { allow?: string[] } | string | null> }[];
  const lines = groups.flatMap(({ words }) => Object.entries(words));
  const example = (phrase: string) => phrase.replace(/ \* /g, ' export ').replace(/\*$/, '');
  const check = houseWords(yaml);

  it.each(lines)('finds every form of: %s', (forms) => {
    const missed = forms
      .split(/,\s*/)
      .filter((form) => check('README.md', `We say ${example(form)}, and more.`).length === 0);
    expect(missed).toEqual([]);
  });

  it.each(
    lines.flatMap(([forms, word]) =>
      (typeof word === 'object' ? (word?.allow ?? []) : []).map((phrase) => [phrase, forms] as const),
    ),
  )('allows "%s" for: %s', (phrase, forms) => {
    const words = `- about: One line\n  words: ${JSON.stringify({ [forms]: { write: 'x', allow: [phrase] } })}`;
    expect(found(words, `We say ${example(phrase)} it.`)).toEqual([]);
  });

  it('list each form once', () => {
    const forms = lines.flatMap(([key]) => key.split(/,\s*/));
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });
});
