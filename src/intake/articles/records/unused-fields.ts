import { compareText } from '#kb/values/text.ts';
import type { DeskRecord } from './desk-records.ts';

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '' || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** One sentence for every field that says something and isn't imported: which, and of how many records. */
export function unusedFields(noun: string, records: readonly DeskRecord[], used: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const [key, value] of Object.entries(record))
      if (!used.has(key) && !isEmpty(value)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([left], [right]) => compareText(left, right))
    .map(([key, count]) => `The field "${key}" of ${count} ${noun}${count === 1 ? '' : 's'} wasn't imported.`);
}
