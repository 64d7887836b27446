import type { Library } from '#kb/content/library.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { type ExceededLimit, exceededLimits } from '#kb/tickets/worklist/limits.ts';
import type { Annotation } from './annotations.ts';
import { gapText } from './coverage-wording.ts';
import { count } from './layout/numbers.ts';
import { sentence } from './layout/sentence.ts';

/**
 * Annotations for missing articles, then for articles to fix, most tickets first.
 *
 * @param nameOf turns a path in the content folder into one from the root of the repository
 * @param lineOf the line of a topic in topics.yaml
 */
export function annotate(
  coverage: Coverage,
  library: Library,
  nameOf: (path: string) => string,
  lineOf: (topic: string) => number,
): Annotation[] {
  const exceeded = exceededLimits(coverage, library.site.limits);
  const isOver = (kind: ExceededLimit['kind'], subject: string, locale?: string) =>
    exceeded.some(
      (one) => one.kind === kind && one.subject === subject && (one.locale === undefined || one.locale === locale),
    );
  const flagged = coverage.flagged.map((flag): Annotation => {
    const { article, tickets } = flag;
    return {
      key: article,
      check: 'article-flagged',
      why: 'Customers still write about what this article should answer.',
      level: isOver('flagged', article) ? 'error' : 'warning',
      path: nameOf(pathOf(library, article)),
      line: 1,
      title: `${count(tickets, 'ticket')} despite this article`,
      message: `${flag.reason}. Read the newest tickets on the topic, then fix what the article gets wrong or leaves out.`,
    };
  });
  const gaps = coverage.gaps.map((gap): Annotation => {
    const { topic, locale, tickets } = gap;
    return {
      key: `${topic} ${locale}`,
      check: 'topic-gap',
      why: 'Customers write about this topic, and no article answers them.',
      level: isOver('gap', topic, locale) ? 'error' : 'warning',
      path: nameOf('topics.yaml'),
      line: lineOf(topic),
      title: `${topic}: ${count(tickets, 'ticket')} and no article in "${locale}"`,
      message: sentence(gapText(gap)),
    };
  });
  return [...gaps, ...flagged];
}

/** The article in the default language; in any other language if there is none. */
function pathOf(library: Library, id: string): string {
  const article = library.exact(library.site.defaultLocale, id) ?? library.articles.find((one) => one.id === id);
  return article?.path ?? `articles/${library.site.defaultLocale}/${id}.mdx`;
}
