/** A question to compare by: lowercase, composed characters, single spaces, no punctuation at the end. */
export function normalizeQuestion(question: string, locale: string): string {
  return question
    .normalize('NFC')
    .toLocaleLowerCase(locale)
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/[\s?!.…؟]+$/u, '')
    .trim();
}

const personal = [
  // An email address, or a name on a social network.
  /@/,
  // The number of a card, a telephone, an order: also in the digits of other languages, and in groups.
  /\p{Nd}{4}/u,
  /\p{Nd}(?:[\s().+/-]{0,2}\p{Nd}){5}/u,
  // The number of an account (ISO 13616).
  /\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2}/i,
  /\b(?:https?:|www\.)|\b[\w-]+\.[a-z]{2,}\/\S/i,
  // What the search box replaces any of these with.
  /…/,
];

/** Whether a question can reveal who asked it. */
export function looksPersonal(question: string): boolean {
  return personal.some((sign) => sign.test(question));
}
