import { readFrontMatter } from './front-matter.ts';

/** What a search or a reader meets of the front matter; the rest is for the company itself. */
const fields = ['title', 'summary', 'aliases'];

/** Whether two versions of an article say the same: its title, summary, aliases and body, whatever their white space. */
export function hasSameText(before: string, after: string): boolean {
  const [old, fresh] = [part(before), part(after)];
  if (plain(old.body) !== plain(fresh.body)) return false;
  // YAML is slow to read, and most changes leave the front matter as it is.
  return plain(old.head) === plain(fresh.head) || shown(before) === shown(after);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function part(source: string): { head: string; body: string } {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const closed = text.startsWith('---') ? /\n---[ \t]*(?:\n|$)/.exec(text) : null;
  if (!closed) return { head: '', body: text };
  const end = closed.index + closed[0].length;
  return { head: text.slice(0, end), body: text.slice(end) };
}

function shown(source: string): string {
  const value: unknown = readFrontMatter(source, '').fields?.value;
  if (typeof value !== 'object' || value === null) return '';
  return JSON.stringify(fields.map((field) => plain(JSON.stringify((value as Record<string, unknown>)[field]) ?? '')));
}
