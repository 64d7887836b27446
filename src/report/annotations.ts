import type { Library } from '#kb/content/library.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { type Exceeded, exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { digest } from '#kb/values/digest.ts';
import { gapWords } from './coverage-words.ts';
import { count } from './findings-text.ts';

/** A remark on a file of the company, as a code host shows it beside the line. */
export interface Annotation {
  /** What it is about, the same as long as it is about the same: no number of tickets is part of it. */
  key: string;
  check: 'article-flagged' | 'topic-gap';
  /** Whether it is over a limit of the company. */
  over: boolean;
  path: string;
  /** From 1. */
  line: number;
  title: string;
  message: string;
}

/**
 * Remarks on the articles to look at and on the topics without one, most tickets first.
 *
 * @param nameOf how the host knows a file of the content folder: its path from the root of the repository
 * @param lineOf on which line of topics.yaml a topic stands
 */
export function annotate(
  coverage: Coverage,
  library: Library,
  nameOf: (path: string) => string,
  lineOf: (topic: string) => number,
): Annotation[] {
  const exceeded = exceededLimits(coverage, library.site.limits);
  const isOver = (kind: Exceeded['kind'], subject: string, locale?: string) =>
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
      title: `${count(tickets, 'ticket')} although there is an article`,
      message: `${flag.reason}. Read the newest tickets of the topic, and mend what the article leaves open.`,
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
      message: `To do: ${gapWords(gap)}.`,
    };
  });
  return [...gaps, ...flagged];
}

/** Workflow commands of GitHub Actions: printed by a job, they stand beside the lines of a pull request. */
export function githubAnnotations(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ over, path, line, title, message }) => {
      const properties = Object.entries({ file: path, line: String(line), title });
      const told = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
      return `::${over ? 'error' : 'warning'} ${told}::${escapeData(message)}\n`;
    })
    .join('');
}

/** A Code Quality report of GitLab, for `artifacts: reports: codequality`. */
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

/** The file of an article that was written first; any other language where that one is missing. */
function pathOf(library: Library, id: string): string {
  const article = library.exact(library.site.defaultLocale, id) ?? library.articles.find((one) => one.id === id);
  return article?.path ?? `articles/${library.site.defaultLocale}/${id}.mdx`;
}

// As @actions/core does it: a line ends a command, and a colon or comma a property.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
