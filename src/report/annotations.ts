import type { Library } from '#kb/content/library.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { type ExceededLimit, exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { digest } from '#kb/values/digest.ts';
import { gapText } from './coverage-wording.ts';
import { count } from './layout/numbers.ts';
import { sentence } from './layout/sentence.ts';

/** A comment that a code host shows next to a line of the content. */
export interface Annotation {
  /** Identifies the subject. It contains no ticket numbers, so it stays the same from run to run. */
  key: string;
  check: 'article-flagged' | 'topic-gap';
  /** Whether it is over a limit in site.yaml. */
  over: boolean;
  path: string;
  /** From 1. */
  line: number;
  title: string;
  message: string;
}

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
      over: isOver('flagged', article),
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
      over: isOver('gap', topic, locale),
      path: nameOf('topics.yaml'),
      line: lineOf(topic),
      title: `${topic}: ${count(tickets, 'ticket')} and no article in "${locale}"`,
      message: sentence(gapText(gap)),
    };
  });
  return [...gaps, ...flagged];
}

/** Workflow commands for GitHub Actions. A job that prints them annotates the lines of a pull request. */
export function githubAnnotations(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ over, path, line, title, message }) => {
      const properties = Object.entries({ file: path, line: String(line), title });
      const list = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
      return `::${over ? 'error' : 'warning'} ${list}::${escapeData(message)}\n`;
    })
    .join('');
}

/** A GitLab Code Quality report, for `artifacts: reports: codequality`. */
export function gitlabReport(annotations: readonly Annotation[]): string {
  const issues = annotations.map(({ key, check, over, path, line, title, message }) => ({
    description: `${title}. ${message}`,
    check_name: check,
    fingerprint: digest(check, key),
    severity: over ? 'major' : 'minor',
    location: { path, lines: { begin: line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** The article in the default language; in any other language if there is none. */
function pathOf(library: Library, id: string): string {
  const article = library.exact(library.site.defaultLocale, id) ?? library.articles.find((one) => one.id === id);
  return article?.path ?? `articles/${library.site.defaultLocale}/${id}.mdx`;
}

// The same escapes as @actions/core: a line break ends a command, a colon or comma ends a property.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
