import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';
import { voiceFaults } from '../../voice.ts';

const read = async (files: Record<string, string | Uint8Array>) =>
  readContent(await makeFolder({ 'site.yaml': siteYaml, ...files }));
const codesOf = async (files: Record<string, string | Uint8Array>) =>
  (await read(files)).findings.map(({ code, path }) => `${code} ${path}`);

describe('a content folder', () => {
  it('becomes a library', async () => {
    const { library, findings } = await read({
      'topics.yaml': 'topics: { late: { categories: [card_late] } }',
      'facts.yaml': 'fee: 6 EUR',
      'articles/en/cards/order.mdx': articleText('It costs {facts.fee}.', 'topics: [late]\n'),
      'articles/fi/cards/order.mdx': articleText('Hinta {facts.fee}.'),
      'articles/en/cards/card.svg': '<svg/>',
    });
    expect(findings).toEqual([]);
    expect(library?.articles.map(({ path }) => path)).toEqual([
      'articles/en/cards/order.mdx',
      'articles/fi/cards/order.mdx',
    ]);
    expect(library).toMatchObject({ site: { name: 'Pilvi' }, topics: [{ id: 'late' }], facts: { fee: '6 EUR' } });
    expect([...(library?.assets ?? [])]).toEqual(['articles/en/cards/card.svg']);
  });

  it('of the fixtures is whole', async () => {
    const { findings } = await readContent(join(import.meta.dirname, '../../fixtures/sites/small'));
    expect(findings).toEqual([]);
  });

  it('that does not exist has no library', async () => {
    const { library, findings } = await readContent('/no/such/folder');
    expect(library).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['site-missing']);
  });

  it('is read the same, however it is formatted', async () => {
    const folder = await makeFolder({ 'site.yaml': siteYaml, 'articles/en/a/b.mdx': articleText('[x](/a/c)') });
    const { findings } = await readContent(folder);
    expect((await readContent(`${folder}/`)).findings).toEqual(findings);
  });

  it('is left as it was', async () => {
    const folder = await makeFolder({ 'site.yaml': siteYaml, 'articles/en/a/b.mdx': articleText() });
    const before = await readdir(folder, { recursive: true });
    await readContent(folder);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});

describe('findings', () => {
  it('of all files come at once, sorted by place', async () => {
    expect(
      await codesOf({
        'topics.yaml': 'topics: { late: { categorys: [] } }',
        'facts.yaml': 'card-fee: 6',
        'articles/en/b/b.mdx': articleText('{no.such}\n\n![a](./a.png)'),
        'articles/en/a/a.mdx': 'no front matter',
      }),
    ).toEqual([
      'front-matter-missing articles/en/a/a.mdx',
      'variable-unknown articles/en/b/b.mdx',
      'image-missing articles/en/b/b.mdx',
      'fact-invalid facts.yaml',
      'topics-invalid topics.yaml',
    ]);
  });

  it('have the severity that the company sets', async () => {
    const { findings } = await read({
      'site.yaml': `${siteYaml}severity: { link-broken: warning, alt-missing: off }\n`,
      'articles/en/a/b.mdx': articleText('[x](/a/c) ![](./a.svg)'),
      'articles/en/a/a.svg': '<svg/>',
    });
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['link-broken warning']);
  });

  it('are the same every time', async () => {
    const files = {
      'articles/en/a/b.mdx': articleText('[x](/a/c) {no} <X />'),
      'articles/en/a/c.mdx': '',
      'articles/en/b/d.mdx': articleText('{'),
    };
    expect((await read(files)).findings).toEqual((await read(files)).findings);
  });
});

describe('one mistake is reported once', () => {
  it('an article that cannot be read still exists for links to it', async () => {
    expect(
      await codesOf({
        'articles/en/a/b.mdx': articleText('[x](/a/c)', 'related: [a/c]\n'),
        'articles/en/a/c.mdx': articleText('{'),
        'articles/fi/a/c.mdx': articleText('Hei.'),
      }),
    ).toEqual(['brace-lone articles/en/a/c.mdx']);
  });

  it('an invalid fact does not remove the others', async () => {
    expect(
      await codesOf({
        'facts.yaml': 'fee: 6 EUR\ncard-fee: 7 EUR\n',
        'articles/en/a/b.mdx': articleText('It costs {facts.fee}.'),
      }),
    ).toEqual(['fact-invalid facts.yaml']);
  });

  it('an invalid topic does not remove the others', async () => {
    expect(
      await codesOf({
        'topics.yaml': 'topics: { late: { categories: [x] }, lost: { categorys: [y] } }',
        'articles/en/a/b.mdx': articleText('a', 'topics: [late]\n'),
      }),
    ).toEqual(['topics-invalid topics.yaml']);
  });

  it('facts.yaml that cannot be read is not reported again by every article that uses a fact', async () => {
    const article = articleText('It costs {facts.fee}. {site.nme}');
    for (const facts of ['fee: "6 EUR\n', 'fee: [6]\n'])
      expect(await codesOf({ 'facts.yaml': facts, 'articles/en/a/b.mdx': article })).toEqual([
        'variable-unknown articles/en/a/b.mdx',
        'fact-invalid facts.yaml',
      ]);
  });

  it('topics.yaml that cannot be read is not reported again by every file that names a topic', async () => {
    expect(
      await codesOf({
        'site.yaml': `${siteYaml}widget: { pages: [{ match: /late/**, topics: [late] }] }\n`,
        'topics.yaml': 'topics:\n  late: { categories: [x]\n',
        'tickets/words.yaml': 'en: { late: { where: 1 } }\n',
        'articles/en/a/b.mdx': articleText('a', 'topics: [late]\n'),
      }),
    ).toEqual(['topics-invalid topics.yaml']);
  });

  it('a broken link in a snippet is reported in the snippet, however often it is shown', async () => {
    expect(
      await codesOf({
        'snippets/en/s.mdx': '[x](/no/where)',
        'articles/en/a/b.mdx': articleText('<Snippet name="s" />\n\n<Snippet name="s" />'),
        'articles/en/a/c.mdx': articleText('<Snippet name="s" />'),
      }),
    ).toEqual(['link-broken snippets/en/s.mdx']);
  });
});

describe('a file in another encoding', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');

  it('is not published with missing letters', async () => {
    expect(await codesOf({ 'articles/en/a/b.mdx': latin(articleText('Tilaa sisältö.')) })).toEqual([
      'article-unreadable articles/en/a/b.mdx',
    ]);
  });

  it('written by Windows is reported too', async () => {
    const findings = await codesOf({ 'articles/en/a/b.mdx': Buffer.from(`\uFEFF${articleText('Tilaa.')}`, 'utf16le') });
    expect(findings).toEqual(['article-unreadable articles/en/a/b.mdx']);
  });

  it('is reported for a snippet, and the articles that show it are not', async () => {
    const findings = await codesOf({
      'snippets/en/s.mdx': latin('Tilaa sisältö.'),
      'articles/en/a/b.mdx': articleText('Text.\n\n<Snippet name="s" />'),
    });
    expect(findings).toEqual(['article-unreadable snippets/en/s.mdx']);
  });
});

describe('a file that cannot be opened', () => {
  it.each([
    ['site.yaml', 'site-invalid'],
    ['topics.yaml', 'topics-invalid'],
  ])('is reported with what to do: %s', async (path, code) => {
    const article = { 'articles/en/a/b.mdx': articleText('Text.') };
    const { findings } = await readContent(
      await makeFolder({
        ...(path === 'site.yaml' ? {} : { 'site.yaml': siteYaml }),
        ...article,
        [`${path}/file`]: '',
      }),
    );
    expect(findings).toEqual([
      {
        code,
        severity: 'error',
        path,
        says: 'This is a folder, but a file was expected.',
        fix: 'Rename the folder.',
      },
    ]);
  });
});

describe('a site.yaml with mistakes', () => {
  const files = {
    'facts.yaml': 'fee: 3 EUR\n',
    'articles/en/cards/order.mdx': articleText('{facts.fe} {contact.phone} [a](/cards/none)'),
    'articles/fi/cards/order.mdx': articleText('a <5'),
  };
  const others = async (yaml: string) => {
    const { library, findings } = await read({ ...files, 'site.yaml': yaml });
    expect(library).toBeUndefined();
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    expect(findings.some(({ path }) => path === 'site.yaml')).toBe(true);
    return findings.flatMap(({ code, path }) => (path === 'site.yaml' ? [] : [code]));
  };
  const all = ['variable-unknown', 'link-broken', 'angle-lone'];

  it.each([
    ['a colon', 'name: Pilvi: help\nlocales: [en, fi]\ndefaultLocale: en\ncontact: { phone: { address: "+358 9" } }\n'],
    ['an open bracket', 'name: Pilvi\nlocales: [en, fi\ndefaultLocale: en\n'],
    ['an open quote', 'locales: [en, fi]\ndefaultLocale: en\nname: "Pilvi\n'],
    ['a misspelled key', 'nmae: Pilvi\nlocales: [en, fi]\ndefaultLocale: en\ncontacts: {}\n'],
    ['another default language', 'name: Pilvi\nlocales: [fi]\ndefaultLocale: en\ncontact: { phone: 5 }\n'],
  ])('hides nothing else, and is no reason for other findings: %s', async (_, yaml) => {
    expect(await others(yaml)).toEqual(all);
  });

  it('that is empty shows the languages by their folders', async () => {
    expect(await others('')).toEqual(['variable-unknown', ...all]);
  });

  it('or another name is said to be one', async () => {
    const { 'facts.yaml': facts, ...rest } = files;
    const { findings } = await readContent(await makeFolder({ ...rest, 'fact.yaml': facts, 'site.yml': siteYaml }));
    expect(findings.slice(-2).map(({ code, path, fix }) => `${code} ${path}: ${fix.replace(/ If not.*/, '')}`)).toEqual(
      [
        'file-misnamed fact.yaml: Did you mean "facts.yaml"?',
        'site-missing site.yml: Rename "site.yml" to "site.yaml".',
      ],
    );
  });
});

describe('a name that is almost right', () => {
  it('has the right one as its fix', async () => {
    const { findings } = await read({
      'articles/en/cards/order.mdx': articleText(),
      'snippet/en/a.mdx': 'a',
      'annoucements/a.yaml': 'a',
      'article/en/a.mdx': 'a',
      'fi/cards/order.mdx': 'a',
      'themes/acme/theme.yaml': 'a',
      'topic.yaml': 'a',
      'Facts.yaml': 'a',
      'searches.yml': 'a',
      'announcements/down.yml': 'a',
      'strings/fi.yml': 'a',
      'synonyms/fi.yml': 'a',
      'snippets/en/a.md': 'a',
    });
    expect(findings.map(({ code, path, fix }) => `${code} ${path}: ${fix.replace(/ If not.*/, '')}`)).toEqual([
      'file-misnamed Facts.yaml: Did you mean "facts.yaml"?',
      'file-misnamed annoucements: Did you mean "announcements/"?',
      'file-misnamed announcements/down.yml: Did you mean "down.yaml"?',
      'file-misnamed article: Did you mean "articles/"?',
      'file-misnamed fi: Move it into "articles/".',
      'file-misnamed searches.yml: Did you mean "searches.yaml"?',
      'file-misnamed snippet: Did you mean "snippets/"?',
      'file-misnamed snippets/en/a.md: Did you mean "a.mdx"?',
      'file-misnamed strings/fi.yml: Did you mean "fi.yaml"?',
      'file-misnamed synonyms/fi.yml: Did you mean "fi.yaml"?',
      'file-misnamed themes: Move it next to the content folder.',
      'file-misnamed topic.yaml: Did you mean "topics.yaml"?',
    ]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('is not seen in files and folders of other purposes', async () => {
    const { findings } = await read({
      'articles/en/cards/order.mdx': articleText(),
      'README.md': 'a',
      'notes.yaml': 'a',
      'images/a.png': 'a',
      'drafts/a.mdx': 'a',
      '.github/site.yml': 'a',
    });
    expect(findings).toEqual([]);
  });
});

describe('an article that cannot be read', () => {
  it('has all its mistakes reported at once: front matter, syntax, components, links, topics and pictures', async () => {
    const { library, findings } = await read({
      'articles/en/cards/order.mdx':
        '---\ntitle: Order a card\ntitel: b\ntopics: [none]\n---\n\n<Callout>\n\n[a](/cards/none) <5 {facts.none}\n\n![a](./none.png) <Calout>a</Calout>\n\n{your name}\n',
    });
    expect(library?.articles).toEqual([]);
    expect(findings.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '3 front-matter-invalid',
      '4 topic-unknown',
      '7 component-unclosed',
      '9 link-broken',
      '9 angle-lone',
      '11 image-missing',
      '11 component-unknown',
      '13 brace-lone',
    ]);
  });

  it('is not said to be an outdated original', async () => {
    const { findings } = await read({
      'site.yaml': 'name: Pilvi\nlocales: [en, fi]\ndefaultLocale: en\n',
      'articles/en/cards/order.mdx': articleText('a <5'),
      'articles/fi/cards/order.mdx': articleText('a', 'source: "000000000000"\n'),
    });
    expect(findings.map(({ code }) => code)).toEqual(['angle-lone']);
  });
});

describe('hostile content', () => {
  it('does not stop the check: every other finding is still reported', async () => {
    const laughs = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghij'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[index]}`)}]`),
    ].join('\n');
    const findings = await codesOf({
      'articles/en/a/alias.mdx': '---\ntitle: *Bold\n---\n\nText.\n',
      'articles/en/a/bomb.mdx': `---\ntitle: Order\n${laughs}\n---\n\nText.\n`,
      'articles/en/a/deep.mdx': articleText('>'.repeat(10_000)),
      'articles/en/a/group.mdx': articleText('<Callout {...props}>a</Callout>'),
      'articles/en/a/proto.mdx': articleText('<b __proto__="x">a</b>'),
      'articles/en/z/last.mdx': articleText('[x](/no/where)'),
    });
    expect(findings.at(-1)).toBe('link-broken articles/en/z/last.mdx');
    expect(findings).toHaveLength(6);
  });

  it('can use names from JavaScript', async () => {
    const { library, findings } = await read({
      'facts.yaml': 'constructor: 5\n',
      'topics.yaml': 'topics: { constructor: { categories: [__proto__] } }',
      'snippets/en/constructor.mdx': 'Snippet.',
      'articles/en/constructor/valueOf.mdx': '',
      'articles/en/constructor/constructor.mdx': articleText(
        '{facts.constructor} <Snippet name="constructor" />',
        'topics: [constructor]\n',
      ),
    });
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'slug-invalid articles/en/constructor/valueOf.mdx',
      'front-matter-missing articles/en/constructor/valueOf.mdx',
    ]);
    expect(library?.sections('en')).toMatchObject([{ id: 'constructor', title: 'Constructor' }]);
  });
});
