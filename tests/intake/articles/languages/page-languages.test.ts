import { describe, expect, it } from 'vitest';
import { chooseDefault, languageFinder } from '#intake/articles/languages/page-languages.ts';

/** Paths as `locale path`, `?` for a locale that isn't known. */
function read(paths: string[], wanted?: string): string[] {
  const languageOf = languageFinder(paths, wanted);
  return paths.map((path) => {
    const { locale = '?', pathInLocale } = languageOf(path);
    return `${locale} ${pathInLocale}`;
  });
}

describe('the language of a page', () => {
  it('is its folder, wherever that is', () => {
    expect(read(['en/care/a.md', 'fi/care/a.md', 'pt-br/care/b.md'])).toEqual([
      'en care/a.md',
      'fi care/a.md',
      'pt-BR care/b.md',
    ]);
    expect(read(['docs/a.md', 'docs/fi/a.md', 'docs/zh_Hans/a.md'])).toEqual([
      '? docs/a.md',
      'fi docs/a.md',
      'zh-Hans docs/a.md',
    ]);
    expect(read(['care/en/a.md', 'care/fi/a.md'])).toEqual(['en care/a.md', 'fi care/a.md']);
    expect(read(['translations/de/a.md', 'a.md'])).toEqual(['de a.md', '? a.md']);
    expect(read(['english/a.md', 'finnish/a.md', 'jp/a.md'])).toEqual(['en a.md', 'fi a.md', 'ja a.md']);
  });

  it('is the folder of Docusaurus’ translations', () => {
    expect(
      read([
        'docs/care/a.md',
        'i18n/fr/docusaurus-plugin-content-docs/current/care/a.md',
        'i18n/fr/docusaurus-plugin-content-docs/version-2.0/care/a.md',
        'i18n/pt-BR/docusaurus-plugin-content-docs-community/current/b.md',
      ]),
    ).toEqual([
      '? docs/care/a.md',
      'fr docs/care/a.md',
      'fr versioned_docs/version-2.0/care/a.md',
      'pt-BR community/b.md',
    ]);
  });

  it('is the ending of its name', () => {
    expect(read(['a.md', 'a.fi.md', 'b.zh-CN.mdx', 'c_de.md', 'c.md'])).toEqual([
      '? a.md',
      'fi a.md',
      'zh-CN b.mdx',
      'de c.md',
      '? c.md',
    ]);
  });

  it('is no word that only looks like a language', () => {
    const paths = ['it/vpn.md', 'hr/leave.md', 'it/index.md', 'hr/index.md', 'id/card.md', 'to-do/a.md', 'sign.in.md'];
    expect(read(paths)).toEqual(paths.map((path) => `? ${path}`));
    expect(read(['it/a.md', 'de/a.md'])).toEqual(['it a.md', 'de a.md']);
    expect(read(['faq/a.md', 'api/a.md', 'new/a.md', 'web/a.md'])).toEqual([
      '? faq/a.md',
      '? api/a.md',
      '? new/a.md',
      '? web/a.md',
    ]);
  });

  it('is what the file says before all else', () => {
    const languageOf = languageFinder(['en/a.md', 'b.md'], undefined);
    expect([languageOf('en/a.md', 'Finnish').locale, languageOf('b.md', 'nowhere').locale]).toEqual(['fi', undefined]);
  });
});

describe('the default language', () => {
  it('is the one that was named, or English, or that of most pages', () => {
    const counts = new Map([
      ['de', 9],
      ['en-US', 3],
    ]);
    expect(chooseDefault(counts, undefined)).toBe('en-US');
    expect(chooseDefault(counts, 'de')).toBe('de');
    expect(chooseDefault(counts, 'fi')).toBe('de');
    expect(chooseDefault(new Map([['fr', 1]]), undefined)).toBe('fr');
  });
});
