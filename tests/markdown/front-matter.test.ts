import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '#markdown/front-matter.ts';
import { voiceFaults } from '../voice.ts';

const split = (source: string) => readFrontMatter(source, 'articles/en/cards/order.mdx');
const codesOf = (source: string) => split(source).findings.map(({ code }) => code);

describe('an article', () => {
  it('is split into its fields, its body, and the line on which the body starts', () => {
    const { fields, body, bodyLine, findings } = split('---\ntitle: Order\ntopics: [a]\n---\n\nOpen **Cards**.\n');
    expect(fields?.value).toEqual({ title: 'Order', topics: ['a'] });
    expect(body.trim()).toBe('Open **Cards**.');
    expect(body.split('\n').length + bodyLine).toBe(8);
    expect(findings).toEqual([]);
  });

  it('knows the place of each key', () => {
    const { fields } = split('---\ntitle: Order\ntopics:\n  - a\n  - b\n---\n');
    expect(fields?.at(['title'])).toEqual({ path: 'articles/en/cards/order.mdx', line: 2, column: 1 });
    expect(fields?.at(['topics', 1])).toMatchObject({ line: 5, column: 5 });
    expect(fields?.at(['missing'])).toMatchObject({ line: 2 });
  });

  it.each([
    ['a byte order mark', '\uFEFF---\ntitle: Order\n---\ntext'],
    ['the line ends of Windows', '---\r\ntitle: Order\r\n---\r\ntext'],
    ['spaces after its dashes', '---  \ntitle: Order\n--- \ntext'],
    ['its language written out', '---yaml\ntitle: Order\n---\ntext'],
    ['nothing after the front matter', '---\ntitle: Order\n---'],
    ['dashes in its body', '---\ntitle: Order\n---\ntext\n\n---\n\nmore'],
    ['dashes in a value', '---\ntitle: Order\nsummary: a --- b\n---\ntext'],
  ])('can have %s', (_, source) => {
    const { fields, findings } = split(source);
    expect(findings).toEqual([]);
    expect(fields?.value).toMatchObject({ title: 'Order' });
  });

  it('keeps the lines of its body where they are, with the line ends of Windows too', () => {
    const unix = split('---\ntitle: Order\n---\n\n\nhere');
    const windows = split('---\r\ntitle: Order\r\n---\r\n\r\n\r\nhere');
    expect(windows).toMatchObject({ body: unix.body, bodyLine: unix.bodyLine });
    const line = unix.bodyLine + unix.body.split('\n').indexOf('here');
    expect(line).toBe(6);
  });

  it('reads values as YAML 1.2 does, and as nothing else', () => {
    const { fields } = split('---\ntime: 12:30:45\nday: 2026-09-14\nanswer: no\ncode: 0777\nbig: 1_000\n---\n');
    expect(fields?.value).toEqual({ time: '12:30:45', day: '2026-09-14', answer: 'no', code: 777, big: '1_000' });
  });
});

describe('missing front matter', () => {
  it.each([
    ['an empty file', ''],
    ['text only', 'Open **Cards**.'],
    ['a blank line before it', '\n---\ntitle: Order\n---\n'],
    ['front matter that is never closed', '---\ntitle: Order\n\nOpen **Cards**.'],
    ['front matter in another fence', '+++\ntitle = "Order"\n+++\n'],
    ['the line ends of an old Mac', '---\rtitle: Order\r---\r'],
  ])('%s', (_, source) => {
    const { fields, findings } = split(source);
    expect(fields).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'front-matter-missing', line: 1 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });
});

describe('front matter in another language runs nothing', () => {
  const marks = globalThis as { ran?: boolean };

  it.each([
    'js',
    'javascript',
    'JS',
    ' js',
    'js ',
    'json',
    'coffee',
    'coffeescript',
    'cson',
    'toml',
    'ts',
    'yml',
    'constructor',
    '__proto__',
  ])('---%s', (language) => {
    const { findings, fields } = split(
      `---${language}\n{ title: (globalThis.ran = true, 'Order') }\n---\n\nOpen **Cards**.`,
    );
    expect(marks.ran).toBeUndefined();
    expect(fields).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'front-matter-code', line: 1 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('is kept out of the body, so mistakes in it are not reported', () => {
    expect(split('---json\n{ "title": "Order" }\n---\n\nOpen **Cards**.').body.trim()).toBe('Open **Cards**.');
  });
});

describe('YAML that cannot be read', () => {
  it.each([
    ['a colon in a title', 'title: How: do I order?', 2],
    ['a quote that is not closed', 'title: "Order', undefined],
    ['a bracket that is not closed', 'title: Order\ntopics: [a', undefined],
    ['a tab before a key', 'title: Order\nappliesTo:\n\tplatforms: [ios]', 4],
    ['the same key twice', 'title: Order\ntitle: Freeze', 3],
    ['a title that begins with a star', 'title: *Bold* words', 2],
    ['a title that is one word with a star', 'title: *Bold', 2],
    ['a title that begins with an at', 'title: @home', 2],
    ['a title that begins with a percent sign', 'title: %off', 2],
    ['a title that begins with a backtick', 'title: `code`', 2],
    ['a title with a tag', 'title: !important', 2],
  ])('%s is reported with its line', (_, lines, line) => {
    const { fields, findings } = split(`---\n${lines}\n---\n\nOpen **Cards**.`);
    expect(fields).toBeUndefined();
    expect(findings[0]?.code).toBe('front-matter-invalid');
    if (line !== undefined) expect(findings[0]?.line).toBe(line);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('is reported once, and the lines of the front matter are not read as text', () => {
    expect(codesOf('---\ntitle: "Order\naliases: [<b>, {]\n---\n\nOpen **Cards**.')).toEqual(['front-matter-invalid']);
    expect(split('---\ntitle: How: do I?\n---\n\nOpen **Cards**.').body.trim()).toBe('Open **Cards**.');
  });
});

describe('hostile YAML', () => {
  it('cannot change a prototype', () => {
    const { fields } = split(
      '---\ntitle: Order\n__proto__:\n  polluted: true\nconstructor:\n  prototype: { polluted: true }\n---\n',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(fields?.value).not.toHaveProperty('polluted');
  });

  it('does not grow without end', () => {
    const laughs = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghij'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[index]}`)}]`),
    ];
    const { findings } = split(`---\ntitle: Order\n${laughs.join('\n')}\n---\n`);
    expect(findings.map(({ code }) => code)).toEqual(['front-matter-invalid']);
  });

  it('cannot refer to itself', () => {
    expect(() => split('---\ntitle: &a [*a]\n---\n')).not.toThrow();
  });

  it.each([
    ['brackets', '['.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['a line', 'x'.repeat(1_000_000)],
  ])('can be long or deep: %s', (_, value) => {
    expect(() => split(`---\ntitle: Order\nsummary: ${value}\n---\n`)).not.toThrow();
  });

  it('can include characters that no page can show', () => {
    const { fields } = split('---\ntitle: "a\\0b"\nsummary: "\\uD800"\n---\n');
    expect(fields?.value).toEqual({ title: 'a\u0000b', summary: '\ud800' });
  });
});
