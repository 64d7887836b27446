import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexSearch } from '#build/indexing/search-index.ts';
import { type Recall, recallLast } from '#build/keeping/recall.ts';
import { listFiles } from '#io/machine/files.ts';
import { type BuiltIndex, openBuiltIndex } from '#io/search/open-index.ts';
import type { Article } from '#kb/content/article.ts';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import { ask, type Result } from '#search/ask.ts';
import { isWrittenOnPage } from '#search/learned-fields.ts';
import { UNLISTED, VOCABULARY } from '#search/pagefind-index.ts';
import { pagesWith } from '#search/vocabulary.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

type Written = [id: string, title: string, html: string, differs?: Partial<Omit<Article, 'links'>>];

const written: Record<string, Written[]> = {
  en: [
    [
      'cards/order',
      'Order a card',
      '<p>A new card comes by post within a week.</p><h2 id="what-it-costs">What it costs</h2><p>A second card costs 5 euros a year.</p>',
      { type: 'solution' },
    ],
    [
      'cards/freeze',
      'Freeze your card',
      '<p>Freeze it in the app, so that nobody can pay with it.</p>',
      { aliases: ['block my plastic'] },
    ],
    ['cards/lost-or-stolen', 'Lost or stolen card', '<p>Call us at once.</p>', { topics: ['card-lost'] }],
    ['cash/withdraw', 'Withdraw cash from an ATM', '<p>Withdrawals are free in the whole country.</p>'],
    [
      'account/email',
      'Change your e-mail address',
      '<p>You change it in the app, below <b>Settings &amp; privacy</b>.</p>',
    ],
    ['account/close', 'Close an account', '<p>Write to us.</p>'],
    ['loans/über-kredit', 'Borrow', '<p>You apply for a loan in the app.</p>'],
    ['404', 'Error 404', '<p>No such page.</p>'],
  ],
  fi: [
    ['cards/order', 'Tilaa pankkikortti', '<p>Uusi kortti tulee postissa.</p>'],
    ['account/user', 'Lisää käyttäjä', '<p>Käyttäjän lisääminen on maksutonta.</p>'],
  ],
  hr: [
    [
      'cards/order',
      'Naručite karticu',
      '<p>Nova kartica stiže poštom. Narudžba je besplatna.</p><h2 id="međutim">Međutim</h2><p>Druga kartica se plaća.</p>',
    ],
  ],
  fa: [
    ['cards/order', 'سفارش کارت بانکی', '<p>کارت‌های جدید با پست می‌آیند.</p>'],
    ['account/password', 'رمز عبور را فراموش کرده‌ام', '<p>می‌توانید آن را در برنامه تغییر دهید.</p>'],
  ],
};
const locales = Object.keys(written);
const bodies = new Map<string, string>();
const articles = locales.flatMap((locale) =>
  (written[locale] ?? []).map(([id, title, html, differs]) => {
    const article = makeArticle(id, { title, locale, type: 'faq', ...differs });
    bodies.set(article.path, html);
    return article;
  }),
);
const library = makeLibrary({
  site: makeSite({
    locales: [...locales, 'sv'],
    sections: { cards: { title: { en: 'Cards', fi: 'Kortit' } }, loans: { title: 'Loans' } },
  }),
  articles,
  synonyms: new Map([['en', [['ATM', 'cash machine', 'bankomat']]]]),
  learned: new Map([
    [
      'en',
      new Map([
        [
          'card-lost',
          new Map([
            ['pinched', 3.75],
            ['gone missing', 3.75],
            ['app', 0.5],
          ]),
        ],
      ]),
    ],
  ]),
});
const htmlOf = async ({ article }: ShownArticle) =>
  `<article><h1>${article.title}</h1>${bodies.get(article.path)}<p hidden>unseen</p></article>`;

let folder: string;
let pages: number;
let built: BuiltIndex | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  pages = await indexSearch(library, htmlOf, join(folder, 'pagefind'));
  built = await openBuiltIndex(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function answer(question: string, locale = 'en') {
  const index = await built?.open(locale);
  if (!index) throw new Error(`Nothing is indexed in ${locale}.`);
  return ask(index, question, 10);
}
const first = async (question: string, locale?: string): Promise<Result | undefined> =>
  (await answer(question, locale)).results[0];

describe('every language of the site has an index', () => {
  it('of everything its readers can read', async () => {
    expect(built?.locales).toEqual(['en', 'fa', 'fi', 'hr', 'sv']);
    const own = await Promise.all(
      [...locales, 'sv'].map(async (locale) => (await built?.open(locale))?.vocabulary.pages),
    );
    expect(own).toEqual([8, 9, 8, 9, 8]);
    expect(pages).toBe(8 + 9 + 8 + 9 + 8);
  });

  it('and no other language has', async () => {
    expect(await built?.open('de')).toBeUndefined();
    expect(await built?.open('..')).toBeUndefined();
  });

  it('and no temporary files are left next to it', async () => {
    expect((await readdir(join(folder, 'pagefind'))).sort()).toEqual(['en', 'fa', 'fi', 'hr', 'sv']);
  });

  it('without the scripts that the site does not load', async () => {
    const files = await readdir(join(folder, 'pagefind/en'));
    expect(files.filter((name) => /(?:-ui|highlight|worker)\./.test(name))).toEqual([]);
    expect(files).toContain('pagefind.js');
  });
});

describe('a word', () => {
  it.each(locales)('is found on exactly the pages that hold it, in %s', async (locale) => {
    const index = await built?.open(locale);
    const keys = index?.vocabulary.beginning('', 9999) ?? [];
    expect(keys.length).toBeGreaterThan(20);
    for (const key of keys) {
      const standing = (await index?.find(key))?.filter(isWrittenOnPage);
      expect([key, standing?.length]).toEqual([key, index?.vocabulary.holding(key)]);
    }
  });

  it('is not found by its start alone', async () => {
    const index = await built?.open('en');
    expect((await index?.find('withdraw'))?.length).toBe(1);
    for (const key of ['withdra', 'w', '']) expect(await index?.find(key)).toEqual([]);
  });

  it('that customers use counts as a word of the page if the page has it too', async () => {
    const vocabulary = (await built?.open('en'))?.vocabulary;
    expect([vocabulary?.holding('app'), vocabulary?.learned('app')]).toEqual([3, 0]);
    expect([vocabulary?.holding('pinch'), vocabulary?.learned('pinch')]).toEqual([0, 1]);
  });
});

describe('a question finds its article', () => {
  it.each([
    ['in a sentence', 'en', 'Hello, how can I freeze the card that I have?', 'cards/freeze'],
    ['by a word of the text', 'en', 'settings', 'account/email'],
    ['in another form of the word', 'en', 'borrowing', 'loans/über-kredit'],
    ['with a slip', 'en', 'witdhraw', 'cash/withdraw'],
    ['with a letter left out', 'en', 'adress', 'account/email'],
    ['in half a word', 'en', 'withdr', 'cash/withdraw'],
    ['in half a word at the end', 'en', 'change my addr', 'account/email'],
    ['with the hyphen', 'en', 'e-mail', 'account/email'],
    ['without the hyphen', 'en', 'email', 'account/email'],
    ['with a space for it', 'en', 'e mail', 'account/email'],
    ['by another way to ask', 'en', 'block my plastic', 'cards/freeze'],
    ['by the company’s other words for it', 'en', 'cash machine', 'cash/withdraw'],
    ['by one of them', 'en', 'bankomat', 'cash/withdraw'],
    ['by a word of its address', 'en', 'kredit', 'loans/über-kredit'],
    ['by a word of customers', 'en', 'my wallet was pinched', 'cards/lost-or-stolen'],
    ['by a phrase of customers', 'en', 'it has gone missing', 'cards/lost-or-stolen'],
    ['by a number', 'en', '404', '404'],
    ['in Finnish', 'fi', 'miten lisään käyttäjän?', 'account/user'],
    ['in Finnish, without the marks', 'fi', 'kayttaja', 'account/user'],
    ['in Finnish, in another form', 'fi', 'käyttäjää', 'account/user'],
    ['in Finnish, by a part of a compound', 'fi', 'kortin', 'cards/order'],
    ['in Finnish, by a compound that nobody wrote', 'fi', 'postikortti', 'cards/order'],
    ['in Croatian', 'hr', 'naručila bih karticu', 'cards/order'],
    ['in Croatian, without the marks', 'hr', 'narudzba', 'cards/order'],
    ['in Croatian, with dj', 'hr', 'medjutim', 'cards/order'],
    ['in Croatian, in another form', 'hr', 'karticama', 'cards/order'],
    ['in Persian', 'fa', 'سفارش کارت', 'cards/order'],
    ['in Persian, with the joiner as a space', 'fa', 'کارت های جدید', 'cards/order'],
    ['in Persian, without the joiner', 'fa', 'کارتهای', 'cards/order'],
    ['in Persian, with Arabic letters', 'fa', 'كارت بانكي', 'cards/order'],
    ['in Persian, with a verb in two words', 'fa', 'می توانید', 'account/password'],
  ])('%s (%s): %s', async (_, locale, question, id) => {
    expect((await first(question, locale))?.id).toBe(id);
  });

  it.each(articles.map(({ locale, title, id }) => [locale, title, id]))(
    'by its title (%s): %s',
    async (locale, title, id) => {
      expect((await first(title, locale))?.id).toBe(id);
    },
  );

  it.each(['zebra', '', '?', '🎉', 'unseen', 'constructor __proto__', 'ꞏ', 'ꟷ', '"', '\\', '*'])(
    'or none: "%s"',
    async (question) => {
      expect((await answer(question)).results).toEqual([]);
    },
  );

  it('of any length is answered in time', { timeout: 20_000 }, async () => {
    expect((await first('please tell me about my loan '.repeat(80)))?.id).toBe('loans/über-kredit');
    await first('x'.repeat(5000));
    await first('کارت ها '.repeat(500), 'fa');
  });

  it('gets the same answer each time', async () => {
    expect(await answer('a new card')).toEqual(await answer('a new card'));
  });
});

describe('a result', () => {
  it('says what the article is, where it is, and what it answers', async () => {
    expect(await first('what does a second card cost')).toMatchObject({
      id: 'cards/order',
      url: '/en/cards/order/',
      title: 'Order a card',
      section: 'Cards',
      type: 'solution',
      excerpt: 'A <mark>second</mark> <mark>card</mark> <mark>costs</mark> 5 euros a year.',
      headings: [{ title: 'What it costs', url: '/en/cards/order/#what-it-costs' }],
    });
  });

  it('is in the reader’s language if the article is', async () => {
    expect(await first('kortti', 'fi')).toMatchObject({ url: '/fi/cards/order/', section: 'Kortit', lang: undefined });
  });

  it('says in which language an article is that has no translation', async () => {
    expect(await first('freeze card', 'fi')).toMatchObject({
      id: 'cards/freeze',
      url: '/fi/cards/freeze/',
      title: 'Freeze your card',
      lang: 'en',
    });
    expect((await answer('freeze', 'sv')).results).toMatchObject([{ lang: 'en' }]);
  });

  it('shows text of the page as text', async () => {
    expect((await first('privacy settings'))?.excerpt).toContain('<mark>Settings</mark> &#38; <mark>privacy</mark>');
  });
});

describe('the files of an index', () => {
  it('contain nothing that the page does not show, except its aliases', async () => {
    for (const file of await listFiles(join(folder, 'pagefind'))) {
      if (!file.includes('fragment/')) continue;
      const text = gunzipSync(await readFile(join(folder, 'pagefind', file))).toString();
      expect(text).not.toMatch(/bankomat|cash machine|pinched|missing|unseen|ꞏ|ꟷ/i);
    }
  });

  it('contain every article as it is shown', async () => {
    const fragments = (await listFiles(join(folder, 'pagefind/en'))).filter((file) => file.startsWith('fragment/'));
    expect(fragments).toHaveLength(8);
    const texts = await Promise.all(
      fragments.map(async (file) => gunzipSync(await readFile(join(folder, 'pagefind/en', file))).toString()),
    );
    for (const title of written.en?.map(([, title]) => title) ?? [])
      expect(texts.filter((text) => text.includes(`"title":"${title}"`))).toHaveLength(1);
  });

  const bytesOf = async (of: Library, at: string, recall?: Recall) => {
    await indexSearch(of, htmlOf, at, recall);
    const files = await listFiles(at);
    return Object.fromEntries(
      await Promise.all(
        files.map(async (file) => [file, (await readFile(join(at, file))).toString('base64')] as const),
      ),
    );
  };

  it('are the same for the same articles, whatever order they came in', async () => {
    const once = await bytesOf(library, join(folder, 'once'));
    const again = await bytesOf(makeLibrary({ ...library, articles: [...articles].reverse() }), join(folder, 'again'));
    expect(Object.keys(again)).toEqual(Object.keys(once));
    expect(Object.keys(once).filter((file) => once[file] !== again[file])).toEqual([]);
  });

  it('are the same after an edit as if all were indexed anew, though only the part with the article is', async () => {
    const many = Array.from({ length: 200 }, (_, number) =>
      makeArticle(`cards/${number}`, { title: `Card ${number}` }),
    );
    const before = makeLibrary({ site: makeSite({ locales: ['en'] }), articles: many });
    const edited = many.map((one) => (one.id === 'cards/77' ? { ...one, title: 'Card zebra' } : one));
    const after = makeLibrary({ site: makeSite({ locales: ['en'] }), articles: edited });
    const { recall, next } = recallLast();
    let made = 0;
    const counting: Recall = (parts, make) =>
      recall(parts, () => {
        if (parts[0] === 'part') made++;
        return make();
      });
    await bytesOf(before, join(folder, 'before'), counting);
    expect(made).toBeGreaterThan(1);
    next();
    made = 0;
    const kept = await bytesOf(after, join(folder, 'kept'), counting);
    expect(made).toBe(1);
    expect(kept).toEqual(await bytesOf(after, join(folder, 'anew')));
  });

  it('of a large help center list no word that is only in the text of one article, and find it all the same', async () => {
    const many = Array.from({ length: 1001 }, (_, number) =>
      makeArticle(
        `cards/${number}`,
        number === 500 ? { title: 'Card lungfish', summary: 'A zebrafish' } : { title: 'Card' },
      ),
    );
    const large = join(folder, 'large');
    await indexSearch(
      makeLibrary({ site: makeSite({ locales: ['en'] }), articles: many }),
      htmlOf,
      `${large}/pagefind`,
    );
    const listIn = async (file: string) =>
      gunzipSync(await readFile(join(large, 'pagefind/en', file)))
        .toString()
        .split('\n');
    expect((await listIn(VOCABULARY)).filter((line) => /zebra/.test(line))).toEqual([]);
    expect(await listIn(UNLISTED)).toContain('zebrafish');
    const open = async () => {
      const index = await (await openBuiltIndex(large))?.open('en');
      if (!index) throw new Error('Nothing is indexed.');
      return index;
    };
    const found = await ask(await open(), 'zebrafish', 3);
    expect(found.results.map(({ id }) => id)).toEqual(['cards/500']);
    const { vocabulary } = await open();
    expect(['zebrafish', 'wombat'].map((key) => pagesWith(vocabulary, key))).toEqual([1, 0]);
    expect((await ask(await open(), 'lungfsh', 3)).results.map(({ id }) => id)).toEqual(['cards/500']);
    expect((await ask(await open(), 'wombat', 3)).results).toEqual([]);
    // What can't be fetched isn't taken for a word that no article has.
    await rm(join(large, 'pagefind/en/index'), { recursive: true });
    await expect(open().then((index) => ask(index, 'zebrafish', 3))).rejects.toThrow('could not be fetched');
  });

  it('are also written for a help center without articles', async () => {
    const empty = join(folder, 'empty');
    expect(await indexSearch(makeLibrary(), htmlOf, empty)).toBe(0);
    expect(await listFiles(join(empty, 'en'))).toContain('pagefind.js');
  });
});
