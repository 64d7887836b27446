import { Parser } from 'htmlparser2';
import type { Passage } from '#search/search-index.ts';

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
// A sentence ends where one of these starts or ends.
const blocks = new Set([
  ...headings,
  ...['p', 'li', 'ul', 'ol', 'dt', 'dd', 'td', 'th', 'tr', 'div', 'section', 'blockquote', 'pre', 'summary'],
  ...['figure', 'figcaption', 'details', 'table', 'aside', 'br', 'hr', 'button', 'label'],
]);
const unread = new Set(['script', 'style', 'template', 'svg', 'noscript']);
// Text that keeps its own direction, in a line of the other direction: an excerpt shows the same order as the article.
const isolates: Readonly<Record<string, string>> = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' };
const inline: Readonly<Record<string, string>> = { bdi: 'auto', code: 'ltr', kbd: 'auto', samp: 'ltr' };
const END_ISOLATE = '\u2069';
const rightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;
const withoutEnd = new Set(['br', 'hr', 'img', 'input', 'source', 'track', 'wbr', 'col', 'area', 'link', 'meta']);

/**
 * The text of an article's HTML by its headings, as search reads and shows it. The title is left out.
 *
 * Parts that are hidden or marked with `data-pagefind-ignore` are left out.
 */
export function passagesOf(html: string): Passage[] {
  const passages: { heading?: string; anchor?: string; texts: string[] }[] = [{ texts: [] }];
  let text = '';
  let heading: { anchor?: string | undefined; isTitle: boolean } | undefined;
  let skipped = 0;
  const bothWays = rightToLeft.test(html);
  /** The isolates within the text that is read now, from outside in: an empty text for an element that is none. */
  const isolated: string[] = [];
  const endBlock = () => {
    const whole = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (whole === '' || heading?.isTitle) return;
    if (!heading) passages.at(-1)?.texts.push(whole);
    else passages.push({ heading: whole, ...(heading.anchor && { anchor: heading.anchor }), texts: [] });
  };
  // A heading of several lines is still one.
  const cut = (name: string) => {
    if (heading && !headings.has(name)) text += ' ';
    else endBlock();
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipped > 0 || unread.has(name) || 'hidden' in attributes || 'data-pagefind-ignore' in attributes) {
        if (!withoutEnd.has(name)) skipped++;
        return;
      }
      if (!blocks.has(name)) {
        if (withoutEnd.has(name)) return;
        const direction = attributes.dir ?? inline[name];
        const isolate = (bothWays && direction && isolates[direction]) || '';
        isolated.push(isolate);
        text += isolate;
        return;
      }
      cut(name);
      if (headings.has(name)) heading = { anchor: attributes.id, isTitle: name === 'h1' };
    },
    ontext(data) {
      if (skipped === 0) text += data;
    },
    onclosetag(name) {
      if (skipped > 0) {
        if (!withoutEnd.has(name)) skipped--;
        return;
      }
      if (!blocks.has(name)) {
        if (!withoutEnd.has(name) && isolated.pop()) text += END_ISOLATE;
        return;
      }
      cut(name);
      if (headings.has(name)) heading = undefined;
    },
  });
  parser.end(html);
  endBlock();
  return passages.filter(({ heading: named, texts }) => named !== undefined || texts.length > 0);
}
