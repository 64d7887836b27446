import { diff3Merge } from 'node-diff3';

export interface MergedText {
  text: string;
  /** 1-based lines of the result where both sides changed the same; ours stays there. */
  conflicts: number[];
}

/** Merges the changes of both sides line by line. If both changed the same lines, ours stay. */
export function mergeText(base: string, ours: string, theirs: string): MergedText {
  const lines: string[] = [];
  const conflicts: number[] = [];
  for (const { ok, conflict } of diff3Merge(ours.split('\n'), base.split('\n'), theirs.split('\n'))) {
    if (conflict) conflicts.push(lines.length + 1);
    lines.push(...(ok ?? conflict?.a ?? []));
  }
  return { text: lines.join('\n'), conflicts };
}
