import { type DeskRecord, dayOfTime, recordOf, textOf } from '../records/desk-records.ts';
import { type Hidden, otherVisibility } from '../records/hidden.ts';
import { breadcrumbsOf, type Crumb, jsonOf } from './breadcrumbs.ts';
import { turnConfluence } from './confluence.ts';
import { attributeIn, parsePage, wordsIn } from './dom.ts';
import { findArticle, isListOfLinks } from './find-article.ts';

/** What a page of a website says. */
export interface WebPage {
  title: string;
  /** The text of the article; nothing if the page has none. */
  html: string | undefined;
  /** Why the page isn't an article, if it isn't. */
  noArticle?: string;
  /** Where the page sends its readers at once, as it is written. */
  leadsTo: string | undefined;
  /** Parts of the text can be missing. */
  guessed: boolean;
  locale: string | undefined;
  siteName: string | undefined;
  summary: string | undefined;
  /** Addresses of its translations by their language. */
  alternates: Map<string, string>;
  canonical: string | undefined;
  crumbs: Crumb[];
  hidden: Hidden[];
  author: string | undefined;
  edited: string | undefined;
  /** All links of the page as it writes them, in their order. */
  links: string[];
  /** Uploads that the page lists below the article. */
  files: { name: string; url: string }[];
}

const META_ABOUT_READERS =
  /^(?:robots|googlebot|status|visibility|draft|access|audience|publish(?:ed|_?date)?|expires)$/i;

/**
 * Reads a page of a website: its article, and what it says about it.
 *
 * @param today `YYYY-MM-DD`
 */
export function readWebPage(html: string, today: string): WebPage {
  const document = parsePage(html);
  const json = jsonOf(document);
  const about = json.find((value) => /Article|Posting|FAQPage|HowTo|WebPage/.test(String(value['@type']))) ?? {};
  const siteName = attributeIn(document, 'meta[property="og:site_name"]', 'content');
  const title = titleOf(document, siteName);
  const crumbs = breadcrumbsOf(document, title, siteName);
  const files = filesBelow(document);
  // Finding the article takes parts of the page away.
  const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const author = textOf(recordOf(about.author).name) ?? attributeIn(document, 'meta[name="author"]', 'content');
  const modified =
    attributeIn(document, 'meta[property="article:modified_time"]', 'content') ??
    textOf(about.dateModified) ??
    attributeIn(document, 'time[itemprop="dateModified"]', 'datetime');
  const asksForPassword = document.querySelector('input[type="password"]') !== null;
  hideByStyle(document);
  const found = findArticle(document);
  if (found) turnConfluence(found.element, document);
  const isSpace = /^Space Details:?$/i.test(wordsIn(document.querySelector('#title-heading')));
  const noArticle = isSpace
    ? 'The page lists the pages of the export'
    : asksForPassword
      ? 'The page asks to sign in'
      : !found || (wordsIn(found.element) === '' && !found.element.querySelector('img, video, iframe'))
        ? 'The page has no text'
        : isListOfLinks(found.element)
          ? 'The page lists other pages'
          : undefined;
  return {
    title,
    html: found?.element.innerHTML,
    ...(noArticle && { noArticle }),
    leadsTo: /^\s*[0-3]\s*[;,]\s*url\s*=\s*["']?([^"']+)/i
      .exec(attributeIn(document, 'meta[http-equiv="refresh" i]', 'content') ?? '')?.[1]
      ?.trim(),
    guessed: found?.guessed ?? false,
    locale: localeOf(document),
    siteName,
    summary: attributeIn(document, 'meta[name="description"]', 'content'),
    alternates: new Map(
      [...document.querySelectorAll('link[rel="alternate"][hreflang][href]')]
        .map((link) => [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? ''] as const)
        .filter(([language]) => language !== 'x-default'),
    ),
    canonical: attributeIn(document, 'link[rel="canonical"]', 'href'),
    crumbs,
    hidden: hiddenBy(document, today),
    author,
    edited: dayOfTime(modified),
    links,
    files,
  };
}

/** Hides what the page's own style sheet hides; only rules for one class or id are read, on all screens. */
function hideByStyle(document: Document): void {
  for (const style of document.querySelectorAll('style:not([media])')) {
    const rules = (style.textContent ?? '')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    for (const [, selectors = ''] of rules.matchAll(
      /([^{}]+)\{[^{}]*(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]*\}/gi,
    ))
      for (const selector of selectors.split(',').map((one) => one.trim()))
        if (/^[a-z]*[.#][\w-]+$/i.test(selector))
          for (const element of document.querySelectorAll(selector)) element.setAttribute('hidden', '');
  }
}

function hiddenBy(document: Document, today: string): Hidden[] {
  const record: DeskRecord = Object.fromEntries(
    [...document.querySelectorAll('meta[name][content]')]
      .map((meta) => [meta.getAttribute('name')?.toLowerCase() ?? '', meta.getAttribute('content') ?? ''] as const)
      .filter(([name]) => META_ABOUT_READERS.test(name))
      // For search engines, none is short for noindex and nofollow.
      .map(([name, content]) => [name, /bot/.test(name) ? content.replace(/\bnone\b/i, 'noindex') : content]),
  );
  return otherVisibility(record, new Set(), today);
}

function localeOf(document: Document): string | undefined {
  const written =
    document.documentElement.getAttribute('lang') ??
    attributeIn(document, 'meta[http-equiv="content-language" i]', 'content') ??
    attributeIn(document, 'meta[property="og:locale"]', 'content');
  return written?.trim() || undefined;
}

/** The heading of the page, or its title without the name of the site. */
function titleOf(document: Document, siteName: string | undefined): string {
  const confluence = wordsIn(document.querySelector('#title-text'));
  if (confluence) return confluence.replace(/^[^:]* : /, '');
  const [heading, ...others] = [...document.querySelectorAll('h1')].map(wordsIn).filter((text) => text !== '');
  const shared = attributeIn(document, 'meta[property="og:title"]', 'content');
  const whole = wordsIn(document.querySelector('title'));
  if (heading && (others.length === 0 || whole.includes(heading))) return heading;
  const written = shared ?? whole;
  const parts = written.split(/\s+[|–—·•]\s+|\s+-\s+/);
  const own = parts.filter((part) => part !== siteName);
  return (
    (own.length < parts.length
      ? own.join(' - ')
      : parts.length > 1 && !shared
        ? parts.slice(0, -1).join(' - ')
        : written) ||
    heading ||
    ''
  );
}

/** Confluence and others list the files of a page below it. */
function filesBelow(document: Document): { name: string; url: string }[] {
  const links = document.querySelectorAll('.greybox a[href], .attachments a[href], #attachments a[href]');
  return [...links]
    .map((link) => ({ name: wordsIn(link), url: link.getAttribute('href') ?? '' }))
    .filter(({ name, url }) => name !== '' && /\.\w{2,5}(?:[?#]|$)/.test(url));
}
