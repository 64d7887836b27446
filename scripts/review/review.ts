import { join } from 'node:path';
import { readArticleHistory } from '#io/content/article-history.ts';
import { readShownFiles } from '#io/content/shown-files.ts';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { readCounts } from '#io/records/counts.ts';
import { readDismissals } from '#io/records/dismissals.ts';
import { readLinks } from '#io/records/links.ts';
import { readVotes } from '#io/records/votes.ts';
import type { Library } from '#kb/content/library.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { listReviews, type ReviewItem } from '#kb/tickets/worklist/review-list.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { reviewFeed } from '#report/review-feed.ts';
import { countReviews, reviewText } from '#report/review-text.ts';
import { pageUrl } from '#ui/urls.ts';
import { readWithProgress } from '../shared/content-progress.ts';
import { failureText, Refusal, refuse } from '../shared/failures.ts';
import { callOf, namedContent } from '../shared/paths.ts';

/** Prints what is up for review on a day, and writes it beside the ticket report. */
export async function review(contentDir: string, today: string, json: boolean): Promise<number> {
  const [{ library, findings }, counts, started, votes, decided] = await Promise.all([
    readWithProgress(contentDir),
    readCounts(contentDir),
    readLinks(contentDir, 'startedOn'),
    readVotes(contentDir),
    readDismissals(contentDir),
  ]);
  if (!library) return refuse(findings);
  const unreadable = [counts, started, votes, decided].flatMap((one) => one.findings);
  if (unreadable.length > 0) return refuse(unreadable);
  if (findings.some(({ severity }) => severity === 'error'))
    process.stderr.write(
      `Some content has errors, so articles can be missing from the list. For details, run: ${callOf('check', contentFlag(namedContent(contentDir)))}\n`,
    );
  const paths = library.articles.map(({ path }) => path);
  const shown = await readShownFiles(contentDir, paths, library.site.defaultLocale);
  const { changedOn } = await readArticleHistory(contentDir, paths, shown);
  const { flagged } = measureCoverage(library, counts.sources, {
    changedOn,
    votes: votes.votes,
    dismissals: decided.dismissals,
    started: [...started.links.values()].flat(),
  });
  const items = listReviews(library, { today, changedOn, flagged });
  const asJson = `${JSON.stringify({ today, counts: countReviews(items), items }, null, 2)}\n`;
  const feed = reviewFeed({ name: library.site.name, today, items, addressOf: addressIn(library) });
  await replaceFiles([
    [join('.reports', 'review.json'), asJson],
    [join('.reports', 'review.xml'), feed],
  ]).catch((error: unknown) => {
    throw new Refusal(failureText(error));
  });
  process.stdout.write(json ? asJson : `${reviewText(items, today)}\n`);
  return 0;
}

/** Feed readers need full addresses, so without "url" in site.yaml they get one that leads nowhere. */
function addressIn({ site }: Library): (item?: ReviewItem) => string {
  const base = (site.url ?? 'https://help.invalid').replace(/\/?$/, '/');
  return (item) => pageUrl(base, item?.locales[0] ?? site.defaultLocale, item?.article);
}
