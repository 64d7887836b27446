import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '#io/machine/files.ts';
import type { Library } from '#kb/content/library.ts';

/** The parts of an article that a search library gets. */
export interface PageText {
  id: string;
  title: string;
  /** From the front matter, because no page shows them. */
  aliases: string;
  headings: string;
  body: string;
}

/**
 * The text of the articles of a built site in one language, read from its pages.
 *
 * @param dist the folder of the built site
 * @param library the content it was built from, for aliases and summaries
 */
export async function readPages(dist: string, locale: string, library: Library | undefined): Promise<PageText[]> {
  const pages: PageText[] = [];
  for (const file of await listFiles(join(dist, locale))) {
    const id = file.replace(/(?:^|\/)index\.html$/, '');
    if (id === '' || id === file) continue;
    const article = articleOf(await readFile(join(dist, locale, file), 'utf8'));
    if (article === undefined) continue;
    const written = library?.find(locale, id)?.article;
    pages.push({
      id,
      ...pageText(article),
      aliases: [...(written?.aliases ?? []), written?.summary ?? ''].join('\n').trim(),
    });
  }
  return pages;
}

function articleOf(html: string): string | undefined {
  const start = html.indexOf('<article');
  const end = html.lastIndexOf('</article>');
  const article = html.slice(start, end);
  return start < 0 || end < start || !article.includes('</h1>') ? undefined : article;
}

/** Title, headings and the rest of an article as plain text. */
export function pageText(article: string): Pick<PageText, 'title' | 'headings' | 'body'> {
  const readable = article.replace(/<(script|style|svg)\b[^>]*>[\s\S]*?<\/\1>/g, ' ');
  const headings = [...readable.matchAll(/<(h[2-6])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) => plain(text));
  const [, title = ''] = readable.match(/<h1\b[^>]*>([\s\S]*?)<\/h1>/) ?? [];
  const body = readable.replace(/<(h[1-6])\b[^>]*>[\s\S]*?<\/\1>/g, ' ');
  return { title: plain(title), headings: headings.join('\n'), body: plain(body) };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(?:a|b|bdi|code|em|i|kbd|mark|span|strong|sub|sup)\b/.test(tag) ? '' : ' '))
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex ?? decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
      return named[name ?? ''] ?? whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
