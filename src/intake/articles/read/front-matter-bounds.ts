/** Where front matter is in a file, and what it is written in. */
export interface Bounds {
  language: string;
  /** 0-based line of the first line inside. */
  start: number;
  /** 0-based line after the last line inside. */
  end: number;
  /** 0-based line at which the text of the page starts. */
  body: number;
}

const FENCES: Record<string, string> = { '---': 'yaml', '+++': 'toml', ';;;': 'json' };
/** Keys that Markdown without fences starts with in MkDocs; a page that starts with a sentence has none of them. */
const BARE_KEYS =
  /^(?:title|description|summary|authors?|date|status|tags|template|hidden|draft|published|visibility)$/i;
const KEY_LINE = /^["']?[\p{L}_][\p{L}\p{N}_.-]*["']?[ \t]*:(?:[ \t]|$)/u;

function isYamlLine(line: string): boolean {
  return line.trim() === '' || KEY_LINE.test(line) || /^(?:[ \t]+\S|#|- |-$|[\]}])/.test(line);
}

/** The first lines that a site generator skips: empty ones and comments. */
function lead(lines: readonly string[]): number {
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at += 1;
    else if (line.startsWith('<!--')) {
      const end = lines.findIndex((one, index) => index >= at && one.includes('-->'));
      if (end < 0 || (lines[end] ?? '').trim().endsWith('-->') === false) return 0;
      at = end + 1;
    } else return at;
  }
  return 0;
}

function fenced(lines: readonly string[], at: number): Bounds | undefined {
  const [, fence = '', language = ''] = /^(---|\+\+\+|;;;)[ \t]*([^\s-]*)[ \t]*$/.exec(lines[at] ?? '') ?? [];
  const written = FENCES[fence];
  if (written === undefined) return undefined;
  const named = language === '' ? written : language;
  const closes = (line: string) =>
    line.trimEnd() === fence || (fence === '---' && (/^\.\.\.\s*$/.test(line) || /^-{4,}\s*$/.test(line)));
  const end = lines.findIndex((line, index) => index > at && closes(line));
  const blank = lines.findIndex((line, index) => index > at && line.trim() === '');
  const open = blank < 0 ? lines.length : blank;
  const head = lines.slice(at + 1, open);
  const isHead = named === 'yaml' && head.length > 0 && KEY_LINE.test(head[0] ?? '') && head.every(isYamlLine);
  // Without an end, or with a rule far below that isn't its end, front matter ends at the first blank line.
  const next = lines.slice(open, end).find((line) => line.trim() !== '') ?? '';
  const runsOn = end < 0 || !(isYamlLine(next) || /^[\p{L}][\p{L}\p{N} _-]{0,40}:(?:\s|$)/u.test(next));
  if (isHead && runsOn && (end < 0 || open < end)) return { language: named, start: at + 1, end: open, body: open };
  return end < 0 ? undefined : { language: named, start: at + 1, end, body: end + 1 };
}

function bare(lines: readonly string[]): Bounds | undefined {
  if ((lines[0] ?? '').trim() === '{') {
    const end = lines.findIndex((line) => /^\}\s*$/.test(line));
    return end < 0 ? undefined : { language: 'json', start: 0, end: end + 1, body: end + 1 };
  }
  const blank = lines.findIndex((line) => line.trim() === '');
  const head = lines.slice(0, blank < 0 ? lines.length : blank);
  const keys = head.filter((line) => !/^[ \t]+\S/.test(line)).map((line) => /^([\w-]+):\s/.exec(line)?.[1]);
  const isHead = keys.length > 0 && keys.every((key) => key !== undefined) && keys.some((key) => BARE_KEYS.test(key));
  return isHead && BARE_KEYS.test(keys[0] ?? '')
    ? { language: 'yaml', start: 0, end: head.length, body: head.length }
    : undefined;
}

/** Finds the front matter of a file by its lines; nothing if it starts with its text. */
export function findFrontMatter(lines: readonly string[]): Bounds | undefined {
  return fenced(lines, lead(lines)) ?? bare(lines);
}
