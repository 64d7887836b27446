import { Ajv2020 } from 'ajv/dist/2020.js';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { outputFiles } from '#build/outputs/all.ts';
import type { BuiltSite } from '#build/outputs/output.ts';
import type { Article } from '#kb/content/article.ts';
import { ArticlesFile } from '#kb/content/articles-file.ts';
import { isDay } from '#kb/values/day.ts';
import { makeArticle, makeLibrary } from '../../make.ts';
import { fileOf, makeBuiltSite } from './make-site.ts';

const url = 'https://a.example/help/';
const made = (articles: Article[], differs: Partial<BuiltSite> = {}) => {
  const library = makeLibrary({ articles });
  const markdown = new Map(library.articles.map(({ path, title }) => [path, `# ${title}\n\nText.\n`]));
  return makeBuiltSite({ library, markdown, url, base: '/help/', ...differs });
};
const small = made([
  makeArticle('cards/freeze', { title: 'Freeze [a] card', summary: 'Tap it.' }),
  makeArticle('cards/pins/change', { title: 'Change the PIN' }),
  makeArticle('cards/freeze', { locale: 'fi', title: 'Jäädytä' }),
]);

describe('what assistants get', () => {
  it('is a list of the articles of a language, by section, that leads to their Markdown', () => {
    expect(fileOf(small, 'en/llms.txt')).toBe(`# site.title

- [llms-full.txt](${url}en/llms-full.txt)
- [articles.json](${url}en/articles.json)

## Cards

- [Freeze \\[a\\] card](${url}en/cards/freeze.md): Tap it.

## Cards › Pins

- [Change the PIN](${url}en/cards/pins/change.md)
`);
    // What is shown instead of a translation is in the list of its own language.
    expect(fileOf(small, 'fi/llms.txt')?.match(/\.md/g)).toHaveLength(1);
  });

  it('is the list in the default language at the root, which leads to the others', () => {
    expect(fileOf(small, 'llms.txt')).toContain(`- [Finnish](${url}fi/llms.txt)`);
    expect(fileOf(small, 'llms.txt')).toContain(fileOf(small, 'en/llms.txt'));
  });

  it('is every article, and all of them in one file', () => {
    expect(fileOf(small, 'fi/cards/freeze.md')).toBe('# Jäädytä\n\nText.\n');
    expect(fileOf(small, 'fi/cards/pins/change.md')).toBeUndefined();
    expect(fileOf(small, 'en/llms-full.txt')).toContain('---\n\n# Freeze [a] card\n\nText.\n\n---\n\n# Change the PIN');
  });

  it('is what writers wrote, also if it looks like Markdown or HTML', () => {
    const site = made([makeArticle('cards/fee', { title: 'A *fee* of <b> & [x](y)', summary: '# One\n- two `c`' })]);
    const line = (fileOf(site, 'en/llms.txt') ?? '').split('\n').find((one) => one.includes('cards/fee.md')) ?? '';
    const texts: string[] = [];
    visit(unified().use(remarkParse).parse(line), 'text', ({ value }) => void texts.push(value));
    expect(texts.join('')).toBe('A *fee* of <b> & [x](y): # One - two `c`');
  });

  it('is at its address also if a name has other letters than English', () => {
    const site = made([makeArticle('cards/jäädytä')]);
    expect(fileOf(site, 'en/cards/jäädytä.md')).toContain('Text.');
    expect(fileOf(site, 'en/llms.txt')).toContain(`(${url}en/cards/j%C3%A4%C3%A4dyt%C3%A4.md)`);
  });

  it('is a JSON file that its schema allows', () => {
    const file = ArticlesFile.parse(JSON.parse(fileOf(small, 'en/articles.json') ?? ''));
    expect(file.articles.map(({ id, sections, languages }) => [id, sections, languages])).toEqual([
      ['cards/freeze', ['Cards'], ['en', 'fi']],
      ['cards/pins/change', ['Cards', 'Pins'], ['en']],
    ]);
    expect(file.$schema).toBe(`${url}articles-schema.json`);
    // As programs elsewhere read it.
    const valid = new Ajv2020({ formats: { date: isDay } }).compile(
      JSON.parse(fileOf(small, 'articles-schema.json') ?? ''),
    );
    expect([valid(file), valid.errors]).toEqual([true, null]);
    expect(valid({ ...file, articles: [{ ...file.articles[0], added: 'soon' }] })).toBe(false);
  });

  it('has paths if the address of the site is not known', () => {
    expect(fileOf({ ...small, url: undefined }, 'en/llms.txt')).toContain('(/help/en/cards/freeze.md)');
  });

  it('is in several files if one would be too long, and nothing is lost', () => {
    const articles = Array.from({ length: 2000 }, (_, index) =>
      makeArticle(`${['full', 'cards', 'cards-2', 'llms'][index % 4]}/n${index}`, {
        title: `Article ${index}`,
        summary: 'S'.repeat(60),
      }),
    );
    const library = makeLibrary({ articles });
    const markdown = new Map(
      library.articles.map(({ path, title }) => [path, `# ${title}\n\n${'Text. '.repeat(200)}\n`]),
    );
    const site = makeBuiltSite({ library, markdown, url });
    const paths = outputFiles(site).map(({ path }) => path);
    expect(new Set(paths)).toHaveLength(paths.length);
    const files = outputFiles(site).filter(({ path }) => /^en\/llms.*\.txt$/.test(path));
    const lists = files.filter(({ path }) => /^en\/llms[./]/.test(path));
    const texts = files.filter(({ path }) => /^en\/llms-full[./]/.test(path));
    expect(lists.length).toBeGreaterThan(3);
    expect(texts.length).toBeGreaterThan(2);
    for (const { text } of lists) expect(text.length).toBeLessThan(50_000);
    for (const group of [lists, texts]) {
      const [main, ...parts] = group;
      const all = parts.map(({ text }) => text).join('');
      for (const { title } of library.articles.slice(0, 50)) expect(all).toContain(`${title}`);
      for (const { path } of parts) expect(main?.text).toContain(`(${url.replace('help/', '')}${path})`);
      expect(all.match(/Article \d+/g)).toHaveLength(2000);
    }
  });

  it('is not there on an internal site', () => {
    const paths = outputFiles({ ...small, audience: 'internal' }).map(({ path }) => path);
    expect(paths.filter((path) => /llms|\.md$|articles.*json/.test(path))).toEqual([]);
  });
});
