/**
 * What an export contains of a source's tickets.
 *
 * - `full`: all tickets that were opened from its first to its last day and still exist.
 * - `changed`: all tickets that were changed since some moment.
 * - `some`: the tickets of a view or filter, or of so few days that none is sure to be complete.
 * - `first`: nothing is known yet about the tickets of these days.
 */
export type ExportKind = 'full' | 'changed' | 'some' | 'first';

/** How many tickets are known of a day, and how many of those an export lacks. */
export interface KnownTickets {
  known: number;
  missing: number;
}

/** The known tickets of a day, by when they were last changed as far as is known. */
export interface KnownDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Before the earliest change in the export. */
  before: KnownTickets;
  /** From the earliest to the latest change in the export. */
  since: KnownTickets;
  /** After the latest change in the export, which is older than what is known. */
  later: KnownTickets;
}

export interface KindEvidence {
  /** The days between the first and the last day of the export. */
  days: readonly KnownDay[];
  /** Whether the export says when tickets were changed. */
  dated: boolean;
  /** What the user says it is. */
  told?: 'full' | 'changed' | undefined;
}

export interface DecidedKind extends KnownTickets {
  /** `undefined` if it can't be decided. */
  kind: ExportKind | undefined;
}

/** Up to so large a part of known tickets is deleted between two exports. */
const DELETED_SHARE = 0.05;
/** From so many known tickets on, one can be missing. */
const FEW = 8;
/** If so large a part of the tickets is missing that were not changed, and no others, only changed ones were exported. */
const UNCHANGED_SHARE = 0.3;
/** If so large a part is missing whenever it was changed, the export is a selection. */
const SELECTED_SHARE = 0.5;

/**
 * Decides what an export contains by which of the known tickets it lacks.
 *
 * An export of all tickets lacks only those that were deleted. One of changed tickets lacks those that were last changed
 * before its earliest change, and no others. Anything else lacks tickets of either sort.
 */
export function decideKind({ days, dated, told }: KindEvidence): DecidedKind {
  const before = sumOf(days.map((day) => day.before));
  const since = sumOf(days.map((day) => day.since));
  const all = sumOf([before, since, ...days.map((day) => day.later)]);
  if (told) return { ...all, kind: told === 'full' ? 'full' : 'some' };
  if (all.known === 0) return { ...all, kind: 'first' };
  const onlyUnchanged = dated && since.missing <= allowed(since) && before.missing > 0;
  if (onlyUnchanged && before.missing >= before.known * UNCHANGED_SHARE) return { ...all, kind: 'changed' };
  if (all.missing <= allowed(all)) return { ...all, kind: 'full' };
  const comparable = sumOf([before, since]);
  const isSelected = comparable.missing > 0 && comparable.missing >= comparable.known * SELECTED_SHARE;
  return { ...all, kind: isSelected ? 'some' : undefined };
}

/** How many of so many tickets can be missing because they were deleted. */
function allowed({ known }: KnownTickets): number {
  return Math.max(known * DELETED_SHARE, known >= FEW ? 1 : 0);
}

function sumOf(parts: readonly KnownTickets[]): KnownTickets {
  return {
    known: parts.reduce((sum, { known }) => sum + known, 0),
    missing: parts.reduce((sum, { missing }) => sum + missing, 0),
  };
}
