import { Parser } from 'htmlparser2';
import type { Passage } from '#search/search-index.ts';

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
// A sentence ends where one of these starts or ends.
const blocks = new Set([
  ...headings,
  ...['thead', 'tbody', 'tfoot'],
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
  const passages: { heading?: string; anchor?: string; texts: string[]; shape: string }[] = [{ texts: [], shape: '' }];
  const shape = shapeReader();
  let text = '';
  let heading: { anchor?: string | undefined; isTitle: boolean } | undefined;
  let skipped = 0;
  const bothWays = rightToLeft.test(html);
  /** The isolates within the text that is read now, from outside in: an empty text for an element that is none. */
  const isolated: string[] = [];
  const endBlock = () => {
    const whole = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (isBlank(whole) || heading?.isTitle) return;
    if (heading) {
      passages.push({ heading: whole, ...(heading.anchor && { anchor: heading.anchor }), texts: [], shape: '' });
      return;
    }
    const last = passages.at(-1);
    last?.texts.push(whole);
    if (last) last.shape += shape.next();
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
      shape.open(name);
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
      shape.close(name);
      if (headings.has(name)) heading = undefined;
    },
  });
  parser.end(html);
  endBlock();
  return passages
    .filter(({ heading: named, texts }) => named !== undefined || texts.length > 0)
    .map(({ shape, ...passage }) => (/[^.]/.test(shape) ? { ...passage, shape } : passage));
}

/** Whether there is nothing to read, only the start or the end of isolates. */
function isBlank(text: string): boolean {
  return /^[\s\u2066-\u2069]*$/.test(text);
}

const LAST_COLUMN = 25;

/** Says what a text is, from the elements around it: see `Passage.shape`. */
function shapeReader() {
  const lists: { isNumbered: boolean; items: number }[] = [];
  let isNewItem = false;
  let isHead = false;
  /** The column of the cell, from 0; none outside of cells. */
  let column: number | undefined;
  let nextColumn = 0;
  return {
    open(name: string): void {
      if (name === 'ol' || name === 'ul') lists.push({ isNumbered: name === 'ol', items: 0 });
      const list = lists.at(-1);
      if (name === 'li' && list) {
        list.items += 1;
        isNewItem = lists.length === 1;
      }
      if (name === 'thead') isHead = true;
      if (name === 'tr') nextColumn = 0;
      if (name === 'td' || name === 'th') column = Math.min(nextColumn++, LAST_COLUMN);
    },
    close(name: string): void {
      if (name === 'ol' || name === 'ul') lists.pop();
      if (name === 'thead') isHead = false;
      if (name === 'td' || name === 'th') column = undefined;
    },
    /** Of the text that ends now. */
    next(): string {
      if (column !== undefined) return String.fromCharCode((isHead ? 'A' : 'a').charCodeAt(0) + column);
      const [list] = lists;
      if (!list) return '.';
      if (!isNewItem) return '+';
      isNewItem = false;
      if (!list.isNumbered) return '-';
      return list.items === 1 ? '1' : '2';
    },
  };
}
