const mailAddress = /[^\s@]+@[^\s@]+/gu;
// Card and telephone numbers are written in groups, and in the digits of any language.
const longNumber = /[+(]*\p{Nd}(?:[\s./()-]{0,2}\p{Nd}){5,}/gu;

/** A question without what can identify the customer: email addresses, and numbers of six or more digits. */
export function redact(question: string): string {
  return question.replace(mailAddress, '…').replace(longNumber, '…');
}
