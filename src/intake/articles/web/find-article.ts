import { Readability } from '@mozilla/readability';
import { parsePage, wordsIn } from './dom.ts';

/** Where help centers have the text of an article, the ones of known systems first. */
const PLACES = [
  ...['#main-content.wiki-content', '#main-content .wiki-content', '.wiki-content', '#fullArticle', '.article__body'],
  ...[
    '.article-body',
    '.article_body',
    '#article-body',
    '.kb-article__content',
    '.kb-article',
    '.hs_cos_wrapper_type_rich_text',
  ],
  ...[
    '.notion-page-content',
    '.super-content',
    'article .page-body',
    '.page-body',
    '.theme-doc-markdown',
    '.vp-doc',
    '.md-content__inner',
  ],
  ...['.intercom-interblocks', '[itemprop="articleBody"]', '.article-content', '.article__content', '.entry-content'],
  ...['.post-content', '.markdown-body', '.markdown', '#article', 'article', 'main article', 'main', '[role="main"]'],
];

/** Parts of pages that belong to the site and not to the article. */
const CHROME = [
  ...['nav', 'script', 'style', 'noscript', 'template', 'form', 'header nav', 'aside[role="complementary"]', 'footer'],
  ...['[role="navigation"]', '[role="search"]', '[role="contentinfo"]', '[aria-hidden="true"]:not(img):not(svg)'],
  ...['.breadcrumb', '.breadcrumbs', '[class*="breadcrumb" i]', '.toc', '.table-of-contents', '.toc-macro', '#toc'],
  ...[
    '.article-votes',
    '.article-vote',
    '.article-footer',
    '.article-relatives',
    '.related-articles',
    '.recent-articles',
  ],
  ...['.article-subscribe', '.article-comments', '.comments', '#comments', '.share', '.social-share', '.feedback'],
  ...[
    '.pagination-nav',
    '.theme-doc-footer',
    '.theme-edit-this-page',
    '.edit-page-link',
    '.skip-link',
    '.sr-only-focusable',
  ],
  ...[
    '.header-anchor',
    '.hash-link',
    '.headerlink',
    '.anchor-link',
    '.page-metadata',
    '.cookie-banner',
    '#cookie-banner',
  ],
  ...['.copy-button', 'button.copy', '.print-link', '.article-meta', '.article__meta', '.article-info', '.avatar'],
];

/** What pages have that show more than their article. */
const SITE_PARTS =
  'header, footer, aside, [class*="sidebar" i], [id*="sidebar" i], [class*="menu" i], [class*="header" i], [class*="footer" i]';

export interface FoundArticle {
  element: Element;
  /** Found by reading the page as a whole, so parts can be missing. */
  guessed: boolean;
}

/** Finds the text of the article on a page, without what every page of the site has; `undefined` if there is none. */
export function findArticle(document: Document): FoundArticle | undefined {
  for (const selector of PLACES) {
    const found = [...document.querySelectorAll(selector)].filter((element) => wordsIn(element).length > 0);
    const outer = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
    const [element] = outer;
    if (!element || outer.length > 1) continue;
    return { element: withoutChrome(element), guessed: false };
  }
  const isPlain = document.querySelector(SITE_PARTS) === null;
  // Readability takes its document apart.
  const copy = parsePage(document.documentElement.outerHTML);
  const read = isPlain ? undefined : new Readability(copy, { keepClasses: true, charThreshold: 0 }).parse();
  if (read?.content) return { element: parsePage(read.content).body, guessed: true };
  // On a plain page everything is the article, and Readability would leave out short parts.
  const body = withoutChrome(document.body);
  return wordsIn(body) === '' && !body.querySelector('img, video') ? undefined : { element: body, guessed: false };
}

function withoutChrome(element: Element): Element {
  for (const selector of CHROME)
    for (const part of element.querySelectorAll(selector)) {
      // A site can call everything by one of these names.
      if (
        wordsIn(part).length > wordsIn(element).length * 0.7 &&
        !/^(?:nav|script|style|noscript|template)$/i.test(part.tagName)
      )
        continue;
      part.remove();
    }
  return element;
}

/** Whether a text is a list of links to other pages, such as the page of a section. */
export function isListOfLinks(element: Element): boolean {
  // Headings above links don't make an article of them.
  const headings = [...element.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => !one.querySelector('a'));
  const all = lettersIn(element) - headings.reduce((sum, one) => sum + lettersIn(one), 0);
  const links = [...element.querySelectorAll('a[href]')].filter(
    (link) => !/^(?:#|mailto:|tel:)/.test(link.getAttribute('href') ?? ''),
  );
  const linked = links.reduce((sum, link) => sum + lettersIn(link), 0);
  const hasMore = element.querySelector('table, pre, ol, img, video, iframe') !== null;
  return links.length >= 2 && linked >= all * (hasMore ? 0.85 : 0.6);
}

function lettersIn(element: Element): number {
  return wordsIn(element).replaceAll(' ', '').length;
}
