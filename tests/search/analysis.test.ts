import { describe, expect, it } from 'vitest';
import { analysisFor } from '#search/analysis.ts';
import { mulberry32 } from '../../scripts/shared/random.ts';

const termsOf = async (locale: string, text: string) => (await analysisFor(locale)).terms(text);
const keysOf = async (locale: string, text: string) => (await termsOf(locale, text)).map(({ key }) => key);
const differentKeys = async (locale: string, text: string) => [...new Set(await keysOf(locale, text))];

describe('words are the same', () => {
  it.each([
    ['en', 'refund refunds refunded refunding'],
    ['en', 'Order ORDER orders ordering'],
    ['fi', 'kortti kortin korttia korttini korteilla'],
    ['fi', 'lasku laskun laskut laskuja laskuista'],
    ['sv', 'betalning betalningen betalningar betalningarna'],
    ['sv', 'faktura fakturor fakturorna'],
    ['hr', 'kartica kartice karticu kartici karticom karticama'],
    ['hr', 'račun računa računi računu'],
    ['fa', 'کارت کارتها کارتهای کارتم کارتتان'],
    ['fa', 'بزرگ بزرگتر بزرگترین'],
  ])('in all their forms, in %s: %s', async (locale, forms) => {
    expect(await differentKeys(locale, forms)).toHaveLength(1);
  });

  it.each([
    ['en', 'café cafe\u0301 cafe CAFÉ'],
    ['fi', 'käyttäjä kayttaja'],
    ['fi', 'yötä yota'],
    ['sv', 'återbetalning aterbetalning'],
    ['sv', 'lösenord losenord'],
    ['sv', 'ångra angra'],
    ['hr', 'čekić cekic'],
    ['hr', 'šifra sifra'],
    ['hr', 'žalba zalba'],
    ['hr', 'narudžba narudzba'],
    ['hr', 'međutim medutim medjutim MEĐUTIM'],
    ['de', 'Straße Strasse'],
    ['de', 'ändern aendern ANDERN'],
    ['de', 'Überweisung Ueberweisung'],
    ['de', 'Gebühren Gebuehren'],
    ['de', 'möglich moeglich'],
    ['de', 'größer groesser grösser'],
    ['ru', 'платёж платеж'],
    ['be', 'ёлка елка'],
    ['he', 'כַּרְטִיס כרטיס'],
  ])('with and without the marks of their letters, in %s: %s', async (locale, spellings) => {
    expect(await differentKeys(locale, spellings)).toHaveLength(1);
  });

  it('only if the language writes so: dj is another way to type đ in Croatian alone', async () => {
    expect(await differentKeys('hr', 'đak djak')).toHaveLength(1);
    expect(await differentKeys('en', 'adust adjust')).toHaveLength(2);
  });

  it('only where German writes so: not in neue, Steuer or Quelle', async () => {
    expect(await keysOf('de', 'neue Steuer Quelle')).toEqual(['neu', 'steu', 'quell']);
    expect(await differentKeys('en', 'does dos')).toHaveLength(2);
  });

  it('not for letters that only look marked: й is not и', async () => {
    expect(await keysOf('ru', 'новый')).toEqual(await keysOf('ru', 'новая'));
    expect(await differentKeys('ru', 'й и')).toHaveLength(2);
  });

  it('with any apostrophe, and without one', async () => {
    expect(await differentKeys('en', "hasn’t hasn't hasn`t hasnʼt hasnt HASN'T has not")).toHaveLength(2);
    expect(await differentKeys('en', "can't cant won't wont can not will not")).toHaveLength(3);
    expect(await differentKeys('en', "we’ll we'll well")).toHaveLength(1);
    expect(await differentKeys('en', 'card card’s cards cards’')).toHaveLength(1);
  });

  it('after an article that is joined to them', async () => {
    expect(await keysOf('fr', 'l’abonnement')).toEqual(await keysOf('fr', 'l abonnement'));
    expect(await keysOf('it', "l'ordine")).toContain((await keysOf('it', 'ordine'))[0]);
  });

  it('in the digits of every script', async () => {
    expect(await differentKeys('fa', '۱۲۳ ١٢٣ 123 १२३ １２３')).toEqual(['123']);
  });

  it('with invisible characters in them: soft hyphens, direction marks, variations', async () => {
    expect(await keysOf('en', 'pass\u00ADword')).toEqual(await keysOf('en', 'password'));
    expect(await keysOf('fa', '\u200Fکارت\u200E')).toEqual(await keysOf('fa', 'کارت'));
    expect(await keysOf('en', '1\uFE0F\u20E3')).toEqual(['1']);
  });

  it('in another form of the same letters', async () => {
    expect(await differentKeys('en', 'ﬁnd find ｆｉｎｄ')).toHaveLength(1);
  });
});

describe('a word that is written with a joiner', () => {
  it.each([
    ['e-mail', 'email', ['e', 'mail']],
    ['e‐mail', 'email', ['e', 'mail']],
    ['1.8.19', '1819', ['1', '8', '19']],
    ['12,50', '1250', ['12', '50']],
    ['help_me', 'helpme', ['help', 'me']],
    ['a.b', 'ab', ['a', 'b']],
  ])('is found whole and by its parts: %s', async (text, key, parts) => {
    expect(await termsOf('xx', text)).toEqual([{ word: text, key, parts }]);
  });

  it('is the same with every hyphen, also one that keeps a line together', async () => {
    expect(await differentKeys('en', 'e-mail e‐mail e‑mail email')).toHaveLength(1);
  });

  it('has parts in their own forms', async () => {
    const [term] = await termsOf('en', 'refunds-policies');
    expect(term?.parts).toEqual(await keysOf('en', 'refund policy'));
  });

  it.each(['-card', 'card-', 'card.', '_card_', '--card--', '…card…'])(
    'is one word if nothing is joined: %s',
    async (text) => {
      expect(await termsOf('en', text)).toMatchObject([{ key: 'card', parts: [] }]);
    },
  );

  it('ends where a sentence does', async () => {
    expect((await termsOf('en', 'Lost? Frozen. Call us - now.')).map(({ word }) => word)).toEqual([
      'lost',
      'frozen',
      'call',
      'us',
      'now',
    ]);
  });
});

describe('a name in code', () => {
  it.each([
    ['ncpPoller', 'ncppoller', ['ncp', 'poller']],
    ['readSocketTimeout', 'readsockettimeout', ['read', 'socket', 'timeout']],
    ['NullPointerException', 'nullpointerexception', ['null', 'pointer', 'exception']],
  ])('is found whole, by its parts, and with underscores: %s', async (text, key, parts) => {
    expect(await termsOf('xx', text)).toMatchObject([{ word: key, key, parts }]);
    expect(await termsOf('xx', parts.join('_'))).toMatchObject([{ key, parts }]);
  });

  it.each(['PayPal', 'iPhone', 'YouTube', 'GitHub', 'WiFi', 'USB', 'McDonald'])(
    'is not the name of a product: %s',
    async (name) => {
      expect(await termsOf('xx', name)).toMatchObject([{ key: name.toLowerCase(), parts: [] }]);
    },
  );
});

describe('a number with a unit', () => {
  it.each([
    ['5GB 5 GB 5\u00A0GB 5gb', '5gb'],
    ['3.3V 3.3 V', '33v'],
    ['2,4GHz 2,4 GHz', '24ghz'],
    ['۵ GB', '5gb'],
  ])('is one word, with a space or without: %s', async (text, key) => {
    for (const locale of ['en', 'de', 'fa']) expect(await differentKeys(locale, text)).toEqual([key]);
  });

  it('is found by the number and by the unit too', async () => {
    expect(await termsOf('xx', '5GB')).toMatchObject([{ word: '5gb', parts: ['5', 'gb'] }]);
  });

  it('is not another number with a word', async () => {
    expect(await keysOf('xx', '5 gbit5 3 people MKR1000 E104 5 mars')).toEqual([
      ...['5', 'gbit5', '3', 'people', 'mkr1000', 'e104', '5', 'mars'],
    ]);
  });
});

describe('a language', () => {
  it('without a stemmer is known by whole words', async () => {
    expect(await keysOf('xx', 'Cards card')).toEqual(['cards', 'card']);
  });

  it('is the same in every country', async () => {
    expect(await keysOf('en-GB', 'refunded')).toEqual(await keysOf('en', 'refund'));
  });

  it.each([
    ['ja', 'カードを再発行する', 'カード'],
    ['th', 'บัตรหาย', 'บัตร'],
    ['zh', '我的卡丢了', '卡'],
  ])('that writes no spaces has words all the same: %s', async (locale, text, word) => {
    const keys = await keysOf(locale, text);
    expect(keys.length).toBeGreaterThan(1);
    expect(keys).toContain(word);
  });

  it('decides how capitals are lowercased', async () => {
    expect(await differentKeys('tr', 'ISPARTA ısparta')).toHaveLength(1);
  });
});

describe('a text', () => {
  it.each(['', ' ', '?! … — €', '🎉', '👨‍👩‍👧 😀', '\u200C', '\u200F\u200E', '___', '---'])(
    'without words has no terms: "%s"',
    async (text) => {
      for (const locale of ['en', 'fa', 'ja']) expect(await termsOf(locale, text)).toEqual([]);
    },
  );

  it('can be HTML, or include names from JavaScript', async () => {
    expect(await keysOf('xx', '<b onclick="x()">card</b>')).toContain('card');
    expect(await keysOf('xx', 'constructor __proto__ toString')).toEqual(['constructor', 'proto', 'tostring']);
  });

  it.each(['en', 'fi', 'sv', 'hr', 'fa', 'ja'])('gives keys of letters and digits only, in %s', async (locale) => {
    const nasty = 'a\u0000b c\nd e\u2028f g\th "i" <j> k&l m;n 1,000 2:3 o\u00ADp q!r 5\u2032 s·t u’v پی‌دی‌اف x\u200By';
    for (const { key, parts } of await termsOf(locale, nasty))
      for (const one of [key, ...parts]) expect(one).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
  });

  it('keeps its words in their order, each as often as it is written', async () => {
    expect(await keysOf('en', 'my card, my bank')).toEqual(['my', 'card', 'my', 'bank']);
  });

  it.each(['en', 'fi', 'sv', 'fr', 'fa', 'ja'])('has the same words in one line as in many, in %s', async (locale) => {
    const { terms } = await analysisFor(locale);
    const random = mulberry32(1);
    const characters = [...'abzßéøž059..,,::;!?()""-_\'’/·…銀کم\u00AD\u0301'];
    for (let times = 0; times < 2000; times++) {
      const words = Array.from({ length: 6 }, () =>
        Array.from({ length: 1 + random() * 5 }, () => characters[Math.floor(random() * characters.length)]).join(''),
      );
      expect(terms(words.join(' ')), words.join(' ')).toEqual(terms(words.join('\n')));
    }
  });

  it.each([
    ['en', 'a'],
    ['en', 'card '],
    ['en', 'ab-'],
    ['en', '1.'],
    ['en', '1 gb'],
    ['en', 'readTimeout'],
    ['fi', 'ssa'],
    ['fa', 'ک'],
    ['fa', 'می '],
    ['fa', 'کارت ها '],
    ['fa', 'ها\u200C'],
  ])('of any length is read in no time, in %s: "%s" over and over', { timeout: 20_000 }, async (locale, piece) => {
    const { terms } = await analysisFor(locale);
    terms(piece.repeat(20_000));
  });
});
