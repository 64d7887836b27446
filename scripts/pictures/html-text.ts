import { Parser } from 'htmlparser2';

/** What the main part of a page says and shows: its text, and the files of its pictures. The rest is on every page. */
export function htmlTextOf(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag(name, { src, alt }) {
      if (name === 'main' || depth > 0) depth++;
      if (depth > 0 && src !== undefined) parts.push(src, alt ?? '');
    },
    ontext(text) {
      if (depth > 0) parts.push(text);
    },
    onclosetag() {
      if (depth > 0) depth--;
    },
  });
  parser.end(html);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
