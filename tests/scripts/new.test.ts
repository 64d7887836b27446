import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../folder.ts';
import { run } from '../run.ts';
import { content } from '../tickets.ts';

const words = 'fi:\n  card-lost:\n    kortti katosi: 2\n    lompakko: 1\n';
const folder = (files: Record<string, string> = {}) => makeFolder({ ...content, ...files });
const begin = (cwd: string, ...told: string[]) => run('new', told, cwd);
// The small site lists no sections in site.yaml and has no translations, which is fine.
const isAdvice = ({ code }: { code: string }) => code === 'section-unlisted' || code === 'article-untranslated';
const check = async (cwd: string) => {
  const found = JSON.parse((await run('check', ['--json'], cwd)).stdout) as { code: string; path: string }[];
  return found.filter((one) => !isAdvice(one));
};

describe('npm run new -- article', () => {
  it('writes a draft that passes the check, and names its file', async () => {
    const root = await folder();
    const { code, stdout, stderr } = await begin(root, 'article', '--topic', 'card-late', '--section', 'cards');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`Wrote content/articles/en/cards/card-late.mdx.
It is a draft. To publish card-late.mdx, set "confidence" to not-validated or validated.
Next: write the article, then run: npm run check
`);
    expect(await readFile(join(root, 'content/articles/en/cards/card-late.mdx'), 'utf8')).toMatch(
      /^---\ntitle: Card late\ntype: solution\ntopics: \[card-late\]\nconfidence: work-in-progress\n---\n\n\{\/\* Title: /,
    );
    expect(await check(root)).toEqual([]);
  });

  it('writes the same bytes for the same arguments', async () => {
    const texts = await Promise.all(
      [await folder(), await folder()].map(async (root) => {
        await begin(root, 'article', '--topic', 'card-late', '--title', 'Where is it?', '--section', 'cards');
        return readFile(join(root, 'content/articles/en/cards/where-is-it.mdx'), 'utf8');
      }),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('title: Where is it?\n');
  });

  it('translates an article of the default language, with the words of customers', async () => {
    const root = await folder({ 'content/tickets/words.yaml': words });
    const { stdout } = await begin(root, 'article', '--topic', 'card-lost', '--locale', 'fi');
    expect(stdout).toContain(
      'Wrote content/articles/fi/cards/lost.mdx, a translation of articles/en/cards/lost.mdx.\n',
    );
    const text = await readFile(join(root, 'content/articles/fi/cards/lost.mdx'), 'utf8');
    expect(text).toMatch(/^source: "[0-9a-f]{12}"$/m);
    expect(text).toContain('aliases:\n  - kortti katosi\n  - lompakko\n');
    expect(await check(root)).toEqual([]);
  });

  it('accepts the command that the report gives for a gap', async () => {
    const rows = [1, 8, 15].map((day) => `2026-11-${String(day).padStart(2, '0')},fi,card_late,5\n`);
    const root = await folder({ 'content/tickets/desk.csv': `day,locale,category,tickets\n${rows.join('')}` });
    const { stdout } = await run('tickets', ['report'], root);
    const [, pasted] = /npm run new -- (.+)/.exec(stdout) ?? [];
    const { code } = await begin(root, ...(pasted ?? '').split(' '));
    expect(code).toBe(0);
    expect(await readFile(join(root, 'content/articles/fi/cards/card-late.mdx'), 'utf8')).toContain('card-late');
    const report = JSON.parse((await run('tickets', ['report', '--json'], root)).stdout);
    expect(report.gaps).toMatchObject([{ locale: 'fi', drafts: ['articles/fi/cards/card-late.mdx'] }]);
  });

  it('warns of a competing article, and of an original that is missing', async () => {
    const root = await folder();
    const second = await begin(root, 'article', '--topic', 'card-lost', '--title', 'Lost again');
    expect(second.stdout).toContain('Customers also find cards/lost on the same topic.');
    const orphan = await begin(root, 'article', '--topic', 'card-late', '--locale', 'fi');
    expect(orphan.stdout).toContain('There is no such article in "en" yet.');
  });

  it('never overwrites anything', async () => {
    const root = await folder();
    const wish = ['article', '--topic', 'card-lost', '--section', 'cards', '--title', 'Lost'];
    const path = 'content/articles/en/cards/lost.mdx';
    const before = await readFile(join(root, path), 'utf8');
    const { code, stdout, stderr } = await begin(root, ...wish);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('articles/en/cards/lost.mdx already exists.');
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(await readFile(join(root, path), 'utf8')).toBe(before);
    await writeFile(join(root, path), 'broken');
    expect((await begin(root, ...wish)).code).toBe(1);
    expect(await readFile(join(root, path), 'utf8')).toBe('broken');
  });

  it('translates nothing twice', async () => {
    const root = await folder();
    const wish = ['article', '--topic', 'card-lost', '--locale', 'fi'];
    await begin(root, ...wish);
    const { code, stderr } = await begin(root, ...wish);
    expect(code).toBe(1);
    expect(stderr).toContain('articles/fi/cards/lost.mdx already covers card-lost in "fi"');
    expect(stderr).toMatch(/Nothing was written\.\n$/);
  });

  it('works on a content folder anywhere, and names it in the next steps', async () => {
    const root = await folder();
    const elsewhere = await makeFolder({});
    const named = join(root, 'content');
    const { code, stdout } = await begin(elsewhere, 'article', '--topic', 'card-late', '--content', named);
    expect(code).toBe(0);
    expect(stdout).toContain(`Next: write the article, then run: npm run check -- --content ${named}\n`);
    expect(await listFiles(elsewhere)).toEqual([]);
  });

  it('writes nothing if the content cannot be read', async () => {
    const root = await folder({ 'content/site.yaml': 'name: 1\n' });
    const { code, stderr } = await begin(root, 'article', '--topic', 'card-late');
    expect(code).toBe(1);
    expect(stderr).toContain('site.yaml:1');
    expect(stderr).toMatch(/Nothing was written\.\n$/);
  });

  it('explains a place that cannot be written to', async () => {
    const root = await folder();
    await writeFile(join(root, 'content/articles/en/late'), '');
    const { code, stderr } = await begin(root, 'article', '--topic', 'card-late', '--section', 'late');
    expect(code).toBe(1);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('npm run new -- locale', () => {
  const site = `# Ours
name: Pilvi
locales:
  - en # first
  - fi   # second

defaultLocale: en
tagline: { en: Ask,   fi: Kysy }
sections:
  cards: { title: Cards, summary: { en: All about cards } }
`;

  it('adds the language to site.yaml, and writes every text to translate with its English', async () => {
    const root = await folder({ 'content/site.yaml': site, 'content/snippets/en/hours.mdx': 'Nine to five.' });
    const { code, stdout, stderr } = await begin(root, 'locale', 'is');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Added "is" \(íslenska\) to site\.yaml\.\nWrote strings\/is\.yaml with \d+ interface texts to translate\. /,
    );
    expect(stdout).toContain(`Until these are translated into "is", readers see them in "en":
  site.yaml  tagline
  site.yaml  sections.cards.summary
  snippets/is/hours.mdx
  1 article in articles/en/. To start one, run: npm run new -- article --topic TOPIC --locale is
Next: translate, then run: npm run check
`);
    expect(await readFile(join(root, 'content/site.yaml'), 'utf8')).toBe(
      site.replace('# second\n', '# second\n  - is\n'),
    );
    const texts = await readFile(join(root, 'content/strings/is.yaml'), 'utf8');
    expect(texts).toContain('\n  site.title: "" # {name} help\n');
    expect(texts).toContain('\n  section.count:\n    one: "" # {count} article\n    other: "" # {count} articles\n');
  });

  it('leaves a site that can be checked and built: missing texts are warnings with their lines', async () => {
    const root = await folder();
    await begin(root, 'locale', 'is');
    const { code, stdout } = await run('check', ['--json'], root);
    const findings = JSON.parse(stdout) as { code: string; line: number; says: string }[];
    expect(code).toBe(0);
    const mistakes = findings.filter((one) => !isAdvice(one));
    expect(new Set(mistakes.map((one) => one.code))).toEqual(new Set(['string-missing']));
    expect(findings.find(({ says }) => says.includes('"site.skip"'))?.line).toBeGreaterThan(4);
  });

  it.each(['hr', 'de'])('needs no texts if the engine has the language, such as %s', async (locale) => {
    const root = await folder();
    const { stdout } = await begin(root, 'locale', locale);
    expect(stdout).toContain(
      `Ohje already has interface texts in this language. To change the wording of one, write it in strings/${locale}.yaml.\n`,
    );
    expect(await listFiles(join(root, 'content/strings'))).toEqual([]);
    expect(await check(root)).toEqual([]);
  });

  it('says whose texts a language of a region has', async () => {
    const root = await folder();
    const { stdout } = await begin(root, 'locale', 'pt-BR');
    expect(stdout).toContain('Ohje already has interface texts in "pt", which are shown in "pt-BR" too.');
    expect(await listFiles(join(root, 'content/strings'))).toEqual([]);
  });

  it('keeps existing texts, and changes nothing the second time', async () => {
    const root = await folder({ 'content/strings/is.yaml': 'strings: { callout.tip: Ráð }' });
    const { stdout } = await begin(root, 'locale', 'is');
    expect(stdout).toContain('strings/is.yaml already exists and is unchanged.');
    const again = await begin(root, 'locale', 'is');
    expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 1, stdout: '' });
    expect(again.stderr).toBe(
      '"is" is already in site.yaml. To see what is missing in it, run `npm run check`. Nothing was written.\n',
    );
  });

  it('writes only the texts of a language that site.yaml has and the engine lacks', async () => {
    const root = await folder({ 'content/site.yaml': 'name: Pilvi\nlocales: [en, is]\ndefaultLocale: en\n' });
    const { stdout } = await begin(root, 'locale', 'is');
    expect(stdout).toMatch(/^Wrote strings\/is\.yaml/);
    expect((await begin(root, 'locale', 'is')).code).toBe(1);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'Name a command: site, article, locale, theme, deploy, workflow, receiver, or widget.'],
    [['artikle'], 'Unknown command "artikle". Did you mean "article"?'],
    [['locale'], 'Missing argument LOCALE: language code, such as de or pt-BR.'],
    [['locale', 'german'], '"german" isn\'t a language code. Use a code such as de, pt-BR, or zh-Hant.'],
    [['locale', 'd'], '"d" isn\'t a language code.'],
    [['locale', 'pt_br'], '"pt_br" isn\'t how the language code is written. Use "pt-BR".'],
    [['locale', 'de', 'sv'], 'Unexpected argument "sv".'],
    [['locale', 'de', '--topic', 'card-late'], 'Unknown option --topic. It belongs to "npm run new -- article".'],
    [['article'], 'Option --topic is required.'],
    [['article', 'x', '--topic', 'card-late'], 'Unexpected argument "x".'],
    [['article', '--topic', 'card-lte'], 'Did you mean "card-late"? If not, add "card-lte" to topics.yaml.'],
    [['article', '--topic', 'card-late', '--locale', 'sv'], '--locale is "sv", which isn\'t a language in site.yaml.'],
    [['article', '--topic', 'card-late', '--title', ' '], '--title is empty'],
    [['article', '--topic', 'card-late', '--section', 'My Cards'], 'Write "my-cards".'],
    [['article', '--topic', 'card-late', '--section', '../..'], '--section is "../.."'],
    [['article', '--topic', 'card-late', '--section', 'search'], 'a page that every help center has'],
    [['article', '--topic', 'card-lost', '--locale', 'fi', '--section', 'x'], 'Leave out --section.'],
    [['article', '--topik', 'card-late'], '--topik'],
  ])('%j is reported with the usage', async (told, message) => {
    const root = await folder();
    const { code, stdout, stderr } = await begin(root, ...told);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\n\nFor help, run: npm run new -- (?:\w+ )?--help\n$/);
    expect(await listFiles(join(root, 'content/articles'))).toEqual(['en/cards/lost.mdx']);
  });

  it('--help is not an error', async () => {
    const { code, stdout } = await begin(await folder(), '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('npm run new -- COMMAND');
  });
});
