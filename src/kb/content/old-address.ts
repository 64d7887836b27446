/**
 * An earlier address of an article, without its host.
 *
 * It becomes a path to write to and a line in a file that hosts read, so it must not lead out of the site, start a
 * new line, or match several addresses.
 */
export const oldAddress = /^(?:\/(?!\.{1,2}(?:\/|$))[^/?#*\\\s\p{Cc}]+)+\/?$/u;

/** The path of an old address without outer slashes, as a host looks it up: `%C3%A4/` gives `ä`. */
export function pathOfAddress(address: string): string {
  return address.split('/').filter(Boolean).map(decode).join('/');
}

// A part that would lead elsewhere once decoded stays encoded.
function decode(part: string): string {
  try {
    const decoded = decodeURIComponent(part);
    return /^\.{1,2}$|[/\\\p{Cc}]/u.test(decoded) ? part : decoded;
  } catch {
    return part;
  }
}
