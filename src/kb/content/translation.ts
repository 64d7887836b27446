import type { Article } from './article.ts';

/** What a library knows of the versions of an article. */
interface Versions {
  site: { defaultLocale: string };
  exact(locale: string, id: string): Article | undefined;
}

/** The original of a translation, if it has changed since it was translated. */
export function changedOriginal(
  { site, exact }: Versions,
  { id, locale, source }: Pick<Article, 'id' | 'locale' | 'source'>,
): Article | undefined {
  if (locale === site.defaultLocale || source === undefined) return undefined;
  const original = exact(site.defaultLocale, id);
  return original?.digest === source ? undefined : original;
}

/**
 * The same articles with stricter limits: no version is seen by more readers, or earlier or longer, than others allow.
 *
 * A single internal version makes all versions internal: writers who mark a text as internal rarely think of the other
 * languages. Confidence and days are taken from the original only, because a translation can still be a draft, or be
 * planned for later, while its original is published.
 *
 * @returns an article whose limits stay the same is the same object, so nothing changes if this is done twice
 */
export function inheritLimits(articles: readonly Article[], defaultLocale: string): readonly Article[] {
  const internal = new Set(articles.filter(({ audience }) => audience === 'internal').map(({ id }) => id));
  const originals = new Map(
    articles.filter(({ locale }) => locale === defaultLocale).map((article) => [article.id, article]),
  );
  return articles.map((article) => {
    const limited = limitBy(article, originals.get(article.id));
    return internal.has(article.id) && limited.audience === 'public' ? { ...limited, audience: 'internal' } : limited;
  });
}

function limitBy(article: Article, original: Article | undefined): Article {
  if (!original || original === article) return article;
  const confidence = isMoreFinished(article, original) ? original.confidence : article.confidence;
  const publishOn = latest(article.publishOn, original.publishOn);
  const archiveOn = earliest(article.archiveOn, original.archiveOn);
  const isSame =
    confidence === article.confidence && publishOn === article.publishOn && archiveOn === article.archiveOn;
  return isSame ? article : { ...article, confidence, publishOn, archiveOn };
}

/** Whether a translation is published although its original is a draft or archived. */
export function isMoreFinished(
  { confidence }: Pick<Article, 'confidence'>,
  original: Pick<Article, 'confidence'>,
): boolean {
  if (original.confidence === 'archived') return confidence !== 'archived';
  if (original.confidence === 'work-in-progress') return confidence === 'not-validated' || confidence === 'validated';
  return false;
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && b !== undefined && b < a ? a : (b ?? a);
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && b !== undefined && b > a ? a : (b ?? a);
}
