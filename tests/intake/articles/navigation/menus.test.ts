import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importTexts, lossesOf } from '../import-texts.ts';

interface Sections {
  sections: Record<string, { title: Record<string, string> }>;
}

/** What an import makes of the menus: the sections with their names, the articles with their places, and the losses. */
function read(texts: Record<string, string>) {
  const imported = importTexts(texts);
  const site = parse(imported.files.find(({ path }) => path === 'site.yaml')?.text ?? '') as Sections;
  return {
    sections: Object.entries(site.sections).map(([id, { title }]) => `${id}: ${Object.values(title).join(' / ')}`),
    articles: imported.files
      .filter(({ path }) => path.endsWith('.mdx'))
      .map(({ path, text }) => `${/^order: (.*)$/m.exec(text)?.[1] ?? '-'} ${path.slice('articles/'.length, -4)}`),
    losses: lossesOf(imported),
  };
}

const page = (title: string) => `---\ntitle: ${title}\n---\nText.`;
const care = { 'care/lid.md': page('Lid'), 'care/boil.md': page('Boil'), 'faq-ios/login.md': page('Log in') };

it('what a folder says about itself is the summary of its section', () => {
  const category = JSON.stringify({ label: 'Care', link: { type: 'generated-index', description: 'All about care' } });
  const imported = importTexts({ ...care, 'care/_category_.json': category });
  expect(imported.files.find(({ path }) => path === 'site.yaml')?.text).toContain('summary:\n      en: All about care');
});

describe('the menu of', () => {
  const expected = {
    sections: ['faq-ios: The app', 'care: Care & cleaning'],
    articles: ['2 en/care/boil', '1 en/care/lid', '1 en/faq-ios/login'],
    losses: [],
  };

  it('GitBook', () => {
    const summary = `# Table of contents

## The app

* [Log in](faq-ios/login.md)

## Care & cleaning

* [Lid](care/lid.md)
* [Boil](care/boil.md "Boil")
`;
    expect(read({ ...care, 'SUMMARY.md': summary })).toEqual(expected);
  });

  it('MkDocs', () => {
    const docs = Object.fromEntries(Object.entries(care).map(([path, text]) => [`docs/${path}`, text]));
    const nav = `site_name: Kettle
markdown_extensions:
  - emoji: !!python/name:material.extensions.emoji.twemoji
nav:
  - The app: faq-ios/login.md
  - Care & cleaning:
      - care/lid.md
      - Boil it: care/boil.md
`;
    expect(read({ ...docs, 'mkdocs.yml': nav })).toEqual(expected);
  });

  it('Mintlify', () => {
    const groups = [
      { group: 'The app', pages: ['faq-ios/login'] },
      { group: 'Care & cleaning', icon: 'lid', pages: ['care/lid', 'care/boil'] },
    ];
    expect(read({ ...care, 'mint.json': JSON.stringify({ name: 'Kettle', navigation: groups }) })).toEqual(expected);
    const docs = { name: 'Kettle', navigation: { tabs: [{ tab: 'Help', groups }] } };
    expect(read({ ...care, 'docs.json': JSON.stringify(docs) })).toEqual({
      ...expected,
      losses: ['docs.json The group "Help" has pages of several sections, so it isn\'t a section of its own.'],
    });
  });

  it('Docusaurus', () => {
    const docs = Object.fromEntries(Object.entries(care).map(([path, text]) => [`docs/${path}`, text]));
    const sidebars = `// @ts-check
${'import'} type { SidebarsConfig } from '@docusaurus/plugin-content-docs';
const app = { type: 'category', label: 'The app', items: ['faq-ios/login'] };
const sidebars: SidebarsConfig = {
  docs: [
    app,
    { type: 'category', label: \`Care & cleaning\`, collapsed: !true, items: [
      { type: 'doc', id: 'care/lid' },
      'care/boil',
      ...require('./more'),
    ] },
    { type: 'link', label: 'Shop', href: 'https://kettle.example' },
  ],
} satisfies SidebarsConfig;
export default sidebars;
`;
    expect(read({ ...docs, 'sidebars.ts': sidebars })).toEqual(expected);
    expect(
      read({
        ...care,
        'care/_category_.json': '{ "label": "Care & cleaning", "position": 2 }',
        'faq-ios/_category_.yml': 'label: The app\nposition: 1\n',
      }),
    ).toMatchObject({ sections: expected.sections });
  });

  it('VitePress, Starlight and Nextra', () => {
    const vitepress = `${'import'} { defineConfig } from 'vitepress'
export default defineConfig({ themeConfig: { sidebar: {
  '/faq-ios/': [{ text: 'The app', items: [{ text: 'Log in', link: '/faq-ios/login' }] }],
  '/care/': [{ text: 'Care & cleaning', items: [{ text: 'Lid', link: '/care/lid' }, { text: 'Boil', link: '/care/boil.html' }] }],
} } })`;
    expect(read({ ...care, '.vitepress/config.mts': vitepress })).toEqual(expected);
    const starlight = `export default defineConfig({ integrations: [starlight({ sidebar: [
  { label: 'The app', autogenerate: { directory: 'faq-ios' } },
  { label: 'Care & cleaning', items: ['care/lid', { label: 'Boil', slug: 'care/boil' }] },
] })] });`;
    const docs = Object.fromEntries(Object.entries(care).map(([path, text]) => [`src/content/docs/${path}`, text]));
    expect(read({ ...docs, 'astro.config.mjs': starlight })).toMatchObject({
      articles: ['2 en/care/boil', '1 en/care/lid', '- en/faq-ios/login'],
      sections: expect.arrayContaining(expected.sections),
    });
    const nextra = {
      '_meta.json': '{ "faq-ios": "The app", "care": { "title": "Care & cleaning" } }',
      'care/_meta.js': 'export default { lid: "", boil: "Boil" }',
    };
    expect(read({ ...care, ...nextra })).toMatchObject({
      sections: expected.sections,
      articles: ['2 en/care/boil', '1 en/care/lid', '- en/faq-ios/login'],
    });
  });
});

describe('names of sections in other languages', () => {
  it('are those of Docusaurus’ translated labels', () => {
    const plugin = 'i18n/fr/docusaurus-plugin-content-docs/current';
    const texts = {
      'docs/care/lid.md': page('Lid'),
      'docs/care/_category_.json': '{ "label": "Care" }',
      [`${plugin}/care/lid.md`]: page('Couvercle'),
      [`${plugin}.json`]: JSON.stringify({
        'version.label': { message: 'Suivant' },
        'sidebar.docs.category.Care': { message: 'Entretien', description: 'x' },
      }),
    };
    expect(read(texts)).toMatchObject({
      sections: ['care: Care / Entretien'],
      articles: ['- en/care/lid', '- fr/care/lid'],
    });
  });
});

describe('a group that divides a folder', () => {
  it('becomes a section of its own', () => {
    const nav = 'nav:\n  - Start: [a.md, b.md]\n  - Use:\n      - c.md\n      - Daily: [d.md]\n';
    const pages = { 'a.md': page('A'), 'b.md': page('B'), 'c.md': page('C'), 'd.md': page('D') };
    expect(read({ ...pages, 'mkdocs.yml': nav })).toEqual({
      sections: ['start: Start', 'use: Use', 'use/daily: Daily'],
      articles: ['1 en/start/a', '2 en/start/b', '1 en/use/c', '1 en/use/daily/d'],
      losses: [],
    });
  });
});

describe('front matter', () => {
  it('gives sections their names and articles their places', () => {
    const texts = {
      'care/b-first.md': '---\ntitle: Unpack\nsidebar_position: 1\n---\nx',
      'care/a-last.md': '---\ntitle: Recycle\norder: 3\n---\nx',
      'care/c-second.md': '---\ntitle: Boil\nweight: 2\n---\nx',
      'care/index.md': '---\ntitle: All about care\n---\nx',
      'vpn/one.md': '---\ntitle: On\ncategory: Privacy Pro\nsub_category: VPN\n---\nx',
      'bill.md': '---\ntitle: Bill\ncategory: Money\n---\nx',
    };
    expect(read(texts)).toEqual({
      sections: ['care: All about care', 'money: Money', 'vpn: VPN'],
      articles: [
        '3 en/care/a-last',
        '1 en/care/b-first',
        '2 en/care/c-second',
        '0 en/care/overview',
        '- en/money/bill',
        '- en/vpn/one',
      ],
      losses: [],
    });
  });
});

describe('numbers in names', () => {
  it('are the order, unless they are dates', () => {
    const texts = { '02-care/01-b.md': 'x', '02-care/02-a.md': 'x', '01-start/2026-01-02-news.md': 'x' };
    expect(read(texts)).toMatchObject({
      sections: ['01-start: Start', '02-care: Care'],
      articles: ['- en/01-start/2026-01-02-news', '1 en/02-care/01-b', '2 en/02-care/02-a'],
    });
  });
});

describe('a menu that is broken', () => {
  it.each([
    ['mkdocs.yml', 'nav: [\n'],
    ['docs.json', '{'],
    ['sidebars.js', 'module.exports = {docs: ['],
    ['sidebars.js', 'module.exports = build({})'],
    ['_meta.json', 'null'],
    ['care/_category_.json', '[]'],
  ])('says nothing: %s', (path, text) => {
    expect(read({ ...care, [path]: text })).toMatchObject({
      articles: ['- en/care/boil', '- en/care/lid', '- en/faq-ios/login'],
    });
  });
});
