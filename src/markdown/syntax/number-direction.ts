import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isLocaleTag, makeLocale } from '#kb/values/locale.ts';

// Digits in groups, as phone, card and account numbers have them. A dash between two groups is more often a range, which
// is read in the direction of the text.
const grouped =
  /(?<![\p{L}\p{N}\p{M}:.,/–-])[+(]*\p{Nd}+(?:[()]?[ \u00A0\u202F./-][()]?\p{Nd}+|\)\p{Nd}+)*(?![\p{L}\p{N}:])/gu;
const digits = /\p{Nd}/gu;

// Shorter numbers in groups are lists.
const LONG = 7;

/** Whether a right-to-left text would show the groups of a number in the wrong order. */
function turnsAround(number: string): boolean {
  if (/^[+(]/.test(number)) return /^\+|[ \u00A0\u202F)-]/.test(number);
  if (/^\p{Nd}{1,3}(?:[ \u00A0\u202F]\p{Nd}{3})+$/u.test(number)) return true;
  const groups = number.split(/[^\p{Nd}]+/u).length;
  if (groups === 1 || (number.match(digits)?.length ?? 0) < LONG) return false;
  return groups > 2 || /^[0٠۰]/.test(number) || !number.includes('-');
}

/** Text of a right-to-left article, with each number that must not turn around in an element of its own. */
export function withNumbers(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(grouped)) {
    if (!turnsAround(number)) continue;
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push(h('bdi', { dir: 'ltr' }, number));
    end = index + number.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}

/** Whether a language is written from right to left; `false` for what is no language. */
export function isRightToLeft(locale: string): boolean {
  return isLocaleTag(locale) && makeLocale(locale).dir === 'rtl';
}
