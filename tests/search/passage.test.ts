import { describe, expect, it } from 'vitest';
import { analysisFor } from '#search/analysis.ts';
import { bestPassage } from '#search/passage.ts';
import type { Passage } from '#search/search-index.ts';

const page = (passages: readonly Passage[]) => ({ url: '/', id: 'a', title: 'A', section: '', type: 'faq', passages });
/** The passage of a page for words that are worth the same, or as much as is said. */
async function passageFor(asked: string | Record<string, number>, passages: readonly Passage[], locale = 'en') {
  const analysis = await analysisFor(locale);
  const worth =
    typeof asked === 'string'
      ? analysis.terms(asked).map(({ key }) => [key, 1] as const)
      : Object.entries(asked).map(([word, value]) => [analysis.keyOf(word), value] as const);
  return bestPassage(page(passages), analysis, new Map(worth));
}
const htmlFor = async (asked: string | Record<string, number>, text: string, locale?: string) =>
  (await passageFor(asked, [{ texts: [text] }], locale)).html;
const wordsIn = (html: string) =>
  html
    .replace(/<\/?mark>/g, '')
    .split(/\s+/)
    .filter((word) => word !== '…');

const passages: Passage[] = [
  { texts: ['Cards are free.', 'Every account has one.'] },
  { heading: 'Fees', anchor: 'fees', texts: ['A second card costs 5 euros.', 'We send it by post.'] },
  { heading: 'Lost cards', anchor: 'lost-cards', texts: ['Call us.', 'Freeze it in the app at once.'] },
];

describe('the passage that answers', () => {
  it('is the paragraph with most of the question, under its heading', async () => {
    expect(await passageFor('what does a second card cost', passages)).toEqual({
      html: '<mark>A</mark> <mark>second</mark> <mark>card</mark> <mark>costs</mark> 5 euros.',
      heading: 'Fees',
      anchor: 'fees',
    });
  });

  it('has the words that matter rather than many words', async () => {
    const { html } = await passageFor({ every: 0.2, account: 0.2, freeze: 3 }, passages);
    expect(html).toContain('<mark>Freeze</mark> it');
  });

  it('can be before the first heading', async () => {
    const { html, heading, anchor } = await passageFor('account', passages);
    expect(html).toBe('Every <mark>account</mark> has one.');
    expect([heading, anchor]).toEqual([undefined, undefined]);
  });

  it('can be the text under a matching heading', async () => {
    const { heading, html } = await passageFor('lost', passages);
    expect(heading).toBe('Lost cards');
    expect(html).toBe('Call us.');
  });

  it('is the first of several equally good ones, and counts a word once', async () => {
    const texts = ['No card.', 'Card, card, card, card!'];
    expect((await passageFor('card', [{ texts }])).html).toBe('No <mark>card</mark>.');
  });

  it('is the start of the page if nothing matches', async () => {
    expect(await passageFor('zebra', passages)).toMatchObject({ html: 'Cards are free.' });
    expect(await passageFor('', passages)).toMatchObject({ html: 'Cards are free.' });
  });

  it('is empty for a page without text', async () => {
    expect((await passageFor('card', [])).html).toBe('');
    expect((await passageFor('card', [{ heading: 'Card', texts: [] }])).html).toBe('');
    expect((await passageFor('card', [{ texts: [''] }])).html).toBe('');
  });
});

describe('the words of the question', () => {
  it('are marked in all their forms', async () => {
    expect(await htmlFor('refund', 'Refunds: what we refunded.')).toBe(
      '<mark>Refunds</mark>: what we <mark>refunded</mark>.',
    );
    expect(await htmlFor('kayttaja', 'Lisää käyttäjän nimi.', 'fi')).toBe('Lisää <mark>käyttäjän</mark> nimi.');
  });

  it('are marked without the punctuation around them', async () => {
    expect(await htmlFor('card', 'The “card”, (card) and card’s.')).toBe(
      'The “<mark>card</mark>”, (<mark>card</mark>) and <mark>card’s</mark>.',
    );
  });

  it('are marked in a compound', async () => {
    expect(await htmlFor('mail', 'Use e-mail now')).toBe('Use <mark>e-mail</mark> now');
  });

  it('are marked word by word in a language without spaces', async () => {
    expect(await htmlFor('カード', 'カードを注文する。', 'ja')).toBe('<mark>カード</mark>を注文する。');
    expect(await htmlFor('บัตร', 'สั่งซื้อบัตรใหม่', 'th')).toBe('สั่งซื้อ<mark>บัตร</mark>ใหม่');
  });

  it('are marked in Persian whatever the joiner', async () => {
    expect(await htmlFor('کارت ها', 'همه کارت‌ها اینجا', 'fa')).toBe('همه <mark>کارت‌ها</mark> اینجا');
  });

  it('are not HTML, and neither is the rest of the page', async () => {
    expect(await htmlFor('b', 'Write <b>, "x" & \'y\' </b>')).not.toMatch(/<(?!\/?mark>)|"|&(?!#\d+;)/);
    expect(await htmlFor('script', '<script>alert(1)</script>')).toBe(
      '&#60;<mark>script&#62;alert(1)&#60;/script</mark>&#62;',
    );
  });
});

describe('a long paragraph', () => {
  const filler = (word: string, times: number) => Array.from({ length: times }, () => word).join(' ');

  it('is shown around the words of the question', async () => {
    const html = await htmlFor('card', `${filler('before', 100)} card ${filler('after', 100)}`);
    expect(html).toMatch(/^… before .*<mark>card<\/mark>.* …$/);
    expect(wordsIn(html).length).toBeLessThan(60);
  });

  it('is shown from its start if that matches best', async () => {
    expect(await htmlFor('card', `A card ${filler('after', 100)}`)).toMatch(/^A <mark>card<\/mark> after .* …$/);
    expect(await htmlFor('zebra', filler('word', 100))).toMatch(/^word .* …$/);
  });

  it('is shown to its end if that matches best', async () => {
    expect(await htmlFor('card', `${filler('before', 100)} card.`)).toMatch(/^… before .*<mark>card<\/mark>\.$/);
  });

  it('is shown around most of the question', async () => {
    const text = `card ${filler('one', 60)} stolen card ${filler('two', 60)} card`;
    expect(await htmlFor('stolen card', text)).toContain('<mark>stolen</mark> <mark>card</mark>');
  });

  it('is cut in a language without spaces too', async () => {
    const html = await htmlFor('カード', `${'銀行の口座。'.repeat(60)}カードを注文する。`, 'ja');
    expect(html).toMatch(/^… .*<mark>カード<\/mark>/);
    expect(html.length).toBeLessThan(200);
  });

  it('can be one endless word', { timeout: 20_000 }, async () => {
    for (const word of ['a'.repeat(5000), `a${'!'.repeat(5000)}a`, '!'.repeat(5000)]) await htmlFor('a', word);
  });
});
