import { describe, expect, it } from 'vitest';
import { bodyIn, importTexts, lossesOf } from '../import-texts.ts';

const idsOf = (texts: Record<string, string>) =>
  importTexts(texts).files.flatMap(({ path }) => (path.endsWith('.mdx') ? [path.slice('articles/'.length, -4)] : []));

describe('the folder that holds the pages of a site', () => {
  it.each([
    ['Docusaurus', { 'docusaurus.config.js': 'x' }, 'docs', 'blog/news.md'],
    ['Hugo', { 'hugo.toml': 'title = "x"' }, 'content', 'other/news.md'],
    ['MkDocs', { 'mkdocs.yml': 'docs_dir: manual' }, 'manual', 'other/news.md'],
    ['Starlight', { 'astro.config.mjs': 'x' }, 'src/content/docs', 'src/content/blog/news.md'],
  ])('is no section: %s', (_name, config, folder, other) => {
    const page = `# Lid\n\n[Boil](/${folder === 'content' ? '' : 'help/'}care/boil)`;
    const texts = { ...config, [`${folder}/care/lid.md`]: page, [`${folder}/care/boil.md`]: '# Boil\n\nHot.' };
    const imported = importTexts({ ...texts, [other]: '# News\n\nNew.' });
    expect(bodyIn(imported, 'care/lid')).toBe('[Boil](/care/boil)');
    expect(imported.files.some(({ path }) => path.endsWith('/care/boil.mdx'))).toBe(true);
  });
});

describe('versions of Docusaurus', () => {
  const texts = {
    'docs/care/lid.md': '# New lid\n\nHot.',
    'versions.json': '["2.0", "1.0"]',
    'versioned_docs/version-2.0/care/lid.md': '# Lid\n\nHot.',
    'versioned_docs/version-1.0/care/lid.md': '# Old lid\n\nHot.',
    'i18n/fi/docusaurus-plugin-content-docs/current/care/lid.md': '# Uusi kansi\n\nKuuma.',
    'i18n/fi/docusaurus-plugin-content-docs/version-2.0/care/lid.md': '# Kansi\n\nKuuma.',
  };

  it('are left out and reported, except the current one', () => {
    const imported = importTexts({ ...texts, 'docusaurus.config.js': 'export default {};' });
    expect(idsOf({ ...texts, 'docusaurus.config.js': '' })).toEqual(['en/care/lid', 'fi/care/lid']);
    expect(JSON.stringify(imported.files)).toContain('New lid');
    expect(lossesOf(imported).map((loss) => loss.slice(0, 45))).toEqual([
      'versioned_docs/version-1.0 These are 1 page o',
      'versioned_docs/version-2.0 These are 2 pages ',
    ]);
  });

  it('are the last one if the current one is not published', () => {
    const config = 'export default { presets: [["classic", { docs: { includeCurrentVersion: false } }]] };';
    const imported = importTexts({ ...texts, 'docusaurus.config.js': config });
    expect(JSON.stringify(imported.files)).toMatch(/title: Lid.*title: Kansi/);
    expect(JSON.stringify(imported.files)).not.toMatch(/New lid|Uusi/);
  });
});
