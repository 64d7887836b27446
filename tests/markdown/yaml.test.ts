import { describe, expect, it } from 'vitest';
import { readYaml } from '#markdown/yaml.ts';
import { voiceFaults } from '../voice.ts';

const read = (text: string, firstLine?: number) => readYaml(text, 'site.yaml', 'site-invalid', firstLine);

describe('a value', () => {
  it.each([
    ['a group', 'name: Pilvi\npopular: 6', { name: 'Pilvi', popular: 6 }],
    ['a list', '- en\n- fi', ['en', 'fi']],
    ['nothing', '', null],
    ['comments only', '# to be written', null],
    ['a shared part', 'a: &shared { x: 1 }\nb: *shared', { a: { x: 1 }, b: { x: 1 } }],
    ['text over lines', 'a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
  ])('is read: %s', (_, text, value) => {
    const { findings, ...located } = read(text);
    expect(findings).toEqual([]);
    expect(located.value).toEqual(value);
  });
});

describe('a place', () => {
  const { at } = read(
    'name: Pilvi\nsections:\n  cards:\n    title: { en: Cards,\n             fi: Kortit }\nlocales: [en, fi]\n',
  );

  it.each([
    [['name'], 1, 1],
    [['sections', 'cards', 'title', 'fi'], 5, 14],
    [['locales', 1], 6, 15],
    [['sections', 'loans'], 2, 1],
    [['locales', 7], 6, 1],
    [['name', 'first'], 1, 1],
    [[], 1, 1],
    [['__proto__'], 1, 1],
  ])('of %j is line %i, column %i', (keys, line, column) => {
    expect(at(keys)).toEqual({ path: 'site.yaml', line, column });
  });

  it('counts from the line on which the text starts in its file', () => {
    expect(read('title: x', 2).at(['title'])).toMatchObject({ line: 2 });
  });
});

describe('a mistake', () => {
  it.each([
    ['a tab', 'contact:\n\temail: x', 2],
    ['a colon', 'name: a: b', 1],
    ['the same key', 'name: a\nlocales: [en]\nname: b', 3],
    ['a key of JavaScript twice', '__proto__: 1\n__proto__: 2', 2],
    ['a name that is not given', 'name: *Pilvi', 1],
    ['a tag', 'name: !Pilvi x', 1],
    ['two documents', 'name: a\n---\nname: b', 2],
  ])('is reported with its line, and without a value: %s', (_, text, line) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(findings[0]).toMatchObject({ code: 'site-invalid', path: 'site.yaml', line });
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('is explained in words', () => {
    const [found] = read('contact:\n\temail: x').findings;
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"This line is indented with a tab. Use spaces instead of tabs at the start of a line."`,
    );
  });

  it.each([
    ['a key that is moved in', 'title: Late\n  summary: x', 2, '"summary: x" is not indented like the lines'],
    ['a key that is moved out', '  title: Late\nsummary: x', 2, '"summary: x" is not indented like the lines'],
    ['a key of a list', 'related:\n- a\n  b: x', 3, '"b: x" is not indented like the lines'],
    ['a colon in a text', 'title: Late: what now?', 1, '"Late: what now?" contains a colon'],
    ['a colon between curly quotes', 'title: “Late: what now?”', 1, '"“Late: what now?”" contains a colon'],
    ['a question mark', 'title: ? x', 1, 'not valid YAML'],
    ['no space behind the key', 'title:x\nsummary: y', 1, '"title:x" is not a key with a value'],
    ['no colon', 'title: a\nsummary\nrelated: []', 2, '"summary" is not a key with a value'],
    ['a quote that is not closed', 'name: x\ntitle: "Late\nsummary: y', 2, 'The quote before "Late" is never closed'],
    ['a quote that another one closes', 'title: "Late\nsummary: "y"', 1, 'The quote before "Late" is never closed'],
    ['a quote around one word', 'title: "Late" parcel', 1, '"parcel" comes after the quote'],
    ['an apostrophe', "title: 'It's late'", 1, `"s late'" comes after the quote`],
    ['a bracket that is not closed', 'locales: [en, fi\nname: x', 2, '"[" before this line is never closed'],
    ['a sign at the beginning', 'title: @home', 1, 'cannot start with "@"'],
    ['the same key', 'a: 1\na : 2', 2, 'The key "a" appears twice'],
  ])('is reported once, at its place, without parser jargon: %s', (_, text, line, says) => {
    const { findings } = read(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ line, says: expect.stringContaining(says) });
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('is reported together with all others', () => {
    expect(read('a: 1\na: 2\nb: 1\nb: 2').findings).toHaveLength(2);
  });
});

describe('a file that uses too many resources', () => {
  const laughs = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefghij'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[index]}`)}]`),
  ];

  it.each([
    ['laughs a billion times', laughs.join('\n')],
    ['names what it does not have', 'a: *b'],
    ['holds itself', 'a: &a\n  - *a'],
    ['is nested ten thousand times', '['.repeat(10_000)],
    ['is one line of a million signs', `a: ${'x'.repeat(1_000_000)}`],
    ['has a key of a thousand and more', `${'k'.repeat(2000)}: 1`],
  ])('is never thrown: it %s', (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  it('is reported as a finding', () => {
    expect(read(laughs.join('\n')).findings).toHaveLength(1);
    expect(read('['.repeat(10_000)).findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('changes no prototype', () => {
    const { value } = read('__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  });
});
