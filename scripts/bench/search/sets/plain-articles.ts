import { join } from 'node:path';
import type { Root } from 'mdast';
import { freeName, slugOfName } from '#intake/articles/links/slugs.ts';
import { writeArticle } from '#intake/articles/write/mdx-writer.ts';
import { writeFiles } from '#io/machine/atomic-write.ts';
import type { BeirArticle } from './beir.ts';

/** An article of another collection: plain text, whatever characters it has. */
export interface PlainArticle {
  title: string;
  blocks: readonly { text: string; isHeading?: boolean }[];
}

const LONGEST_SLUG = 60;
const LONGEST_TITLE = 80;

/** The text of an article as it is: a line is a paragraph, and Markdown in it stays text. */
export function plainArticle({ _id, title, text }: BeirArticle): PlainArticle {
  const blocks = text
    .split(/\n/)
    .map(readable)
    .filter((line) => line !== '')
    .map((text) => ({ text }));
  return {
    title: readable(title) || readable(blocks[0]?.text.slice(0, LONGEST_TITLE) ?? '') || readable(_id) || 'Untitled',
    blocks,
  };
}

/**
 * Writes articles into a section of a content folder.
 *
 * @returns the id of each article
 */
export async function writePlainArticles(
  content: string,
  locale: string,
  section: string,
  articles: readonly PlainArticle[],
): Promise<string[]> {
  const slugs = new Set<string>();
  // A folder's own page has this name.
  const taken = (name: string) => name === 'index' || slugs.has(name);
  const ids = articles.map(({ title }) => {
    const slug = freeName(slugOfName(title.slice(0, LONGEST_SLUG), 'article'), taken);
    slugs.add(slug);
    return `${section}/${slug}`;
  });
  await writeFiles(
    join(content, 'articles', locale),
    articles.map(({ title, blocks }, index) => [`${ids[index]}.mdx`, writeArticle({ title }, treeOf(blocks))]),
  );
  return ids;
}

function treeOf(blocks: PlainArticle['blocks']): Root {
  return {
    type: 'root',
    children: blocks.map(({ text, isHeading }) => {
      const children = [{ type: 'text' as const, value: text }];
      return isHeading ? { type: 'heading', depth: 2, children } : { type: 'paragraph', children };
    }),
  };
}

/** Without characters that no file should have: control characters and halves of surrogate pairs. */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
