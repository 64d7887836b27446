import { describe, expect, it } from 'vitest';
import { type SearchTexts, searchPage } from '#build/indexing/search-page.ts';
import { analysisFor } from '#search/analysis.ts';
import { indexToken } from '#search/index-token.ts';

const analysis = await analysisFor('en');
function laidOut(differs: Partial<SearchTexts> = {}): { html: string; keys: string[] } {
  const keys = new Set<string>();
  const texts = { title: '', summary: '', passages: [], hidden: {}, learned: {}, ...differs };
  return { html: searchPage(texts, analysis, keys), keys: [...keys].sort() };
}
const tokens = (text: string) =>
  analysis
    .terms(text)
    .map(({ key }) => indexToken(key))
    .join(' ');

describe('a page as it is indexed', () => {
  it('has the keys of everything on it', () => {
    const { html, keys } = laidOut({
      title: 'Lost cards',
      summary: 'Call us.',
      passages: [{ texts: ['We freeze them.'] }, { heading: 'Fees', anchor: 'fees', texts: ['None.', 'Ever.'] }],
    });
    for (const text of ['Lost cards', 'Call us.', 'We freeze them.', 'Fees', 'None.', 'Ever.'])
      expect(html).toContain(`>${tokens(text)}<`);
    expect(keys).toEqual(
      [...new Set(analysis.terms('lost cards call us we freeze them fees none ever').map(({ key }) => key))].sort(),
    );
  });

  it('has no word as it is written', () => {
    expect(laidOut({ title: 'Refunded payments' }).html).not.toMatch(/refunded|payments/i);
  });

  it('lets a word count more in the title than in a heading, and more there than in the text', () => {
    const { html } = laidOut({ title: 'Cards', passages: [{ heading: 'Fees', texts: ['None'] }] });
    const [title = 0, heading = 0] = [...html.matchAll(/data-pagefind-weight="([\d.]+)"/g)].map(([, weight]) =>
      Number(weight),
    );
    expect(title).toBeGreaterThan(heading);
    expect(heading).toBeGreaterThan(1);
  });

  it('has a compound whole and by its parts', () => {
    const { html, keys } = laidOut({ passages: [{ texts: ['E-mail'] }] });
    expect(html).toContain(`<p>${['email', 'e', 'mail'].map(indexToken).join(' ')}</p>`);
    expect(keys).toEqual(['e', 'email', 'mail']);
  });

  it('keeps texts that only find it in fields with their names', () => {
    const { html, keys } = laidOut({ hidden: { aliases: ['stolen card', 'theft'], synonyms: [] } });
    expect(html).toMatch(
      new RegExp(`<[^>]*hidden[^>]*data-pagefind-meta="aliases"[^>]*>${tokens('stolen card theft')}<`),
    );
    expect(html).not.toContain('synonyms');
    expect(keys).toEqual(
      analysis
        .terms('stolen card theft')
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('keeps the words that only customers use out of its text', () => {
    const { html, keys } = laidOut({ title: 'Cards', learned: { words1: ['stuck', 'cardꟷstuck'], words2: [] } });
    expect(html).toMatch(/<div data-pagefind-ignore="index">.*data-pagefind-meta="words1".*<\/div>/);
    expect(html).toContain(`>${indexToken('stuck')} ${indexToken('cardꟷstuck')}<`);
    expect(html).not.toContain('words2');
    expect(keys).toEqual(['card']);
  });

  it('is whole HTML, whatever the article says', () => {
    const nasty = '<script>"&\u0000</script> </p><b data-pagefind-ignore>';
    const { html } = laidOut({
      title: nasty,
      summary: nasty,
      passages: [{ heading: nasty, texts: [nasty] }],
      hidden: { aliases: [nasty] },
    });
    const plain = laidOut({
      title: 'script b data pagefind ignore',
      summary: 'x',
      passages: [{ heading: 'x', texts: ['x'] }],
      hidden: { aliases: ['x'] },
    });
    const tagsOf = (text: string) => text.match(/<[^>]*>/g);
    expect(tagsOf(html)).toEqual(tagsOf(plain.html));
    expect(html).not.toContain('&');
  });

  it('can be empty', () => {
    expect(laidOut().keys).toEqual([]);
    expect(laidOut({ title: '🎉' }).html).toBe(laidOut().html);
  });
});
