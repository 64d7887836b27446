import { readFrontMatter } from './front-matter.ts';

/** The front matter that readers or the search use; the rest is for the company. */
const fields = ['title', 'summary', 'aliases'];

/** Whether two versions of an article have the same title, summary, aliases and body, ignoring white space. */
export function hasSameText(before: string, after: string): boolean {
  const [old, fresh] = [part(before), part(after)];
  if (plain(old.body) !== plain(fresh.body)) return false;
  // Parsing YAML is slow, and most changes do not touch the front matter.
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
