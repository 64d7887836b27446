import type { Loss } from '../imported-site.ts';

/** Order by code units: the same on every machine, whatever its language settings. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Order of losses in the report: by file, then from the top of the file down; what concerns a whole file first. */
export function byPlace(left: Loss, right: Loss): number {
  return byText(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0) || byText(left.what, right.what);
}
