import { compareText } from '#kb/values/text.ts';

// A mailbox as mail programs write it, with a quoted local part if need be; a domain can be an address in brackets.
const addresses = /("(?:[^"\\]|\\.){1,200}"|[^\s<>(),;:"[\]@]+)@(\[[^\]]*\]|[^\s<>(),;:"@?[\]]+)/g;
/** Longer values are no names or addresses. */
const MOST_LETTERS = 1000;

/**
 * The same key for all ways to write one person: in any case, width or encoding, with a display name, a tag or a comment.
 *
 * If in doubt, two people count as one, so no word is learned from too few: dots in a local part never matter, and names
 * are the same without accents and in any order. Of several addresses, as in a list of recipients, one counts.
 *
 * @param text an id, a name or an email address
 * @returns an empty text if no one is named
 */
export function personKey(text: string): string {
  const plain = unescaped(text.slice(0, MOST_LETTERS))
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s*@\s*/g, '@');
  const inBrackets = [...plain.matchAll(/<([^<>]*@[^<>]*)>/g)].map(([, address = '']) => address).join(' ');
  const found = [...(inBrackets || plain).matchAll(addresses)].map(([, local = '', domain = '']) =>
    mailboxKey(local, domain),
  );
  const [first] = found.sort(compareText);
  return first ?? nameKey(plain);
}

function mailboxKey(local: string, domain: string): string {
  const bare = folded(local).replace(/[^\p{L}\p{N}+_=-]+/gu, '');
  const tag = bare.indexOf('+', 1);
  return `${tag < 0 ? bare : bare.slice(0, tag)}@${domainKey(domain)}`;
}

function domainKey(domain: string): string {
  const bare = domain.toLowerCase().replace(/['.]+$/, '');
  const address = `http://${bare}/`;
  const ascii = URL.canParse(address) ? new URL(address).hostname : bare;
  return ascii === 'googlemail.com' ? 'gmail.com' : ascii;
}

function nameKey(name: string): string {
  // A spreadsheet can write an id as a number.
  const words = folded(name.trim().replace(/^(\d+)\.0+$/, '$1')).match(/[\p{L}\p{N}]+/gu) ?? [];
  // The digits of a telephone number are grouped as one likes.
  return words.every((word) => /^\p{N}+$/u.test(word)) ? words.join('') : words.sort(compareText).join(' ');
}

/** In lowercase without accents. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** `mailto:` links write some characters as `%2B`. */
function unescaped(text: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
