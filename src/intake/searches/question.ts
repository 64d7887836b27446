/** A question so that everybody's spelling of it is one: small letters, composed signs, single spaces, no last mark. */
export function normalizeQuestion(question: string, locale: string): string {
  return question
    .normalize('NFC')
    .toLocaleLowerCase(locale)
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/[\s?!.…؟]+$/u, '')
    .trim();
}

const personal = [
  // An e-mail address, or a name somewhere.
  /@/,
  // The number of a card, a telephone, an order: also in the digits of other languages, and in groups.
  /\p{Nd}{4}/u,
  /\p{Nd}(?:[\s().+/-]{0,2}\p{Nd}){5}/u,
  // The number of an account (ISO 13616).
  /\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2}/i,
  /\b(?:https?:|www\.)|\b[\w-]+\.[a-z]{2,}\/\S/i,
  // What the search box has put in place of any of these.
  /…/,
];

/** Whether a question may say who asked it. */
export function looksPersonal(question: string): boolean {
  return personal.some((sign) => sign.test(question));
}
