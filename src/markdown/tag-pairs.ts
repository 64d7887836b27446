/** Part of a text: offsets from `start` up to `end`. */
export interface Stretch {
  start: number;
  end: number;
}

// What it matches ends before the next tag, so the whole text is read once.
const tag = /<(?<slash>\/?)(?<name>[A-Za-z][\w.]*)?(?<rest>(?:\s[^<>]*)?\/?)>/g;

/** The tag that closes what was opened before `from`, whatever is between them. */
export function closingTag(shown: string, name: string, from: number): Stretch | undefined {
  let depth = 1;
  for (const { isClosing, start, end } of tagsNamed(shown, name, from)) {
    depth += isClosing ? -1 : 1;
    if (depth === 0) return { start, end };
  }
  return undefined;
}

/** Whether something with this name is opened before `until` and not closed there. */
export function isOpenAt(shown: string, name: string, until: number): boolean {
  let depth = 0;
  for (const { isClosing, start } of tagsNamed(shown, name, 0)) {
    if (start >= until) break;
    depth = Math.max(0, depth + (isClosing ? -1 : 1));
  }
  return depth > 0;
}

/** The first tag between two offsets that is opened there and not closed. */
export function unclosedTag(shown: string, from: number, until: number): { name: string; start: number } | undefined {
  const open: { name: string; start: number }[] = [];
  for (const { 0: text, index, groups } of shown.slice(from, until).matchAll(tag)) {
    const name = groups?.name ?? '';
    if (text.endsWith('/>')) continue;
    if (groups?.slash !== '/') open.push({ name, start: from + index });
    else if (open.some((one) => one.name === name)) while (open.pop()?.name !== name);
  }
  return open[0];
}

function* tagsNamed(shown: string, name: string, from: number): Iterable<Stretch & { isClosing: boolean }> {
  for (const { 0: text, index, groups } of shown.slice(from).matchAll(tag)) {
    if ((groups?.name ?? '') !== name || groups?.rest?.endsWith('/')) continue;
    yield { start: from + index, end: from + index + text.length, isClosing: groups?.slash === '/' };
  }
}

/** The same text with spaces for code that is only shown, so tags in it are not taken for real ones. */
export function withoutShownCode(source: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { 0: marks, index } of source.matchAll(/`+/g)) {
    if (index < at) continue;
    const end = endOfCode(source, marks, index + marks.length);
    if (end === undefined) continue;
    kept.push(source.slice(at, index), blank(source.slice(index, end)));
    at = end;
  }
  return kept.join('') + source.slice(at);
}

function endOfCode(source: string, marks: string, from: number): number | undefined {
  // Code within a line ends in its paragraph.
  const limit = marks.length < 3 ? source.indexOf('\n\n', from) : -1;
  for (let at = source.indexOf(marks, from); at >= 0 && (limit < 0 || at < limit); at = source.indexOf(marks, at)) {
    let end = at;
    while (source[end] === '`') end++;
    if (end - at === marks.length) return end;
    at = end;
  }
  return undefined;
}

/** As long as the text, with the same lines. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
