/** A text with the digits of every script as 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit);
}

// The digits of every script are ten code points in a row. Unicode gives the value of each.
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}
