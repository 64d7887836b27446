import { type TimeWords, timeWord } from './time-words.ts';
import { offsetOfZone } from './zones.ts';

/** What desks and spreadsheets write for "nothing". */
const nothing =
  /^(?:n\/?a|null|none|nil|nan|undefined|unknown|not set|tbd|todo|yesterday|today|[-–—?#.]+|#(?:n\/a|ref!|value!|name\?))$/i;
const MAX_LENGTH = 40;

/**
 * A value of a column of times, as it can be shown: as it is if all of it could be a time, otherwise only its shape,
 * because it can be about a person.
 */
export function shownValue(value: string, words: TimeWords): string {
  const text = value.trim();
  if (nothing.test(text) || (text.length <= MAX_LENGTH && couldBeTime(text, words))) return text;
  const shape = text
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{L}\p{M}]/gu, 'a');
  return shape.length > MAX_LENGTH ? `${shape.slice(0, MAX_LENGTH - 1)}…` : shape;
}

/** Only digits in short groups, as no phone number has them, and words of dates. */
function couldBeTime(text: string, words: TimeWords): boolean {
  if (/\p{Nd}{5}/u.test(text) && !/^\p{Nd}{8}$/u.test(text)) return false;
  if (!/^[\p{Nd}\p{L}\p{M}\s.,:/'’+-]*$/u.test(text) || /^\s*\+/.test(text)) return false;
  if ((text.match(/\p{Nd}+/gu) ?? []).length > 7) return false;
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => {
    const key = timeWord(word);
    const isHalf = words.halves.some(([half]) => half === key);
    return (
      isHalf ||
      words.months.has(key) ||
      words.others.has(key) ||
      ['t', 'z', 'ist'].includes(key) ||
      offsetOfZone(key, 'UTC') !== undefined
    );
  });
}
