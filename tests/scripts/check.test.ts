import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes } from '#kb/findings/codes.ts';
import { articleText, makeFolder, siteYaml } from '../folder.ts';
import { run } from '../run.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** Runs the check on a copy of a fixture, from a folder of its own. */
async function check(fixture: string, ...words: string[]) {
  const folder = await makeFolder({});
  await cp(join(fixtures, fixture), join(folder, 'content'), { recursive: true });
  await cp(join(fixtures, 'sites/components'), join(folder, 'components'), { recursive: true });
  const before = await readdir(folder, { recursive: true });
  const ran = await run('check', words, folder);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  return ran;
}

describe('npm run check', () => {
  it('finds nothing if nothing is wrong', async () => {
    expect(await check('sites/small')).toEqual({ code: 0, stdout: 'No problems found.\n', stderr: '' });
  });

  it('refuses all code of content that is not trusted, whatever site.yaml says about it', async () => {
    const ran = await check('sites/small', '--untrusted', '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject([
      { code: 'code-unsafe', severity: 'error', path: 'articles/en/account/rates.mdx', line: 5 },
    ]);
    const parts = await makeFolder({
      'content/site.yaml': `${siteYaml}theme: acme\nseverity: { code-unsafe: off }\n`,
      'content/articles/en/cards/order.mdx': articleText(),
      'themes/acme/theme.yaml': 'version: 1\n',
      'themes/acme/parts/Footer.astro': '<p>a</p>\n',
    });
    expect((await run('check', [], parts)).code).toBe(0);
    const untrusted = await run('check', ['--untrusted'], parts);
    expect(untrusted.code).toBe(1);
    expect(untrusted.stdout).toContain('themes/acme/parts/Footer.astro');
    expect((await run('check', ['--untrusted', '--theme', 'plain'], parts)).code).toBe(0);
  });

  it('names the place, the mistake and what to do, and fails', async () => {
    const { code, stdout, stderr } = await check('broken/link-broken');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "articles/en/cards/order.mdx:5:7
        error  The link "/cards/freeze" does not lead to any article.  [link-broken]
               Change it to the address of an article, such as "/section/name", or create articles/en/cards/freeze.mdx.

      1 error, 0 warnings
      "
    `);
  });

  it('does not fail for warnings', async () => {
    const { code, stdout } = await check('broken/alt-missing');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n0 errors, 1 warning\n$/);
  });

  it('prints annotations for a code host, with paths from where it was started', async () => {
    const github = await check('broken/link-broken', '--annotations', 'github');
    expect(github).toMatchObject({ code: 1, stderr: '' });
    expect(github.stdout).toMatch(
      /^::error file=content\/articles\/en\/cards\/order\.mdx,line=5,col=7,title=The link "\/cards\/freeze" .*\n$/,
    );
    const sarif = await check('broken/link-broken', '--annotations', 'sarif');
    expect(JSON.parse(sarif.stdout).runs[0].results).toMatchObject([{ ruleId: 'link-broken', level: 'error' }]);
    expect(await check('sites/small', '--annotations', 'gitlab')).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(await check('sites/small', '--annotations', 'gitlab', '--json')).toMatchObject({ code: 2, stdout: '' });
  });

  it('shows the missing texts of a language as one finding, and each of them on request', async () => {
    const folder = await makeFolder({
      'content/site.yaml': 'name: Pilvi\nlocales: [is]\ndefaultLocale: is\n',
      'content/articles/is/cards/order.mdx': articleText(),
      'content/strings/is.yaml': 'strings: {}\n',
    });
    const { stdout } = await run('check', [], folder);
    expect(stdout.match(/string-missing/g)).toHaveLength(1);
    expect(stdout).toMatch(/\d+ interface texts have no "is" translation\./);
    expect((await run('check', ['--all'], folder)).stdout.match(/string-missing/g)?.length).toBeGreaterThan(100);
    const each: { code: string }[] = JSON.parse((await run('check', ['--json'], folder)).stdout);
    expect(each.filter(({ code }) => code === 'string-missing').length).toBeGreaterThan(100);
  });

  it('says what is worth doing, without failing', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const old = 'reviewed: 2020-01-01\nreviewEvery: 1 year\n';
    const fresh = `reviewed: ${today}\nreviewEvery: 7 days\n`;
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const folder = await makeFolder({
      'content/site.yaml': `${siteYaml}sections: { cards: { title: { en: Cards, fi: Kortit }, icon: cart } }\n`,
      ...Object.fromEntries(names.map((name) => [`content/articles/en/cards/${name}.mdx`, articleText('a', old)])),
      'content/articles/en/loans/due.mdx': articleText('a', fresh),
    });
    const { code, stdout } = await run('check', [], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('articles\n  warning  7 articles are overdue for review.  [review-overdue]\n');
    expect(stdout).toContain('articles/fi\n  info  8 articles have no "fi" translation.  [article-untranslated]\n');
    expect(stdout).toContain('There is no icon "cart".  [icon-unknown]');
    expect(stdout).toContain('The section "loans" has articles but no entry in site.yaml');
    expect(stdout).toMatch(/\n0 errors, 3 warnings, 2 notes\n$/);
  });

  it('prints findings as JSON, with every field', async () => {
    const { code, stdout } = await check('broken/topic-unknown', '--json');
    const [found, ...more] = JSON.parse(stdout);
    expect(more).toEqual([]);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['code', 'severity', 'path', 'line', 'says', 'fix']));
    expect([code, found.code, found.severity, found.path, found.line]).toEqual([
      1,
      'topic-unknown',
      'error',
      'articles/en/cards/order.mdx',
      3,
    ]);
  });

  it('finds an invalid line of ticket counts, which would stop a build', async () => {
    const { code, stdout } = await check('broken/ticket-counts-invalid', '--json');
    expect(JSON.parse(stdout).map((found: { code: string }) => found.code)).toEqual(['ticket-counts-invalid']);
    expect(code).toBe(1);
  });

  it('says what is missing if there is no content', async () => {
    const { code, stdout } = await run('check', ['--content', 'no/such/folder'], await makeFolder({}));
    expect(code).toBe(1);
    expect(stdout).toContain('[site-missing]');
    expect(stdout).toContain('--content');
  });

  it('gives findings of the theme the severity that the company sets, and sorts them with the rest', async () => {
    const folder = await makeFolder({
      'content/site.yaml': `${siteYaml}theme: acme\nseverity: { theme-contrast: warning }\n`,
      'content/topics.yaml': 'topics: { a: { categories: [x] }, b: { categories: [x] } }',
      'content/articles/en/a/b.mdx': articleText('![](./a.svg)'),
      'content/articles/en/a/a.svg': '<svg/>',
      'themes/acme/theme.yaml': 'version: 1\ncolors: { onBrand: { light: "#777777", dark: "#ffffff" } }\n',
    });
    const { stdout } = await run('check', ['--content', join(folder, 'content'), '--json'], folder);
    const findings = JSON.parse(stdout) as { path: string; severity: string }[];
    expect(findings.map(({ path, severity }) => `${path} ${severity}`)).toEqual([
      'articles/en/a/b.mdx info',
      'articles/en/a/b.mdx warning',
      'site.yaml warning',
      'themes/acme/theme.yaml warning',
      'topics.yaml error',
    ]);
  });

  it('checks another theme than the one in site.yaml, and prints JSON even if nothing is wrong', async () => {
    expect(await check('broken/theme-missing', '--theme', 'lumo', '--json')).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });
});

describe('npm run check, asked for help', () => {
  it('says what it does and how to use it', async () => {
    const { code, stdout, stderr } = await run('check', ['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const option of ['--content', '--theme', '--json', '--explain', 'Exit code']) expect(stdout).toContain(option);
  });

  it('explains a code', async () => {
    const { code, stdout } = await run('check', ['--explain', 'link-broken']);
    expect(code).toBe(0);
    expect(stdout).toBe(`link-broken (error)\n${codes['link-broken'].why}\n`);
  });

  it('suggests the nearest code for an unknown one', async () => {
    const { code, stdout, stderr } = await run('check', ['--explain', 'link-brokn']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('"link-broken"');
  });
});

describe('npm run check, used wrongly, does nothing and says where to find help', () => {
  it.each([
    ['an option there is not', ['--cotent', 'content'], 'Unknown option --cotent. Did you mean --content?'],
    ['a word too many', ['content'], 'Unexpected argument "content". For a content folder, write: --content content'],
  ])('%s', async (_, words, shown) => {
    const { code, stdout, stderr } = await run('check', words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(shown);
    expect(stderr).toContain('npm run check -- --help');
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
