import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, suggest } from '#kb/findings/suggest.ts';
import { checkLibrary } from '#kb/rules/check.ts';
import { compile } from '#markdown/compile.ts';
import { readYaml } from '#markdown/yaml.ts';
import { makeArticle, makeLibrary, makeScope, render } from '../make.ts';

// Whatever a writer saves is read in a time that fits its size, or is a finding. A slow machine gets ten times as long.
const PATIENCE = 60_000;
/** How many random articles are tried: the same few in each run, and more, other ones if OHJE_FUZZ is a number. */
const runs = Number(process.env.OHJE_FUZZ ?? 150);
const seed = process.env.OHJE_FUZZ === undefined ? { seed: 1 } : {};

const times = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index));
const facts = makeScope({ variables: { 'facts.x': 'y'.repeat(2000), 'site.name': 'Pilvi' } });

describe('an article that would take minutes or all of the memory', () => {
  it.each<[string, string]>([
    ['characters by their names', '&amp;'.repeat(2_000_000)],
    ['characters by their names in a table', '| &amp; '.repeat(30_000)],
    ['variables in one line', '{facts.x}'.repeat(300_000)],
    ['comments in one line', '{/* x */}'.repeat(100_000)],
    ['a wide table with short rows', `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n${'|\n'.repeat(2000)}`],
    ['a long variable, often', times(9000, () => '{facts.x}').join('\n\n')],
  ])('is a finding with its line: %s', (_, body) => {
    const path = 'articles/en/cards/freeze.mdx';
    const { findings } = compile({ path, source: `---\ntitle: A\n---\n\n${body}\n` }, facts);
    expect(findings.map(({ code }) => code)).toEqual(['article-too-large']);
    expect(findings[0]?.line).toBeGreaterThan(4);
  });

  it('is a finding at the snippet of the article, if snippets multiply', () => {
    const snippets = Object.fromEntries([
      ...times(10, (level) => `s${level}`).map((name, level) => [
        name,
        `<Snippet name="s${level + 1}" />\n\n`.repeat(10),
      ]),
      ['s10', 'boom'],
    ]);
    const { findings, html } = render('Hello\n\n<Snippet name="s0" />\n', makeScope({ snippets }));
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['article-too-large', 3]]);
    expect(html.length).toBeLessThan(10_000_000);
  });
});

describe('tags in code', () => {
  it.each(['{', '{{', 'a {\n\n', '<Callout type={', 'export const a = '])(
    'after "%s" cannot double the time each',
    (start) => {
      const { codes } = render(`${start}${'<b>'.repeat(100)}`);
      expect(codes).toEqual(['article-too-deep']);
    },
  );

  it('are no mistake in code that is only shown', () => {
    const shown = `Write \`{\` or \\{ first.\n\n${'<b>a</b> '.repeat(50)}\n\n\`\`\`js\nlet a = {${'<b>'.repeat(100)}\n\`\`\`\n`;
    expect(render(shown).codes).toEqual([]);
  });
});

describe('an article that is large and read all the same', () => {
  it.each<[string, string]>([
    ['a paragraph of 5 MB', 'word '.repeat(1_000_000)],
    ['a word of 5 MB', 'a'.repeat(5_000_000)],
    ['a million blank lines', `${'\n'.repeat(1_000_000)}x`],
    ['20,000 headings of one name', times(20_000, () => '## Same\n\ntext').join('\n\n')],
    ['a row of 20,000 cells', `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n`],
    ['half-open addresses', 'http://'.repeat(100_000)],
    ['stars', '*a **b '.repeat(100_000)],
    ['backticks', times(800, (count) => '`'.repeat(count + 1)).join(' ')],
    ['footnotes', times(5000, (index) => `[^${index}]: x[^${index + 1}]`).join('\n\n')],
  ])('%s', (_, body) => {
    const start = performance.now();
    const { codes } = render(body, facts);
    expect(codes).toEqual([]);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });
});

describe('many of something', () => {
  it('broken links are found in a moment, however many articles there are', () => {
    const articles = times(3000, (index) => `s${index}/a`).map((id, index) =>
      makeArticle(id, { links: [`s${index}/b`] }),
    );
    const start = performance.now();
    expect(checkLibrary(makeLibrary({ articles })).length).toBe(3000);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  it('of many choices, the nearest one is still suggested', () => {
    const choices = times(20_000, (index) => `topic-${index}`);
    expect(nearest('topik-1234', ['topic-1234', ...choices])).toBe('topic-1234');
    expect(nearest('cancel-crad', [...choices, 'cancel-card'])).toBe('cancel-card');
    expect(nearest('a'.repeat(1000), ['a'.repeat(1000)])).toBeUndefined();
    expect(suggest('zebra', choices)).toContain('"topic-0", "topic-1", "topic-10"');
  });

  it.each<[string, string]>([
    [
      'aliases that multiply',
      `a: &a [${'x,'.repeat(9)}]\n${times(8, (index) => `${'bcdefghi'[index]}: &${'bcdefghi'[index]} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`).join('')}`,
    ],
    ['an alias of itself', 'a: &a [*a]\n'],
    ['20,000 brackets', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['3000 levels', times(3000, (index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('YAML with %s is a finding', (_, text) => {
    const start = performance.now();
    const { findings } = readYaml(text, 'facts.yaml', 'fact-invalid');
    expect(findings.map(({ code }) => code)).toContain('fact-invalid');
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });
});

const token = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      ' ',
      '    ',
      '> ',
      '- ',
      '1. ',
      '# ',
      '## ',
      '| ',
      '|-|\n',
      '***',
      '**',
      '_',
      '`',
      '```\n',
      '~',
      '\\',
    ],
    ...[
      '[',
      ']',
      '(',
      ')',
      '](',
      '![',
      '[^1]',
      '[^1]: ',
      '<',
      '>',
      '</',
      '/>',
      '{',
      '}',
      '{/*',
      '*/}',
      '&amp;',
      '&#0;',
      '&',
    ],
    ...[
      '{site.name}',
      '{facts.x}',
      '<Callout type="tip">',
      '</Callout>',
      '<Steps>',
      '</Steps>',
      '<Snippet name="a" />',
    ],
    ...[
      '<b>',
      '</b>',
      '<br/>',
      '<script>',
      '<img src="a.png" onerror="a">',
      'import a from "b"\n',
      'export const a = 1\n',
    ],
    ...['---\n', '\ttitle: a\n', 'http://', 'javascript:', 'a@b.c', '\u0000', '\u202e', '\ud800', 'word', 'é', '字'],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
/** Pieces of the language in any order, some of them many times. */
const text = fc
  .array(
    fc.tuple(
      token,
      fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.integer({ min: 1, max: 400 })),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.map(([piece, count]) => piece.repeat(count)).join(''));

describe('any text', () => {
  const scope = makeScope({ variables: { 'site.name': 'Pilvi' }, snippets: { a: 'Hello <b>you</b>' } });

  it('is an article, or has findings with their places, and runs nothing', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (body, framed) => {
        const path = 'articles/en/cards/freeze.mdx';
        const source = framed ? `---\ntitle: A\n---\n\n${body}` : body;
        const { article, findings, html } = compile({ path, source }, scope);
        expect(article !== undefined || findings.length > 0).toBe(true);
        const last = source.split(/\r\n?|\n/).length;
        for (const found of findings) {
          expect(found.path).toBe(path);
          expect(found.line ?? 1).toBeGreaterThanOrEqual(1);
          expect(found.line ?? 1).toBeLessThanOrEqual(last);
          expect(`${found.says}${found.fix}`).not.toMatch(/[\n\u202a-\u202e]/);
        }
        if (findings.length > 0) return;
        const text = html() ?? '';
        expect(text).not.toMatch(/<[a-z][^<>]*\s(?:href|src)="javascript:/i);
        expect(text.replace(/"[^"]*"/g, '""')).not.toMatch(/<script|<[a-z][^<>]*\son\w+=/i);
      }),
      { ...seed, numRuns: runs, interruptAfterTimeLimit: Math.max(8000, runs * 50), markInterruptAsFailure: false },
    );
  }, 600_000);

  it('is YAML, or has findings with their places', () => {
    const yaml = fc
      .array(
        fc.constantFrom(
          'a: ',
          '- ',
          '&a ',
          '*a ',
          '[',
          ']',
          '{',
          '}',
          ',',
          '"',
          "'",
          '|\n',
          '>\n',
          '\n',
          '  ',
          '#',
          '? ',
          ': ',
          '!!js ',
          '<<: ',
          '\t',
          'x',
          '---\n',
          '%a\n',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(yaml, (source) => {
        const { findings, at } = readYaml(source, 'facts.yaml', 'fact-invalid');
        for (const found of findings) expect(found.line).toBeGreaterThanOrEqual(1);
        expect(at(['a', 'x', 0]).line).toBeGreaterThanOrEqual(1);
      }),
      { ...seed, numRuns: runs * 5 },
    );
  }, 600_000);
});
