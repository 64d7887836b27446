/**
 * An address an article had before, without its host.
 *
 * It becomes a path to write to and a line in a file that hosts read, so it must not lead out of the site, begin
 * a new line, or stand for many addresses at once.
 */
export const oldAddress = /^(?:\/(?!\.{1,2}(?:\/|$))[^/?#*\\\s\p{Cc}]+)+\/?$/u;

/** The path behind an old address, without outer slashes, as a host looks for it: `%C3%A4/` gives `ä`. */
export function pathOfAddress(address: string): string {
  return address.split('/').filter(Boolean).map(decode).join('/');
}

// What would lead elsewhere once it is decoded stays as it is written.
function decode(part: string): string {
  try {
    const decoded = decodeURIComponent(part);
    return /^\.{1,2}$|[/\\\p{Cc}]/u.test(decoded) ? part : decoded;
  } catch {
    return part;
  }
}
