import { readCounts } from '#io/records/counts.ts';
import { readDismissals } from '#io/records/dismissals.ts';
import type { Library } from '#kb/content/library.ts';
import { type Coverage, measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { findingsText } from '#report/findings-text.ts';
import { readWithProgress } from '../shared/content-progress.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';

/** The work list with its decisions. @throws Refusal if the content or the counts can't be read */
export async function readWorkList(contentDir: string): Promise<{ library: Library; coverage: Coverage }> {
  const [{ library, findings }, counts, decided] = await Promise.all([
    readWithProgress(contentDir),
    readCounts(contentDir),
    readDismissals(contentDir),
  ]);
  const unreadable = [...(library ? [] : findings), ...counts.findings, ...decided.findings];
  if (!library || unreadable.length > 0) throw new Refusal(`${findingsText(unreadable)}\n\n${NOTHING}`);
  return { library, coverage: measureCoverage(library, counts.sources, { dismissals: decided.dismissals }) };
}
