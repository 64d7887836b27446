/**
 * A stretch of text that people read.
 *
 * `text` is as long as the source it was taken from, so an offset in it plus `start` is an offset in the file.
 */
export interface ProsePassage {
  start: number;
  text: string;
}

/** Overwrites code and values in the middle of a sentence. Neither a letter nor a space, so no phrase matches across it. */
export const FILLER = '\uFFFC';

/** The passage between two offsets, with the given ranges of it overwritten. */
export function passage(
  source: string,
  start: number,
  end: number,
  masked: readonly (readonly [start: number, end: number])[] = [],
): ProsePassage {
  let text = '';
  let at = start;
  for (const [from, to] of masked) {
    text += source.slice(at, from) + FILLER.repeat(to - from);
    at = to;
  }
  return { start, text: text + source.slice(at, end) };
}

/** Overwrites what is not English: code in backticks, addresses, file extensions and the names of JSDoc tags. */
export function withoutCode({ start, text }: ProsePassage): ProsePassage {
  return {
    start,
    text: text
      .replace(/`[^`]+`|\{@\w+[^}]*\}|https?:\/\/\S+|(?<=\s)\.\w+/g, (code) => FILLER.repeat(code.length))
      .replace(/^(\s*)(@\w+)/gm, (_, indent: string, tag: string) => indent + FILLER.repeat(tag.length)),
  };
}

/** Overwrites what is filled in later, such as `{site.name}` and `{count}`. */
export function placeholders({ start, text }: ProsePassage): ProsePassage {
  return { start, text: text.replace(/\{[\w.]+\}/g, (name) => FILLER.repeat(name.length)) };
}

/** Several passages as one text, in which no phrase matches across two of them, and the way back into the file. */
export function joined(passages: readonly ProsePassage[]): { text: string; offsetOf: (index: number) => number } {
  const between = `\n\n${FILLER}\n\n`;
  const starts: { index: number; start: number }[] = [];
  let text = '';
  for (const { start, text: own } of passages) {
    starts.push({ index: text.length, start });
    text += own + between;
  }
  return {
    text,
    offsetOf: (at) => {
      const last = starts.findLast(({ index }) => index <= at);
      return last ? last.start + at - last.index : at;
    },
  };
}

/** Converts an offset into the line and column that editors show, both from 1. */
export function placeIn(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
