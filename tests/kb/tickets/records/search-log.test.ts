import { describe, expect, it } from 'vitest';
import { searchesWithoutResult } from '#kb/tickets/records/search-log.ts';
import { makeArticle, makeLibrary, makeSite } from '../../../make.ts';

const library = makeLibrary({
  articles: [
    makeArticle('cards/order', { title: 'How do I order a card?', aliases: ['get a plastic card'] }),
    makeArticle('cards/freeze', { title: 'How do I freeze a card?' }),
    makeArticle('cash/atm', { title: 'How do I find a cash machine?' }),
  ],
});

const search = (question: string, misses: number, searches = 10, locale = 'en') => ({
  locale,
  question,
  searches,
  misses,
  first: '2026-11-01',
  last: '2026-11-15',
});

describe('searches without a result', () => {
  it('are the questions with misses, most first', () => {
    const found = searchesWithoutResult([search('b', 3), search('a', 3), search('c', 0), search('d', 7)], library);
    expect(found.map(({ question }) => question)).toEqual(['d', 'a', 'b']);
  });

  it('have only what the report needs', () => {
    expect(searchesWithoutResult([search('crypto', 3)], library)).toEqual([
      { locale: 'en', question: 'crypto', searches: 10, misses: 3 },
    ]);
  });

  it.each([
    ['how do i get plastic', 'cards/order'],
    ['freeze it', 'cards/freeze'],
    ['how do i find a crypto wallet', undefined],
    ['how do i', undefined],
  ])('%s is nearest to %s', (question, nearest) => {
    const [found] = searchesWithoutResult([search(question, 5)], library);
    expect(found?.nearest).toBe(nearest);
  });

  it.each([
    ['ja', 'カードの再発行', 'cards/order'],
    ['ja', '口座を解約したい', 'account/close'],
    ['ja', '外貨両替', undefined],
    ['th', 'ทำบัตรหาย', 'cards/lost'],
    ['th', 'อยากปิดบัญชี', 'account/close'],
    ['zh', '注销账户', 'account/close'],
    ['zh', '汇率', undefined],
  ])('in %s, which writes no spaces: %s is nearest to %s', (locale, question, nearest) => {
    const titles = {
      ja: ['カードを再発行する', 'カードをなくしたとき', '口座を解約する', '明細を見る'],
      th: ['ออกบัตรใหม่', 'เมื่อบัตรหาย', 'ปิดบัญชี', 'ดูรายการเดินบัญชี'],
      zh: ['补办银行卡', '银行卡丢失怎么办', '如何注销账户', '查看账单'],
    }[locale];
    const ids = ['cards/order', 'cards/lost', 'account/close', 'account/statement'];
    const articles = ids.map((id, index) => makeArticle(id, { locale, title: titles?.[index] ?? '' }));
    const site = makeSite({ locales: [locale], defaultLocale: locale });
    const [found] = searchesWithoutResult([search(question, 5, 10, locale)], makeLibrary({ site, articles }));
    expect(found?.nearest).toBe(nearest);
  });
});
