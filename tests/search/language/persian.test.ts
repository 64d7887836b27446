import { describe, expect, it } from 'vitest';
import { analysisFor } from '#search/analysis.ts';

const { terms } = await analysisFor('fa');
const keysOf = (text: string) => terms(text).map(({ key }) => key);

describe('Persian is found', () => {
  it.each([
    ['می‌خواهم', 'می خواهم', 'میخواهم'],
    ['نمی‌شود', 'نمی شود', 'نمیشود'],
    ['کارت‌ها', 'کارت ها', 'کارتها'],
    ['کارت‌های', 'کارت های', 'کارتهای'],
    ['حساب‌تان', 'حساب تان', 'حسابتان'],
    ['خانه‌هایشان', 'خانه های شان', 'خانه‌های‌شان'],
    ['بزرگ‌تر', 'بزرگ تر', 'بزرگتر'],
  ])('whether the joiner is typed, or a space, or nothing: %s', (joined, spaced, together) => {
    expect(keysOf(joined)).toHaveLength(1);
    expect(keysOf(spaced)).toEqual(keysOf(joined));
    expect(keysOf(together)).toEqual(keysOf(joined));
  });

  it('with the other joiner that some keyboards type', () => {
    expect(keysOf('می\u200Dخواهم')).toEqual(keysOf('می\u200Cخواهم'));
  });

  it('by a compound, whole and by its parts', () => {
    const [whole] = terms('کتاب‌خانه');
    expect(whole?.key).toBe(keysOf('کتابخانه')[0]);
    expect(whole?.parts).toEqual(keysOf('کتاب خانه'));
  });

  it.each([
    ['ي and ی', 'كارت بانكي', 'کارت بانکی'],
    ['ۀ, ة and ه', 'خانۀ خانة', 'خانه خانه'],
    ['hamza', 'سؤال أمن', 'سوال امن'],
    ['آ', 'آدرس', 'ادرس'],
    ['vowel signs and a stretched word', 'مُحَمَّد پرداخـــت', 'محمد پرداخت'],
    ['digits', '۱۲۳ ١٢٣', '123 123'],
  ])('with letters typed another way: %s', (_, one, other) => {
    expect(keysOf(one)).toEqual(keysOf(other));
  });

  it('with endings and prefixes only if the word without them exists', () => {
    expect(keysOf('ها')).toHaveLength(1);
    expect(keysOf('می')).toHaveLength(1);
    expect(keysOf('')).toEqual([]);
  });

  it('with short words as they are, that only look as if they had an ending', () => {
    for (const word of ['شهر', 'رمز', 'پول', 'دست', 'نام']) expect(keysOf(word)).toEqual([word]);
  });

  it('without mixing up different words', () => {
    expect(keysOf('رمز عبور')).toHaveLength(2);
    expect(keysOf('کارت من')).toHaveLength(2);
    expect(new Set(keysOf('کارت حساب رمز'))).toHaveProperty('size', 3);
  });
});
