import type { Analysis } from '#search/analysis.ts';

/** The words of a line of a ticket in their order, as the customer wrote them and as they are filed. */
export interface TicketTerm {
  word: string;
  key: string;
}

const addresses = /\S*@\S+|(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|net|org|io|[a-z]{2})\b\S*/giu;

/**
 * The lines of a ticket as terms. What looks like an address, and all that has a digit in it, such as the numbers of
 * cards, accounts and telephones, splits a line and is dropped; so are quotes of other messages.
 */
export function ticketTerms(text: string, analysis: Analysis): TicketTerm[][] {
  return text
    .replace(/^\s*>.*$/gm, '')
    .replace(addresses, '\n')
    .split(/\n/)
    .flatMap((line) => {
      const parts: TicketTerm[][] = [[]];
      for (const { word, key } of analysis.terms(line)) {
        if (/\p{N}/u.test(word)) parts.push([]);
        else parts.at(-1)?.push({ word, key });
      }
      return parts.filter((part) => part.length > 0);
    });
}

// A capital at the start, or after one of these, says nothing.
const sentenceEnd = /(?:^|[.!?:…»"“”(\n])\s*$/u;

const mailboxes = /([\p{L}\p{N}._+-]+)@/gu;

/** How customers spell words, read text by text. */
export interface Spellings {
  read(text: string): void;
  /**
   * Whether a word may be a name: customers write it with a capital inside of sentences, or have never written it
   * without one, or it is in any email address.
   */
  isName(key: string): boolean;
}

export function readSpellings(analysis: Analysis): Spellings {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  const inAddress = new Set<string>();
  return {
    read(text) {
      for (const [, mailbox = ''] of text.matchAll(mailboxes))
        for (const part of mailbox.split(/[^\p{L}]+/u)) for (const { key } of analysis.terms(part)) inAddress.add(key);
      for (const found of text.matchAll(/\p{L}[\p{L}\p{M}'’\u200c-]*/gu)) {
        const [word] = found;
        const first = word.charAt(0);
        const isCapital = first !== first.toLocaleLowerCase(analysis.locale);
        if (isCapital && sentenceEnd.test(text.slice(Math.max(0, found.index - 3), found.index))) continue;
        const counts = isCapital ? capital : small;
        for (const key of keysOf(word, analysis)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    },
    isName: (key) => inAddress.has(key) || (small.get(key) ?? 0) <= (capital.get(key) ?? 0),
  };
}

/**
 * Tells the words that may be names, as {@link Spellings} does. A word in a published article isn't a secret, however it
 * is written.
 *
 * @param published keys of all words of the articles
 */
export function makeNameTest(
  texts: Iterable<string>,
  analysis: Analysis,
  published: ReadonlySet<string>,
): (key: string) => boolean {
  const spellings = readSpellings(analysis);
  for (const text of texts) spellings.read(text);
  return (key) => !published.has(key) && spellings.isName(key);
}

// To look for words within a word takes long, and most have only letters.
function keysOf(word: string, analysis: Analysis): string[] {
  return /^\p{sc=Latin}+$/u.test(word)
    ? [analysis.keyOf(word.normalize('NFKC').toLocaleLowerCase(analysis.locale))]
    : analysis.terms(word).map(({ key }) => key);
}
