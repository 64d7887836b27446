import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ArticleFields } from '#kb/content/article.ts';
import { FactsFile } from '#kb/content/fact.ts';
import { SiteFile } from '#kb/content/site.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { validate } from '#kb/findings/validate.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { voiceFaults } from '../../voice.ts';

const located = (value: unknown) => ({
  value,
  at: (keys: readonly PropertyKey[]) => ({ path: 'file.yaml', line: keys.length }),
});
const check = (schema: z.ZodType, value: unknown) => validate(schema, located(value), 'site-invalid').findings;
const words = (schema: z.ZodType, value: unknown) => check(schema, value).map(({ says, fix }) => `${says} ${fix}`);

describe('a valid file', () => {
  it('returns its value with all defaults, and no finding', () => {
    expect(validate(z.strictObject({ a: z.number().default(5) }), located({}), 'site-invalid')).toEqual({
      value: { a: 5 },
      findings: [],
    });
  });

  it('can be empty', () => {
    expect(check(z.strictObject({ a: z.number().optional() }), null)).toEqual([]);
    expect(check(z.strictObject({ a: z.number().optional() }), undefined)).toEqual([]);
  });
});

describe('an invalid file', () => {
  it('says which key replaces one of another tool, if the file has it', () => {
    expect(words(ArticleFields, { title: 'x', description: 'y' })).toEqual([
      'Unknown key "description". Use "summary" instead.',
    ]);
    expect(words(z.strictObject({ a: z.number().optional() }), { description: 'y' })).toEqual([
      'Unknown key "description". Use "a".',
    ]);
  });

  it('returns no value and all findings at once, each at its own key', () => {
    const { value, findings } = validate(
      ArticleFields,
      located({ titel: 'x', reviewed: 'soon', topics: [''] }),
      'front-matter-invalid',
    );
    expect(value).toBeUndefined();
    expect(findings.map(({ code, path, line }) => `${code} ${path}:${line}`).sort()).toEqual([
      'front-matter-invalid file.yaml:1',
      'front-matter-invalid file.yaml:1',
      'front-matter-invalid file.yaml:1',
      'front-matter-invalid file.yaml:2',
    ]);
  });
});

describe('messages', () => {
  it('a misspelled key is reported with the nearest one', () => {
    expect(words(ArticleFields, { title: 'x', sumary: 'y' })).toMatchInlineSnapshot(`
      [
        "Unknown key "sumary". Did you mean "summary"?",
      ]
    `);
  });

  it('a nested key is compared with the keys of its own group', () => {
    expect(
      words(SiteFile, { name: 'x', locales: ['en'], defaultLocale: 'en', contact: { mail: 'x' } }),
    ).toMatchInlineSnapshot(`
      [
        "Unknown key "mail". Did you mean "email"?",
      ]
    `);
  });

  it('a value that can be a text or a group of keys is checked as what it is', () => {
    const site = { name: 'x', locales: ['en'], defaultLocale: 'en' };
    expect(words(SiteFile, { ...site, contact: { email: 'help' } })).toEqual([
      '"help" is not a valid value for "contact.email". Write an email address such as help@example.com.',
    ]);
    expect(words(SiteFile, { ...site, contact: { email: { adress: 'help@example.com' } } })).toEqual([
      '"contact.email.address" is missing. Add it: an email address such as help@example.com.',
      'Unknown key "adress". Did you mean "address"?',
    ]);
  });

  it('a missing key is described', () => {
    expect(words(ArticleFields, {})).toMatchInlineSnapshot(`
      [
        ""title" is missing. Add it: the question or task in the reader’s words; it becomes the heading.",
      ]
    `);
  });

  it('a value that is not a choice is reported with the nearest one', () => {
    expect(words(ArticleFields, { title: 'x', type: 'FAQ' })).toMatchInlineSnapshot(`
      [
        ""FAQ" is not a valid value for "type". Did you mean "faq"?",
      ]
    `);
  });

  it('a day that does not exist is reported', () => {
    expect(words(ArticleFields, { title: 'x', reviewed: '2026-02-30' })).toMatchInlineSnapshot(`
      [
        ""2026-02-30" is not a valid value for "reviewed". Write a valid date such as 2026-09-14.",
      ]
    `);
  });

  it('a value is shown on one line, whatever characters are in it', () => {
    for (const type of ['a\nb', 'a\r\nb', '\u001b[2J', 'a\u0000b', '\u009b31m', 'a\u202eb'])
      expect(check(ArticleFields, { title: 'x', type })[0]?.says).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  it('a long value is cut', () => {
    expect(check(ArticleFields, { title: 'x', type: 'x'.repeat(200) })[0]?.says).toMatchInlineSnapshot(
      `""xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" is not a valid value for "type"."`,
    );
  });
});

describe('every mistake in a file', () => {
  const site = { name: 'Pilvi', locales: ['en'], defaultLocale: 'en' };
  it.each<[string, z.ZodType, unknown, string?]>([
    ['an empty title', ArticleFields, { title: '' }, '"title" is empty'],
    ['a title that is a number', ArticleFields, { title: 12 }, '"12"'],
    ['a title left empty', ArticleFields, { title: null }],
    ['a title that is a list', ArticleFields, { title: ['x'] }],
    ['a topic that is no list', ArticleFields, { title: 'x', topics: 'card-lost' }, '"card-lost"'],
    ['a topic that is a number', ArticleFields, { title: 'x', topics: [1] }, '"1"'],
    ['a digest that YAML takes for a number', ArticleFields, { title: 'x', source: 123456789012 }, '"123456789012"'],
    ['a digest that is too short', ArticleFields, { title: 'x', source: 'abc' }, '"abc"'],
    ['a time of review that is none', ArticleFields, { title: 'x', reviewEvery: '6 moons' }, '"6 moons"'],
    ['an old address without a slash', ArticleFields, { title: 'x', redirectFrom: ['old'] }, '"old"'],
    ['front matter that is a word', ArticleFields, 'hello', '"hello"'],
    ['front matter that is a list', ArticleFields, ['x']],
    ['an address of the site that is none', SiteFile, { ...site, url: 'help.example.com' }, '"help.example.com"'],
    ['an e-mail address that is none', SiteFile, { ...site, contact: { email: 'help' } }, '"help"'],
    ['a default language it does not speak', SiteFile, { ...site, defaultLocale: 'fi' }, '"fi"'],
    ['a language that is no tag', SiteFile, { ...site, locales: ['en', 'pt_BR'] }, '"pt_BR"'],
    ['no language at all', SiteFile, { ...site, locales: [] }],
    ['a section that is a word', SiteFile, { ...site, sections: { cards: 'Cards' } }, '"Cards"'],
    ['a title that is neither text nor texts', SiteFile, { ...site, sections: { cards: { title: 5 } } }, '"5"'],
    ['a number that is a word', SiteFile, { ...site, popular: 'many' }, '"many"'],
    ['a number below zero', SiteFile, { ...site, popular: -1 }, '"-1"'],
    ['half a ticket', SiteFile, { ...site, recurrence: { minTickets: 2.5 } }, '"2.5"'],
    ['a code there is not', SiteFile, { ...site, severity: { 'link-brokn': 'off' } }, '"link-brokn"'],
    ['a severity there is not', SiteFile, { ...site, severity: { 'link-broken': 'fatal' } }, '"fatal"'],
    ['a fact with a hyphen', FactsFile, { 'card-fee': 6 }, '"card-fee"'],
    ['a fact that is a list', FactsFile, { cardFee: ['6 EUR'] }],
    ['a fact that is yes or no', FactsFile, { cardFee: true }, '"true"'],
    ['a topic with capital letters', TopicsFile, { topics: { 'Lost Card': {} } }, '"Lost Card"'],
    ['a topic with an unknown key', TopicsFile, { topics: { lost: { categorys: [] } } }, '"categorys"'],
    ['topics that are a list', TopicsFile, { topics: ['lost'] }],
    ['a version to come', ThemeFile, { version: 2 }, '"2"'],
    ['a colour that is none', ThemeFile, { version: 1, colors: { brand: 'pilvi blue' } }, '"pilvi blue"'],
    ['a colour for one mode only', ThemeFile, { version: 1, colors: { brand: { light: '#fff' } } }],
    ['a length without a unit', ThemeFile, { version: 1, radius: '12' }, '"12"'],
  ])('is worded like every other: %s', (_, schema, value, shown) => {
    const findings = check(schema, value);
    expect(findings).not.toEqual([]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    if (shown !== undefined) expect(findings.map(({ says }) => says).join()).toContain(shown);
  });

  it('reports what is missing, and no more, if the file is empty', () => {
    expect(
      check(SiteFile, {})
        .map(({ says }) => says)
        .sort(),
    ).toEqual(['"defaultLocale" is missing.', '"locales" is missing.', '"name" is missing.']);
  });

  it('a misspelled finding code is reported with the nearest one', () => {
    const [found] = check(SiteFile, { ...site, severity: { 'link-brokn': 'off' } });
    expect(found?.fix).toContain('"link-broken"');
  });

  it('an invalid name of a fact is reported with the format of names', () => {
    expect(check(FactsFile, { 'card-fee': 6 })[0]?.fix).toContain('letters and digits');
  });

  it('keys with names from JavaScript are keys like others', () => {
    const value = JSON.parse('{"title": "x", "__proto__": 1, "constructor": 2, "toString": 3}');
    expect(check(ArticleFields, value).map(({ says }) => says)).toEqual([
      'Unknown key "__proto__".',
      'Unknown key "constructor".',
      'Unknown key "toString".',
    ]);
  });
});
