import type { TextLookup } from '#kb/content/interface-texts.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import type { AnswerPart } from '#search/answer-parts.ts';
import type { Result } from '#search/ask.ts';
import { element } from '../element.ts';

/** The address of the page of a result on this site. */
export function pageOf({ url }: Pick<Result, 'url'>, base: string): string {
  return base + url.replace(/^\//, '');
}

/** A heading of a result with the address of its place on the page. */
export function headingsOf(result: Pick<Result, 'url' | 'headings'>, base: string): { title: string; url: string }[] {
  return result.headings
    .filter(({ url }) => url.includes('#'))
    .map(({ title, url }) => ({ title, url: pageOf(result, base) + url.slice(url.indexOf('#')) }));
}

/**
 * The heading that a question is about rather than the page as a whole: most of its words are asked for, and one of
 * them is not in the title.
 */
export function askedHeading<Heading extends { title: string }>(
  question: string,
  title: string,
  headings: readonly Heading[],
): Heading | undefined {
  const asked = tellingWords(question);
  const inTitle = tellingWords(title);
  return headings.find((heading) => {
    const words = tellingWords(heading.title);
    const met = words.filter((word) => has(asked, word));
    return met.length * 2 > words.length && met.some((word) => !has(inTitle, word));
  });
}

// Short words are mostly function words, such as "to" and "in".
const TELLING = 4;

function tellingWords(text: string): string[] {
  return text.toLowerCase().match(new RegExp(`[\\p{L}\\p{M}\\p{N}]{${TELLING},}`, 'gu')) ?? [];
}

/** Whether a word is there, also with another ending. */
function has(words: readonly string[], word: string): boolean {
  return words.some((other) => other.startsWith(word) || word.startsWith(other));
}

/**
 * A passage with its marks, and no other element.
 *
 * @param html as `markedText` writes it. It isn't parsed as HTML, which scripts can't do if a page requires Trusted Types.
 */
export function marked(html: string): (Node | string)[] {
  return html.split(/<\/?mark>/).map((part, place) => {
    const text = part.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    // Every second part is between two tags.
    return place % 2 === 0 ? text : element('mark', {}, text);
  });
}

/** An answer as lines with marks, if there is no room for lists: steps with their numbers, cells with their headings. */
export function answerLines(answer: readonly AnswerPart[]): string {
  return answer.flatMap(linesOf).join('\n');
}

function linesOf(part: AnswerPart): string[] {
  switch (part.kind) {
    case 'text':
      return [part.html];
    case 'steps':
      return [...part.items.map((item, place) => `${part.first + place}. ${item}`), ...(part.isWhole ? [] : ['…'])];
    case 'list':
      return part.items.map((item) => `• ${item}`);
    case 'row':
      return part.cells.map(({ heading, html }) => (heading === '' ? html : `${escapeHtml(heading)}: ${html}`));
  }
}

/** The section and the type of a result, in one line. */
export function kindOf({ section, type }: Pick<Result, 'section' | 'type'>, text: TextLookup): string {
  return [section, text(`type.${type}`)].filter(Boolean).join(' · ');
}

/** The attributes of a text that can be in another language than the page. */
export function languageAttributes({ lang }: Pick<Result, 'lang'>): { lang?: string; dir?: string } {
  return lang ? { lang, dir: 'auto' } : {};
}
