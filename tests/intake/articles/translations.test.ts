import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importTexts, lossesOf } from './import-texts.ts';

const textsOf = (texts: Record<string, string>, assets: string[] = []) =>
  Object.fromEntries(importTexts(texts, assets).files.map(({ path, text }) => [path, text]));

describe('a folder in several languages', () => {
  it('becomes one article in several languages, whose links lead to each other', () => {
    const page = (title: string, text: string) => `---\ntitle: ${title}\n---\n${text}`;
    const texts = {
      'en/care/fill.md': page('Fill', 'See [boil](../../en/care/boil.md).'),
      'en/care/boil.md': page('Boil', 'See [fill](/en/care/fill).'),
      'fi/care/fill.md': page('Täytä', 'Katso [keitä](/care/boil) ja [fill](../../en/care/fill.md).'),
      'fi/care/boil.md': page('Keitä', 'Katso [täytä](fill.md#vesi).\n\n![](kuva.png)'),
      'fi/care/index.md': '---\ntitle: Hoito\n---\n',
      'pt-br/care/fill.md': page('Encher', 'Veja [boil](/care/boil).'),
    };
    const files = textsOf(texts, ['fi/care/kuva.png', 'en/care/kuva.png']);
    expect(Object.keys(files)).toEqual([
      'articles/en/care/boil.mdx',
      'articles/en/care/fill.mdx',
      'articles/fi/care/boil.mdx',
      'articles/fi/care/fill.mdx',
      'articles/pt-BR/care/fill.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
    expect(parse(files['site.yaml'] ?? '')).toMatchObject({
      defaultLocale: 'en',
      locales: ['en', 'fi', 'pt-BR'],
      sections: { care: { title: { en: 'Care', fi: 'Hoito' } } },
    });
    expect(files['articles/fi/care/fill.mdx']).toContain('[keitä](/care/boil) ja fill.');
    expect(files['articles/pt-BR/care/fill.mdx']).toContain('[boil](/care/boil)');
    expect(lossesOf(importTexts(texts, ['fi/care/kuva.png']))).toEqual([
      'fi/care/boil.md:4 The link to fill.md#vesi matches no heading in "Täytä"; it now leads to the top of that article.',
    ]);
  });

  it('joins translations by the key that they share', () => {
    const texts = {
      'kuinka.md': '---\ntitle: Kuinka\nlang: fi\ntranslationKey: how\n---\nx',
      'how.md': '---\ntitle: How\nlang: en\ntranslationKey: how\n---\nx',
    };
    expect(Object.keys(textsOf(texts))).toEqual([
      'articles/en/general/how.mdx',
      'articles/fi/general/how.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
  });
});

describe('folders that only hold the site', () => {
  it('become no sections', () => {
    expect(Object.keys(textsOf({ 'src/content/docs/care/a.md': 'x', 'src/content/docs/b.md': 'x' }))).toEqual([
      'articles/en/care/a.mdx',
      'articles/en/general/b.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
    expect(Object.keys(textsOf({ 'docs/a.md': 'x', 'care/b.md': 'x' }))).toContain('articles/en/docs/a.mdx');
  });
});
