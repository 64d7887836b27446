import { newItems } from '#kb/tickets/worklist/new-items.ts';
import { addDays } from '#kb/values/day.ts';
import { issueMarkdown } from '#report/code-hosts/issue-markdown.ts';
import { noTicketsYet } from '#report/coverage-wording.ts';
import { coverageAt, readEvidence } from './read-evidence.ts';

/**
 * The text of the issue with the work list, as Markdown; empty without tickets, which need no issue.
 *
 * @param until the last day of the report, if that isn't the newest day with tickets
 * @throws Refusal if the content or the counts can't be read
 */
export async function ticketsIssue(contentDir: string, until: string | undefined): Promise<string> {
  const evidence = await readEvidence(contentDir);
  const coverage = coverageAt(evidence, { until });
  const { name } = evidence.library.site;
  if (coverage.until === null) {
    process.stderr.write(`${noTicketsYet}\n`);
    return '';
  }
  const all = { mostItems: Number.POSITIVE_INFINITY };
  const since = addDays(coverage.until, -7);
  const now = coverageAt(evidence, { until: coverage.until, ...all });
  const before = coverageAt(evidence, { until: since, ...all });
  const fresh = newItems(now.thisWeek.items, before.thisWeek.items);
  return issueMarkdown({ name, coverage, fresh, since });
}
