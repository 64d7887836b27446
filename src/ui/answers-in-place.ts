import type { ShownArticle } from '#kb/content/library.ts';

// A reader wants one answer, so the size of the others is limited: of each, and of all, in characters of HTML.
const LONGEST = 6_000;
const ALL = 60_000;

/**
 * The answers that a page of questions opens in place, by article; other articles stay links. If not all fit, the
 * shortest do.
 *
 * @param htmlOf the body of an article; nothing if only its own page can show it
 */
export function answersInPlace(
  questions: readonly ShownArticle[],
  htmlOf: (shown: ShownArticle) => string | undefined,
): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  let left = ALL;
  const short = questions
    .flatMap((shown) => ({ id: shown.article.id, html: htmlOf(shown) ?? '' }))
    .filter(({ html }) => html !== '' && html.length <= LONGEST)
    .sort((a, b) => a.html.length - b.html.length);
  for (const { id, html } of short) {
    left -= html.length;
    if (left < 0) break;
    answers.set(id, html);
  }
  return answers;
}

const tags = /<(\/?)([a-z][\w-]*)((?:\s[^\s"=<>/]+(?:="[^"]*")?)*)(\s*\/?>)/gi;
const naming = /(\s(?:id|for|aria-(?:labelledby|describedby|controls)|headers)=")([^"]+)"/g;

/**
 * The HTML of an article among others on a page: its ids include the article's name, so none is there twice, and its
 * headings are one level below the question.
 *
 * @param name unique on the page, fit for an id
 * @param level of the question's heading
 */
export function asAnswer(html: string, name: string, level: number): string {
  return html.replace(tags, (_, slash: string, tag: string, attributes: string, end: string) => {
    const named = attributes
      .replace(naming, (_whole, start: string, ids: string) => `${start}${ids.replace(/\S+/g, `${name}--$&`)}"`)
      .replace(/(\shref="#)([^"]+)"/, `$1${name}--$2"`);
    const heading = /^h([2-6])$/i.exec(tag)?.[1];
    const now = heading === undefined ? tag : `h${Math.min(6, Number(heading) + level - 1)}`;
    return `<${slash}${now}${named}${end}`;
  });
}
