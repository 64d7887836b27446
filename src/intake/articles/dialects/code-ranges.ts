/** Where code is in a text: offsets, and 1-based lines of blocks; both include the last. */
export interface CodeRanges {
  isCode(offset: number): boolean;
  isCodeLine(line: number): boolean;
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|===|!!!|\?\?\?|<|:|\{%)/;

/**
 * Finds fenced code, indented code and code in lines, without parsing the text as Markdown: components and blocks of
 * other dialects indent their content, which a parser would take for code.
 */
export function findCode(text: string): CodeRanges {
  const ranges: [number, number][] = [];
  const lines = new Set<number>();
  let at = 0;
  let fence: string | undefined;
  let isBlank = true;
  let isNested = false;
  let paragraph: [start: number, end: number] | undefined;
  const closeParagraph = () => {
    if (paragraph) ranges.push(...codeInLines(text, ...paragraph));
    paragraph = undefined;
  };
  text.split('\n').forEach((line, index) => {
    const end = at + line.length;
    const opening = FENCE.exec(line);
    if (fence !== undefined) {
      ranges.push([at, end]);
      lines.add(index + 1);
      const closing = /^[ \t>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
      if (closing?.startsWith(fence)) fence = undefined;
      isBlank = true;
    } else if (opening && !(opening[1]?.startsWith('`') && opening[2]?.includes('`'))) {
      closeParagraph();
      fence = opening[1];
      ranges.push([at, end]);
      lines.add(index + 1);
    } else if (line.trim() === '') {
      closeParagraph();
      isBlank = true;
    } else if (/^(?: {4}|\t)/.test(line) && isBlank && !isNested) {
      ranges.push([at, end]);
      lines.add(index + 1);
    } else {
      if (/^\S/.test(line) || ITEM.test(line)) isNested = ITEM.test(line);
      paragraph = [paragraph?.[0] ?? at, end];
      isBlank = false;
    }
    at = end + 1;
  });
  closeParagraph();
  return {
    isCode: (offset) => isWithin(ranges, offset),
    isCodeLine: (line) => lines.has(line),
  };
}

function isWithin(ranges: readonly [number, number][], offset: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = ranges[middle] as [number, number];
    if (offset < start) high = middle - 1;
    else if (offset > end) low = middle + 1;
    else return true;
  }
  return false;
}

function codeInLines(text: string, start: number, end: number): [number, number][] {
  const ranges: [number, number][] = [];
  const runs = [...text.slice(start, end).matchAll(/(?<!\\)`+/g)];
  for (let at = 0; at < runs.length; at += 1) {
    const opening = runs[at] as RegExpExecArray;
    const close = runs.findIndex((run, other) => other > at && run[0].length === opening[0].length);
    const closing = runs[close];
    if (!closing) continue;
    ranges.push([start + opening.index, start + closing.index + closing[0].length - 1]);
    at = close;
  }
  return ranges;
}

/** Replaces what a pattern finds outside code. `put` gets the match and its groups. */
export function replaceOutsideCode(
  text: string,
  pattern: RegExp,
  put: (match: (string | undefined)[], offset: number) => string,
): string {
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return text;
  const { isCode } = findCode(text);
  return text.replace(pattern, (...match) => {
    const at = match.findIndex((part) => typeof part === 'number');
    const offset = match[at] as number;
    return isCode(offset) ? (match[0] as string) : put(match.slice(0, at) as (string | undefined)[], offset);
  });
}
