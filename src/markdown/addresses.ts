/** An address in the text of an article or snippet, as it is written there. */
export interface WrittenAddress {
  text: string;
  start: number;
  end: number;
  /** Whether it is the path in an import line, not a link or a file. */
  isImport: boolean;
}

const patterns = [
  // [text](address "title") and ![text](address), also in angle brackets.
  /\]\(\s*(?:<(?<bracketed>[^<>\n]*)>|(?<bare>[^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*))/dg,
  // [name]: address
  /^ {0,3}\[[^\]\n]+\]:[ \t]*(?:<(?<bracketed>[^<>\n]*)>|(?<bare>[^\s<>]+))/dgm,
  // <Button href="address">
  /[\s{][A-Za-z][\w-]*=(?:"(?<bracketed>[^"\n]*)"|'(?<bare>[^'\n]*)')/dg,
];
const imports = /^import\s[^'"\n]*from\s*(?:"(?<bracketed>[^"\n]*)"|'(?<bare>[^'\n]*)')/dgm;

/**
 * Every address in the body of an article, in order; not those in code, which are shown as they are.
 *
 * The text is searched, not parsed: addresses are also found in an article that has mistakes.
 */
export function addressesIn(source: string): WrittenAddress[] {
  const text = withoutCode(source);
  const found = new Map<number, WrittenAddress>();
  for (const pattern of [...patterns, imports])
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.groups?.bracketed ?? indices?.groups?.bare ?? [0, 0];
      if (end > start) found.set(start, { text: source.slice(start, end), start, end, isImport: pattern === imports });
    }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');

/** The same text with spaces for the front matter and for code: every position stays the same. */
function withoutCode(source: string): string {
  const body = /^\uFEFF?---/.test(source) ? source.replace(/---[^\n]*\n[\s\S]*?^---[ \t]*\r?$/m, blank) : source;
  return body
    .replace(
      /^(?<indent>[ \t]*)(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\k<fence>[`~]*[ \t]*\r?$|(?![\s\S]))/gm,
      blank,
    )
    .replace(/(?<!`)(?<ticks>`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\k<ticks>(?!`)/g, blank);
}
