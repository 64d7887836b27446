import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { htmlToHast } from 'satteri';
import { unified } from 'unified';
import { escapeHtml } from '#kb/values/escape.ts';
import { makeLocale } from '#kb/values/locale.ts';

/** What is printed, in its order. */
export interface PrintedArticle {
  id: string;
  title: string;
  /** The names of its sections, from the outermost inwards. */
  sections: readonly string[];
  /** The address of its page, and its path on the host. */
  url: string;
  path: string;
  /** The `<article>` of its page. */
  html: string;
}

export interface PrintedDocument {
  locale: string;
  /** The name of the help center, its line below that, its address, and its logo. */
  name: string;
  tagline?: string | undefined;
  address?: string | undefined;
  logo?: string | undefined;
  /** What is printed, if that is only a section or an article. */
  subject?: string | undefined;
  /** The heading of the contents. */
  contents: string;
  /** `<style>` and `<link>` elements of the site's pages. */
  styles: string;
  /** CSS of the printed pages. */
  css: string;
  articles: readonly PrintedArticle[];
}

const writer = unified().use(rehypeStringify).freeze();
const notPrinted = new Set(['contents-folded', 'enlarge-button']);

/**
 * The name by which the contents and other articles link to an article, or to something in it. PDFs keep only names in
 * ASCII as they are.
 *
 * @param within the id of a heading, as it is or as an address has it
 */
export function anchorOf({ id }: { id: string }, within?: string): string {
  // No id has a line below, so no two articles have the same name.
  const article = `article-${ascii(id.replaceAll('/', '_'))}`;
  return within === undefined ? article : `${article}--${ascii(decoded(within))}`;
}

function ascii(text: string): string {
  return encodeURIComponent(text).replaceAll('%', '.');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A page that prints as a document: a cover, contents and the articles, with links between them inside the document.
 *
 * @param pages the page that each article starts on, by its anchor; not known before it is printed once
 */
export function printableDocument(document: PrintedDocument, pages: ReadonlyMap<string, number>): string {
  const { locale, name, subject, styles, css, articles } = document;
  const { dir } = makeLocale(locale);
  const title = subject === undefined ? name : `${subject} · ${name}`;
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const single = articles.length === 1;
  let last: readonly string[] = [];
  const bodies = articles.map((article) => {
    const headings = single ? [] : newSections(last, article.sections);
    last = article.sections;
    return headings.map(sectionHeading).join('') + printedArticle(article, byPath, single);
  });
  return `<!DOCTYPE html>
<html lang="${escapeHtml(locale)}" dir="${dir}" data-theme="light"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${styles}<style>${css}</style></head>
<body>${cover(document)}${single ? '' : contents(document, pages)}<main class="printed">${bodies.join('\n')}</main></body></html>`;
}

function cover({ name, tagline, address, logo, subject }: PrintedDocument): string {
  const mark = logo === undefined ? '' : `<p class="cover-logo"><img src="${escapeHtml(logo)}" alt=""></p>`;
  const heading = subject === undefined ? name : subject;
  const below = subject === undefined ? tagline : name;
  return `<header class="cover">${mark}<p class="cover-title">${escapeHtml(heading)}</p>${below ? `<p class="cover-line">${escapeHtml(below)}</p>` : ''}${address ? `<p class="cover-address"><a href="${escapeHtml(address)}" dir="ltr">${escapeHtml(address)}</a></p>` : ''}</header>`;
}

function contents({ contents, articles }: PrintedDocument, pages: ReadonlyMap<string, number>): string {
  let last: readonly string[] = [];
  const lines = articles.map((article) => {
    const anchor = anchorOf(article);
    const heads = newSections(last, article.sections).map(
      ({ name, depth }) => `<p class="contents-section contents-depth-${depth}">${escapeHtml(name)}</p>`,
    );
    last = article.sections;
    const page = pages.get(anchor);
    return `${heads.join('')}<p class="contents-line"><a href="#${escapeHtml(anchor)}"><span class="contents-title">${escapeHtml(article.title)}</span><span class="contents-dots"></span><span class="contents-page">${page ?? ''}</span></a></p>`;
  });
  return `<nav class="printed-contents"><h1>${escapeHtml(contents)}</h1>${lines.join('\n')}</nav>`;
}

interface SectionStart {
  name: string;
  /** 0 for an outermost section. */
  depth: number;
}

/** The sections that start before an article, outermost first. */
function newSections(before: readonly string[], now: readonly string[]): SectionStart[] {
  const same = now.findIndex((name, depth) => before[depth] !== name);
  return same < 0 ? [] : now.slice(same).map((name, index) => ({ name, depth: same + index }));
}

function sectionHeading({ name, depth }: SectionStart): string {
  return `<h1 class="printed-section printed-section-${Math.min(depth, 1)}">${escapeHtml(name)}</h1>`;
}

function printedArticle(
  article: PrintedArticle,
  articles: ReadonlyMap<string, PrintedArticle>,
  single: boolean,
): string {
  const tree = htmlToHast(article.html, { fragment: true }) as Root;
  const print = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const { tagName, properties, children } = node;
    if (/^(?:script|template|button)$/.test(tagName) || notPrinted.has(String(properties.dataPart))) return [];
    if (Array.isArray(properties.className) && properties.className.includes('contents-folded')) return [];
    const { id, href, loading: _, ...others } = properties;
    const inner = children.flatMap(print);
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor')) return inner;
    return [
      {
        ...node,
        tagName: level === undefined || single ? tagName : `h${Math.min(6, Number(level) + 1)}`,
        properties: {
          ...others,
          ...(tagName === 'details' && { open: true }),
          ...(typeof id === 'string' && { id: anchorOf(article, id) }),
          ...(typeof href === 'string' && { href: linkFrom(href, article, articles) }),
        },
        children: inner,
      } satisfies Element,
    ];
  };
  const [root] = tree.children.filter((child) => child.type === 'element');
  const children = (root?.children ?? []).flatMap(print);
  return writer.stringify({
    type: 'root',
    children: [h('article', { ...root?.properties, id: anchorOf(article) }, children)],
  });
}

/** A link inside the document if it leads to an article in it, or else to the published site. */
function linkFrom(
  href: string,
  { url, path, id }: PrintedArticle,
  articles: ReadonlyMap<string, PrintedArticle>,
): string {
  if (href.startsWith('#')) return `#${anchorOf({ id }, href.slice(1))}`;
  const base = new URL(path, 'http://site.invalid');
  if (!URL.canParse(href, base)) return href;
  const target = new URL(href, base);
  if (target.origin !== base.origin) return href;
  const article = articles.get(target.pathname);
  if (article) return `#${anchorOf(article, target.hash ? target.hash.slice(1) : undefined)}`;
  return URL.canParse(url) ? new URL(target.pathname + target.search + target.hash, url).href : href;
}
