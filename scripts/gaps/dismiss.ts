import { join } from 'node:path';
import { addDismissal, dismissedPath } from '#io/records/dismissals.ts';
import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import type { DismissedRow } from '#kb/tickets/worklist/dismissed.ts';
import { ticketsOfRow } from '#kb/tickets/worklist/dismissed.ts';
import { count } from '#report/layout/numbers.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';
import { nameOf } from '../shared/paths.ts';
import { readWorkList } from './read-work-list.ts';

/** Writes a decision to `dismissed.yaml`. */
export async function dismiss(
  contentDir: string,
  { because, owner, until, ...row }: DismissedRow & { because: string; owner: string; until: string },
): Promise<number> {
  const { coverage, library } = await readWorkList(contentDir);
  const known = {
    topic: coverage.topics.map(({ id }) => id),
    article: library.articles.map(({ id }) => id),
    category: coverage.categories.map(({ category }) => category),
    locale: library.site.locales,
  };
  for (const [kind, names] of Object.entries(known)) {
    const name = row[kind as keyof DismissedRow];
    if (name === undefined || names.includes(name)) continue;
    const near = nearest(name, names);
    throw new Refusal(
      `There is no ${kind === 'locale' ? 'language' : kind} "${name}".${near === undefined ? '' : ` ${didYouMean(near)}`} ${NOTHING}`,
    );
  }
  if (coverage.until === null)
    throw new Refusal(`No tickets are counted yet, so there is nothing to dismiss. ${NOTHING}`);
  const tickets = ticketsOfRow(row, coverage);
  await addDismissal(contentDir, { ...row, because, owner, on: coverage.until, tickets, until }).catch(
    (error: unknown) => {
      throw new Refusal(`${failureText(error)} ${NOTHING}`);
    },
  );
  const back = until === 'doubled' ? `when it has ${count(Math.max(1, 2 * tickets), 'ticket')}` : `after ${until}`;
  process.stdout.write(
    `Added to ${nameOf(join(contentDir, dismissedPath))}. It has ${count(tickets, 'ticket')} now, and comes back ${back}.\n`,
  );
  return 0;
}
