import type { Article } from '../content/article.ts';
import { isMoreFinished } from '../content/translation.ts';
import { type Finding, finding } from '../findings/finding.ts';

/**
 * Versions of an article in different languages that disagree about who can read it, or from when until when.
 *
 * @param articles as they are written, before one inherits the limits of another
 */
export function limitFindings(articles: readonly Article[], defaultLocale: string): Finding[] {
  const versions = Map.groupBy(articles, ({ id }) => id);
  return articles.flatMap((article) => {
    const all = versions.get(article.id) ?? [];
    const original = all.find(({ locale }) => locale === defaultLocale);
    return [
      ...audienceFindings(article, all, original),
      ...(original && original !== article ? originalFindings(article, original) : []),
    ];
  });
}

function audienceFindings(
  { audience, path }: Article,
  all: readonly Article[],
  original: Article | undefined,
): Finding[] {
  if (audience === 'internal') return [];
  const internal = original?.audience === 'internal' ? original : all.find((one) => one.audience === 'internal');
  if (!internal) return [];
  return [
    finding(
      'translation-limits',
      { path },
      `The audience of this article is "public", but the audience of ${internal.path} is "internal", so customers see neither.`,
      `Set "audience: internal" here too, or "audience: public" in ${internal.path}.`,
    ),
  ];
}

function originalFindings(article: Article, original: Article): Finding[] {
  const { path, publishOn, archiveOn } = article;
  const disagree = (says: string, fix: string) => finding('translation-limits', { path }, says, fix);
  const found: Finding[] = [];
  if (isMoreFinished(article, original))
    found.push(
      disagree(
        `The confidence of this translation is "${article.confidence}", but the confidence of ${original.path} is "${original.confidence}", so customers see neither.`,
        `Set "confidence: ${original.confidence}" here too, or publish the original.`,
      ),
    );
  if (publishOn !== undefined && original.publishOn !== undefined && publishOn < original.publishOn)
    found.push(
      disagree(
        `"publishOn" is ${publishOn} here but ${original.publishOn} in ${original.path}, so customers see the translation from the later day.`,
        'Remove "publishOn" here, or write the same day in both.',
      ),
    );
  if (archiveOn !== undefined && original.archiveOn !== undefined && archiveOn > original.archiveOn)
    found.push(
      disagree(
        `"archiveOn" is ${archiveOn} here but ${original.archiveOn} in ${original.path}, so customers see the translation until the earlier day.`,
        'Remove "archiveOn" here, or write the same day in both.',
      ),
    );
  return found;
}
