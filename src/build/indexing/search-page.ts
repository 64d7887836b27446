import type { Analysis } from '#search/analysis.ts';
import { indexToken } from '#search/index-token.ts';
import type { Passage } from '#search/search-index.ts';

// How many times more a word counts there than in the text.
const TITLE = 6;
const HEADING = 3;

/** What a page is found by: its text, and words that are not in it. */
export interface SearchTexts {
  title: string;
  summary: string;
  passages: readonly Passage[];
  /** Texts that find the page and are never shown, by the name of the field. */
  hidden: Readonly<Record<string, readonly string[]>>;
  /** More keys that find the page but are not on it, by the name of the field. */
  learned: Readonly<Record<string, readonly string[]>>;
}

/**
 * The page as Pagefind indexes it: keys instead of words, so Pagefind needs to know nothing about the language.
 *
 * @param keys is given every key of the page's words
 */
export function searchPage(texts: SearchTexts, analysis: Analysis, keys: Set<string>): string {
  const tokens = (text: string) =>
    analysis
      .terms(text)
      .flatMap(({ key, parts }) => [key, ...parts])
      .map((key) => {
        keys.add(key);
        return indexToken(key);
      })
      .join(' ');
  const hidden = Object.entries(texts.hidden).map(([name, of]) =>
    of.length === 0 ? '' : `<span hidden data-pagefind-meta="${name}">${of.map(tokens).join(' ')}</span>`,
  );
  const learned = Object.entries(texts.learned).map(([name, of]) =>
    of.length === 0 ? '' : `<span hidden data-pagefind-meta="${name}">${of.map(indexToken).join(' ')}</span>`,
  );
  const body = texts.passages.flatMap(({ heading, texts }) => [
    heading === undefined ? '' : `<h2 data-pagefind-weight="${HEADING}">${tokens(heading)}</h2>`,
    ...texts.map((text) => `<p>${tokens(text)}</p>`),
  ]);
  return [
    '<html><body><article data-pagefind-body>',
    `<h1 data-pagefind-weight="${TITLE}">${tokens(texts.title)}</h1>`,
    // Without a space, the last word of one and the first word of the next would be joined.
    hidden.join(' '),
    `<div data-pagefind-ignore="index">${learned.join(' ')}</div>`,
    `<p>${tokens(texts.summary)}</p>`,
    ...body,
    '</article></body></html>',
  ].join('');
}
