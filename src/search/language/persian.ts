/**
 * Persian as customers type it: with Arabic letters, with other digits, and with a space or nothing instead of the
 * joiner between word and ending. There is no maintained library for it. The endings follow the usual light stemming
 * (Taghva, Beckley and Sadeh, "A stemming algorithm for the Farsi language", 2005).
 */

const joiner = '\u200C';

// Suffixes and prefixes that are separated from their word by a joiner or a space.
const endings = 'ها|های|هایی|هایم|هایت|هایش|هایمان|هایتان|هایشان|تر|ترین|ام|ات|اش|ای|اند|ایم|اید|مان|تان|شان';
const apartEnding = new RegExp(`(?<=\\p{L}{2})[ ${joiner}](?=(?:${endings})(?![\\p{L}${joiner}]))`, 'gu');
const apartBeginning = new RegExp(`(?<![\\p{L}${joiner}])(ن?می)[ ${joiner}](?=\\p{L})`, 'gu');

const sameLetters: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ۀ: 'ه',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  ؤ: 'و',
};

/** A single spelling for text with the same meaning. */
export function persianText(text: string): string {
  return text
    .replace(/[يىكۀةأإؤ]/g, (letter) => sameLetters[letter] ?? letter)
    .replace(/[\u064B-\u0655\u0670\u0640]/g, '')
    .replace(apartBeginning, '$1')
    .replace(apartEnding, '');
}

const noun = /^(\p{L}{2,}?)(?:ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?|ترین|تر)$/u;
const owned = /^(?:(\p{L}{3,}?)(?:مان|تان|شان)|(\p{L}{4,}?)(?:یم|ید|ند|م|ت|ش|ی))$/u;
const verb = /^ن?می(\p{L}{2,})$/u;

export function persianStem(word: string): string {
  const plain = verb.exec(word)?.[1] ?? noun.exec(word)?.[1] ?? word;
  const [, many, one] = owned.exec(plain) ?? [];
  return many ?? one ?? plain;
}
