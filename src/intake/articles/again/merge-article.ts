import { isSeq, parseDocument } from 'yaml';
import { mergeText } from './merge-text.ts';
import { mergeYaml } from './merge-yaml.ts';

export interface MergedFile {
  text: string;
  /** What both sides changed, as a place in our file: `line 12` or `"title"`. Ours stays there. */
  conflicts: string[];
}

/** An article in two parts: its front matter without the lines around it, and what follows. */
interface Parts {
  front: string;
  body: string;
}

export function articleParts(article: string): Parts | undefined {
  const match = /^---\r?\n([\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(article);
  return match ? { front: match[1] ?? '', body: article.slice(match[0].length) } : undefined;
}

/** Merges two versions of an article: front matter by its keys, the text by its lines. */
export function mergeArticle(base: string, ours: string, theirs: string): MergedFile {
  const [was, is, wanted] = [base, ours, theirs].map(articleParts);
  const front = was && is && wanted && mergeYaml(was.front, is.front, wanted.front);
  if (!front || !is || !was || !wanted) {
    const { text, conflicts } = mergeText(base, ours, theirs);
    return { text, conflicts: conflicts.map((line) => `line ${line}`) };
  }
  const body = mergeText(was.body, is.body, wanted.body);
  const head = `---\n${front.text.replace(/\n?$/, '\n')}---\n`;
  const above = head.split('\n').length - 1;
  return {
    text: head + body.text,
    conflicts: [...front.conflicts.map((key) => `"${key}"`), ...body.conflicts.map((line) => `line ${line + above}`)],
  };
}

/** The article with one more address that leads to it; as it is if its front matter can't be read. */
export function withOldAddress(article: string, address: string): string {
  const parts = articleParts(article);
  const document = parts && parseDocument(parts.front, { logLevel: 'silent' });
  if (!parts || !document || document.errors.length > 0) return article;
  const addresses = document.get('redirectFrom', true);
  if (isSeq(addresses)) {
    if ((addresses.toJSON() as unknown[]).includes(address)) return article;
    addresses.add(address);
  } else document.set('redirectFrom', document.createNode([address]));
  return `---\n${document.toString({ lineWidth: 0 })}---\n${parts.body}`;
}

/** The article as one that is no longer published; nothing if its front matter can't be read. */
export function archived(article: string): string | undefined {
  const parts = articleParts(article);
  const document = parts && parseDocument(parts.front, { logLevel: 'silent' });
  if (!parts || !document || document.errors.length > 0) return undefined;
  document.set('confidence', 'archived');
  return `---\n${document.toString({ lineWidth: 0 })}---\n${parts.body}`;
}
