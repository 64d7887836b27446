import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type Paper, printCss } from '#export/pdf/print-css.ts';
import { type PrintedArticle, type PrintedDocument, printableDocument } from '#export/pdf/print-document.ts';
import { replaceBytes } from '#io/machine/atomic-write.ts';
import { openSite } from '#io/machine/serve.ts';
import { count } from '#report/layout/numbers.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';
import { showProgress } from '../shared/progress.ts';
import { startBrowser } from '../shared/start-browser.ts';
import { readBuiltArticles, readMainLocale } from './built-site.ts';
import { readPageNumbers } from './page-numbers.ts';
import { readSiteChrome } from './site-chrome.ts';

interface PdfRequest {
  dist: string;
  out: string;
  article: string | undefined;
  section: string | undefined;
  locale: string | undefined;
  paper: Paper;
}

/** The numbers in the contents can move what follows them, hardly ever twice. */
const MOST_PRINTS = 4;

/** @returns what was done, as text */
export async function exportPdf(request: PdfRequest): Promise<string> {
  const { dist, out } = request;
  const locale = request.locale ?? (await readMainLocale(dist));
  const [all = []] = [...(await readBuiltArticles(dist, locale)).values()];
  const chrome = await readSiteChrome(resolve(dist), locale);
  const places = new Map(chrome.order.map((path, index) => [path, index]));
  const articles = all
    .map((article): PrintedArticle => ({ ...article, path: new URL(article.url, 'http://site.invalid').pathname }))
    .filter(({ id }) => isWanted(id, request))
    .sort((a, b) => (places.get(a.path) ?? Infinity) - (places.get(b.path) ?? Infinity));
  const [first] = articles;
  if (!first) throw new Refusal(`${nothingFound(request, locale)} ${NOTHING}`);
  const subject = subjectOf(request, first);
  const document: PrintedDocument = {
    ...{ locale, articles, ...chrome },
    subject,
    contents: subject ?? chrome.contents,
    address: URL.canParse(first.url) ? new URL(chrome.home, first.url).href : undefined,
    css: printCss(request.paper),
  };
  const browser = await startBrowser('The PDF is printed by a browser', NOTHING);
  const progress = showProgress();
  const beside: Record<string, string> = {};
  const served = await openSite(resolve(dist), 0, beside);
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    let numbers = new Map<string, number>();
    for (let prints = 0; prints < MOST_PRINTS; prints++) {
      progress.show(prints === 0 ? 'Printing' : 'Numbering pages');
      // A browser can show what it read before at the same address.
      const path = `printed-document-${prints}/`;
      beside[path] = printableDocument(document, numbers);
      const pdf = await print(page, `${served.url}${path}`);
      const found = articles.length === 1 ? numbers : await readPageNumbers(pdf, articles);
      if ([...found].every(([anchor, number]) => numbers.get(anchor) === number)) {
        await replaceBytes(resolve(out), pdf);
        return `Printed ${count(articles.length, 'article')} to ${out}.\n`;
      }
      numbers = found;
    }
    throw new Error('The page numbers change with each print.');
  } finally {
    progress.clear();
    await served.close();
    await browser.close();
  }
}

async function print(page: Page, url: string): Promise<Buffer> {
  await page.goto(url, { waitUntil: 'networkidle' });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
}

function isWanted(id: string, { article, section }: PdfRequest): boolean {
  if (article !== undefined) return id === article;
  return section === undefined || id.startsWith(`${section}/`);
}

function nothingFound({ article, section }: PdfRequest, locale: string): string {
  if (article !== undefined) return `There is no published article "${article}" in ${locale}.`;
  if (section !== undefined) return `There is no published article in the section "${section}" in ${locale}.`;
  return `There is no published article in ${locale}.`;
}

function subjectOf({ article, section }: PdfRequest, first: PrintedArticle): string | undefined {
  if (article !== undefined) return first.title;
  return section === undefined ? undefined : first.sections[section.split('/').length - 1];
}
