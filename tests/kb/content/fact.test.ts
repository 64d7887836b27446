import { describe, expect, it } from 'vitest';
import { type Fact, FactsFile, formatFact } from '#kb/content/fact.ts';

/** Thin spaces, no-break spaces and direction marks serve typesetting; without them the cases are more readable. */
const plain = (text: string | undefined) => text?.replace(/[\u200e\u200f]/g, '').replace(/[\u00a0\u202f]/g, ' ');
const inLanguages = (fact: Fact) => ['en', 'fi', 'hr', 'fa'].map((locale) => plain(formatFact(fact, locale, 'en')));

describe('a fact is printed as each language prints it', () => {
  it.each<[string, Fact, string[]]>([
    ['a number', 18, ['18', '18', '18', '۱۸']],
    ['nothing', 0, ['0', '0', '0', '۰']],
    ['a thousand', 10000, ['10,000', '10 000', '10.000', '۱۰٬۰۰۰']],
    ['a fraction', 1.5, ['1.5', '1,5', '1,5', '۱٫۵']],
    ['a number below zero', -3, ['-3', '−3', '−3', '−۳']],
    ['whole money', '6 EUR', ['€6', '6 €', '6 €', '€۶']],
    ['whole money with its cents', '6.00 EUR', ['€6', '6 €', '6 €', '€۶']],
    ['money with cents', '0.50 EUR', ['€0.50', '0,50 €', '0,50 €', '€۰٫۵۰']],
    ['money written together', '6EUR', ['€6', '6 €', '6 €', '€۶']],
    ['a share', '2 %', ['2%', '2 %', '2 %', '۲٪']],
    ['a part of a share', '0.5%', ['0.5%', '0,5 %', '0,5 %', '۰٫۵٪']],
    ['a span', '5-7', ['5–7', '5–7', '5 – 7', '۵–۷']],
    ['a span with a dash', '5 – 7', ['5–7', '5–7', '5 – 7', '۵–۷']],
    ['a span of money', '1-2 EUR', ['€1 – €2', '1–2 €', '1 – 2 €', '€۱–۲']],
    ['text', 'all day', ['all day', 'all day', 'all day', 'all day']],
    ['text that begins with a number', '7 days', ['7 days', '7 days', '7 days', '7 days']],
    ['text with a currency in lowercase letters', '6 eur', ['6 eur', '6 eur', '6 eur', '6 eur']],
    ['a day, which is no span', '2026-11-15', ['2026-11-15', '2026-11-15', '2026-11-15', '2026-11-15']],
  ])('%s', (_, fact, expected) => {
    expect(inLanguages(fact)).toEqual(expected);
  });

  it('in text per language, the own language comes first and the default one second', () => {
    const fact = { en: 'in the evening', fi: 'illalla' };
    expect(formatFact(fact, 'fi', 'en')).toBe('illalla');
    expect(formatFact(fact, 'fa', 'en')).toBe('in the evening');
    expect(formatFact({ sv: 'på kvällen' }, 'fi', 'en')).toBeUndefined();
  });
});

describe('facts.yaml', () => {
  it.each([
    ['names in letters and digits', { cardFee: '6 EUR', atm24: 5, constructor: 1 }, true],
    ['text per language', { hours: { en: '9 to 5' } }, true],
    ['a name with a hyphen', { 'card-fee': 1 }, false],
    ['a name that begins with a digit', { '1a': 1 }, false],
    ['an empty text', { cardFee: '' }, false],
    ['a list', { cardFee: ['6 EUR'] }, false],
    ['yes or no', { cardFee: true }, false],
  ])('%s', (_, file, valid) => {
    expect(FactsFile.safeParse(file).success).toBe(valid);
  });
});
