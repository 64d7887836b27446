import { describe, expect, it } from 'vitest';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';

async function setupOf(files: Record<string, string>) {
  const { setup, findings } = await readSiteSetup(await makeFolder({ 'site.yaml': siteYaml, ...files }));
  if (!setup) throw new Error(`No setup: ${findings.map(({ says }) => says).join(' ')}`);
  return { setup, findings, codes: findings.map(({ code }) => code) };
}

describe('a content folder', () => {
  it('needs no more than site.yaml', async () => {
    const { setup, findings } = await setupOf({});
    expect(findings).toEqual([]);
    expect(setup).toMatchObject({ topics: [], facts: {}, articleFiles: [] });
  });

  it('without one has no setup', async () => {
    const { setup, findings } = await readSiteSetup(await makeFolder({}));
    expect(setup).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['site-missing']);
  });

  it('with an invalid one has no setup either', async () => {
    const { setup, findings } = await readSiteSetup(
      await makeFolder({ 'site.yaml': 'name: [', 'articles/en/a/b.mdx': '' }),
    );
    expect(setup).toBeUndefined();
    expect(findings.every(({ code, path }) => code === 'site-invalid' && path === 'site.yaml')).toBe(true);
  });

  it('has articles, and files beside them', async () => {
    const { setup } = await setupOf({
      'articles/fi/a/b.mdx': '',
      'articles/en/a/b.mdx': '',
      'articles/en/a/b.svg': '',
      'notes/c.mdx': '',
    });
    expect(setup.articleFiles).toEqual(['articles/en/a/b.mdx', 'articles/fi/a/b.mdx']);
    expect([...setup.assets]).toEqual(['articles/en/a/b.svg']);
  });

  it.each(['articles/en/a/b.md', 'articles/en/a/b.MDX'])(
    'never silently leaves out what looks like an article: %s',
    async (path) => {
      expect((await setupOf({ [path]: articleText() })).findings).toMatchObject([{ path }]);
    },
  );

  it.each([
    ['articles/sv/a/b.mdx', 'sv'],
    ['articles/b.mdx', 'b.mdx'],
    ['snippets/sv/a.mdx', 'sv'],
    ['snippets/a.mdx', 'a.mdx'],
    ['strings/sv.yaml', 'sv'],
  ])('%s is in a language that the site does not speak', async (path, locale) => {
    const { findings } = await setupOf({ [path]: path.endsWith('yaml') ? 'strings: {}' : '' });
    expect(findings).toMatchObject([{ code: 'locale-unknown', path }]);
    expect(findings[0]?.says).toContain(`"${locale}"`);
    expect(findings[0]?.fix).toBe(
      locale === 'sv'
        ? 'Add "sv" to "locales" in site.yaml, or move the file to one of: en, fi.'
        : 'Move it to the folder of one of the locales in site.yaml: en, fi.',
    );
  });
});

describe('an announcement', () => {
  it('can be limited only to languages and sections that exist', async () => {
    const { findings } = await setupOf({
      'articles/en/cards/order.mdx': '',
      'announcements/slow.yaml':
        'from: 2026-11-12T08:00:00+02:00\ntitle: Slow\ntext: Slow.\nsections: [cards, card]\nlocales: [pl]\n',
    });
    expect(findings).toMatchObject([
      { code: 'announcement-invalid', line: 5, says: 'There is no locale "pl" in this help center.' },
      { code: 'announcement-invalid', line: 4, says: 'There is no section "card" in this help center.' },
    ]);
  });
});

describe('what articles can refer to', () => {
  const files = {
    'site.yaml': `${siteYaml}contact: { email: help@pilvi.example }\n`,
    'facts.yaml': 'fee: 6 EUR\nhours: { en: in the evening, fi: illalla }\nonlyFinnish: { fi: vain }\nconstructor: 5\n',
    'snippets/en/contact.mdx': 'Write to {contact.email}.',
    'snippets/fi/contact.mdx': 'Kirjoita.',
    'snippets/en/deep/er.mdx': 'Deep.',
  };

  it('are variables in each language', async () => {
    const { setup } = await setupOf(files);
    const inEnglish = setup.scopeOf('en');
    const inFinnish = setup.scopeOf('fi');
    expect([
      inEnglish.variable('site.name'),
      inEnglish.variable('contact.email'),
      inEnglish.variable('facts.fee'),
    ]).toEqual(['Pilvi', 'help@pilvi.example', '€6']);
    expect([inFinnish.variable('facts.fee'), inFinnish.variable('facts.hours')]).toEqual(['6\u00a0€', 'illalla']);
    expect(inEnglish.variable('facts.constructor')).toBe('5');
  });

  it.each(['facts', 'fee', 'facts.none', 'contact.phone', 'facts.onlyFinnish', '__proto__', 'facts.__proto__', ''])(
    'are not "%s"',
    async (name) => {
      const { setup } = await setupOf(files);
      expect(setup.scopeOf('en').variable(name)).toBeUndefined();
      expect(setup.scopeOf('en').variables).not.toContain(name);
    },
  );

  it('are snippets in the article’s language or the default one', async () => {
    const { setup } = await setupOf(files);
    const inFinnish = setup.scopeOf('fi');
    expect(JSON.stringify(inFinnish.snippet('contact'))).toContain('Kirjoita');
    expect(JSON.stringify(inFinnish.snippet('deep/er'))).toContain('Deep');
    expect(inFinnish.snippets).toEqual(expect.arrayContaining(['contact', 'deep/er']));
    expect(inFinnish.snippet('none')).toBeUndefined();
  });

  it('are texts of the interface', async () => {
    const { setup } = await setupOf({ ...files, 'strings/fi.yaml': 'strings: { callout.tip: Niksi }' });
    expect(setup.scopeOf('fi').text('callout.tip')).toBe('Niksi');
    expect(setup.scopeOf('en').text('callout.tip')).toBe('Tip');
  });
});

describe('a snippet', () => {
  it('is checked by itself, with its own lines', async () => {
    const { findings } = await setupOf({ 'snippets/en/a.mdx': 'One.\n\n{no.such} ![a](./a.png)\n' });
    expect(findings.map(({ code, path, line }) => `${code} ${path}:${line}`).sort()).toEqual([
      'image-missing snippets/en/a.mdx:3',
      'variable-unknown snippets/en/a.mdx:3',
    ]);
  });

  it.each(['import your contacts first.', 'export the list.', "import A from '../a.astro';"])(
    'does not silently lose a line: %s',
    async (line) => {
      expect((await setupOf({ 'snippets/en/a.mdx': line })).findings).toMatchObject([
        { path: 'snippets/en/a.mdx', line: 1 },
      ]);
    },
  );

  it('that cannot be read is reported, and not called unknown as well', async () => {
    const { setup, codes } = await setupOf({ 'snippets/en/a.mdx': 'Type { here.' });
    expect(codes).toEqual(['brace-lone']);
    expect(setup.scopeOf('en').snippet('a')).toBeDefined();
  });

  it('can be saved on Windows', async () => {
    const { setup, codes } = await setupOf({ 'snippets/en/a.mdx': '\uFEFFOne.\r\n\r\nTwo.\r\n' });
    expect(codes).toEqual([]);
    const tree = JSON.stringify(setup.scopeOf('en').snippet('a'));
    expect(tree).not.toContain('\uFEFF');
    expect(tree).not.toContain('\\r');
  });
});

describe('the key', () => {
  const base = {
    'facts.yaml': 'fee: 6 EUR\n',
    'snippets/en/a.mdx': 'One.',
    'strings/fi.yaml': 'strings: { callout.tip: Niksi }',
  };
  const keyOf = async (files: Record<string, string>) => (await setupOf({ ...base, ...files })).setup.key;

  it('stays the same unless something that articles refer to changes', async () => {
    const key = await keyOf({});
    expect(await keyOf({})).toBe(key);
    expect(await keyOf({ 'articles/en/a/b.mdx': articleText() })).toBe(key);
  });

  it.each([
    ['a fact', { 'facts.yaml': 'fee: 7 EUR\n' }],
    ['a snippet', { 'snippets/en/a.mdx': 'Two.' }],
    ['a further snippet', { 'snippets/en/b.mdx': 'Two.' }],
    ['a text of the interface', { 'strings/fi.yaml': 'strings: { callout.tip: Vinkki }' }],
    ['the site', { 'site.yaml': siteYaml.replace('Pilvi', 'Poutu') }],
  ])('changes with %s', async (_, files) => {
    expect(await keyOf(files)).not.toBe(await keyOf({}));
  });
});
