import type { Metadata, ReportingPage } from '../collection.ts';
import type { Loss } from '../imported-site.ts';
import { readTitleVisibility } from '../visibility/private-paths.ts';
import { strictest } from '../visibility/visibility-words.ts';

/** An article as far as its visibility goes. */
interface Placed {
  title: string;
  page: ReportingPage;
}

type Visibility = Pick<Metadata, 'confidence' | 'audience' | 'publishOn' | 'archiveOn'>;

/** Whether customers can see an article, now or on the day it's scheduled for. */
export function isForCustomers({ confidence, audience }: Visibility): boolean {
  return confidence !== 'work-in-progress' && confidence !== 'archived' && audience !== 'internal';
}

function ownVisibility({ title, page }: Placed, unclear: ReadonlySet<string>): Visibility {
  const { confidence, audience, publishOn, archiveOn } = page.metadata;
  const own: Visibility = {
    ...(confidence && { confidence }),
    ...(audience && { audience }),
    ...(publishOn && { publishOn }),
    ...(archiveOn && { archiveOn }),
  };
  if (isForCustomers(own) && unclear.has(page.path)) return { ...own, confidence: 'work-in-progress' };
  const statements = isForCustomers(own) ? readTitleVisibility(title) : [];
  if (statements.length === 0) return own;
  const internal = strictest(statements.map(({ says }) => says)) === 'internal';
  const became = internal ? 'for the support team only' : 'a work in progress';
  page.report(undefined, `The title is "${title}". The article is ${became} now.`, 'private');
  return { ...own, ...(internal ? { audience: 'internal' } : { confidence: 'work-in-progress' }) };
}

/**
 * Decides who can see each article. Whatever a source hides stays hidden, and so does what has a loss of the kind
 * `visibility`: the importer doesn't know whether it's public. A translation is not more public than its original.
 *
 * @param locale of the originals
 */
export function articleVisibility(
  articles: readonly Placed[],
  losses: readonly Loss[],
  locale: string,
): (page: ReportingPage) => Visibility {
  const unclear = new Set(losses.filter(({ kind }) => kind === 'visibility').map(({ path }) => path));
  const decided = new Map(articles.map((one) => [one.page, ownVisibility(one, unclear)]));
  const originals = new Map(
    articles.flatMap(({ page }) => (page.locale === locale ? [[page.article, page] as const] : [])),
  );
  for (const { page } of articles) {
    const original = originals.get(page.article);
    const above = original && decided.get(original);
    const own = decided.get(page);
    if (!above || !own || original === page || isForCustomers(above) || !isForCustomers(own)) continue;
    page.report(undefined, `"${original.path}" isn't public, so this translation isn't public either.`, 'private');
    decided.set(page, {
      ...own,
      ...(above.confidence && { confidence: above.confidence }),
      ...(above.audience && { audience: above.audience }),
    });
  }
  return (page) => decided.get(page) ?? {};
}
