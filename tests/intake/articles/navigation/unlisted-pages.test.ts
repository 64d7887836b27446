import { describe, expect, it } from 'vitest';
import { articleIn, importTexts, lossesOf } from '../import-texts.ts';

const menus = {
  'SUMMARY.md': '# Menu\n\n- [Lid](care/lid.md)\n',
  'docs.json': JSON.stringify({ navigation: { groups: [{ group: 'Care', pages: ['care/lid'] }] } }),
  'mkdocs.yml': 'nav:\n  - Lid: care/lid.md\n',
};
const pages = {
  'index.md': '# Start\n\nText.',
  'care/lid.md': '# Lid\n\n[Boil](./boil.md)',
  'care/boil.md': '# Boil\n\n[Start](/index)',
  'care/staff.md': '# Staff prices\n\n[Lid](lid.md)',
  'fi/care/lid.md': '# Kansi\n\nText.',
};

describe('a page that no menu lists and no listed page links to', () => {
  const read = (name: keyof typeof menus) => importTexts({ ...pages, [name]: menus[name] });
  const isHidden = (imported: ReturnType<typeof importTexts>, id: string) =>
    articleIn(imported, id).includes('confidence: work-in-progress');

  it.each(['SUMMARY.md', 'docs.json'] as const)('is not public if the menu is %s', (name) => {
    const imported = read(name);
    expect(isHidden(imported, 'care/staff')).toBe(true);
    expect(isHidden(imported, 'care/boil')).toBe(false);
    expect(lossesOf(imported)).toEqual([
      `care/staff.md The source says "not in ${name}". The article is a work in progress now.`,
    ]);
  });

  it('is public with MkDocs, which publishes all pages', () => {
    expect(isHidden(read('mkdocs.yml'), 'care/staff')).toBe(false);
    const both = importTexts({ ...pages, 'SUMMARY.md': menus['SUMMARY.md'], 'mkdocs.yml': 'site_name: Kettle\n' });
    expect(isHidden(both, 'care/staff')).toBe(false);
  });
});
