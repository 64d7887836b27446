/** Schemes that a link can have. Any other could run code, or start a program. */
const linkSchemes = ['https', 'http', 'mailto', 'tel', 'sms'];

/** An address as browsers read it: without the characters that they drop (WHATWG URL, section 4.4). */
export function cleanAddress(text: string): string {
  const isDropped = (character: string) => character === '\t' || character === '\n' || character === '\r';
  const isSpace = (character: string | undefined) => character !== undefined && character <= ' ';
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  return [...text.slice(start, end)].filter((character) => !isDropped(character)).join('');
}

/** The scheme of an address in lowercase letters, such as `https`; `undefined` if it has none. */
export function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(cleanAddress(address))?.[1]?.toLowerCase();
}

/** Whether an address leads out of the site, or would if a browser read it. To browsers, "\\" is the same as "/". */
export function isElsewhere(address: string): boolean {
  return schemeOf(address) !== undefined || /^[/\\]{2}/.test(cleanAddress(address));
}

/** Whether an address that leads out of the site is one that a link can have. */
export function isSafeLink(address: string): boolean {
  return linkSchemes.includes(schemeOf(address) ?? '');
}

/** Whether an address is a path from the root of the same host, such as `/cards/order`. */
export function isOwnPath(address: string): boolean {
  return address === cleanAddress(address) && /^\/(?![/\\])[^\s\\]*$/.test(address);
}
