import type { CategoryChoice, ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';

/** Attributes that take more effort to set up are more likely to be the category. */
const kinds = ['field', 'column', 'tag-prefix', 'tag', 'form', 'group', 'type'];
/** Below this share of tickets, known categories can occur by chance. */
const MIN_CLAIMED = 0.05;
/** Candidates this close to the best count as equal, and their type decides. */
const NEAR = 0.8;
const MIN_FILLED = 0.5;
const MAX_DISTINCT = 300;
/** A category is used again and again. */
const MIN_USES = 5;

/**
 * The attribute that is the category, if that is clear: its values are categories in topics.yaml, or it is the only
 * attribute whose values are used again and again.
 *
 * @param tickets all tickets that were read
 */
export function chooseCategory(candidates: readonly ScoredAttribute[], tickets: number): CategoryChoice | undefined {
  const most = Math.max(0, ...candidates.map(({ claimed }) => claimed));
  if (most >= tickets * MIN_CLAIMED && most > 0) {
    const chosen = clearest(candidates.filter(({ claimed }) => claimed >= most * NEAR));
    return (
      chosen && {
        chosen,
        why: `its values are categories in topics.yaml for ${percent(chosen.claimed, tickets)} of the tickets`,
      }
    );
  }
  const usable = candidates.filter(
    ({ attribute, filled, distinct, hinted }) =>
      (attribute.kind === 'field' || attribute.kind === 'column') &&
      filled >= tickets * MIN_FILLED &&
      (distinct >= 2 || hinted) &&
      distinct <= Math.min(MAX_DISTINCT, filled / MIN_USES),
  );
  const hinted = usable.filter((candidate) => candidate.hinted);
  const [chosen, second] = hinted.length > 0 ? hinted : usable;
  if (!chosen || second) return undefined;
  return {
    chosen,
    why: `it's the only place where the same values keep appearing, in ${percent(chosen.filled, tickets)} of the tickets`,
  };
}

/** By type, then by name, then by the share of known values; `undefined` if two are equally good. */
function clearest(candidates: readonly ScoredAttribute[]): ScoredAttribute | undefined {
  const rank = ({ attribute }: ScoredAttribute) =>
    kinds.indexOf(attribute.kind === 'column' ? 'field' : attribute.kind);
  const precision = ({ claimed, filled }: ScoredAttribute) => claimed / filled;
  const [first, second] = [...candidates].sort(
    (a, b) =>
      rank(a) - rank(b) || Number(b.hinted) - Number(a.hinted) || precision(b) - precision(a) || b.claimed - a.claimed,
  );
  if (!first || !second || rank(first) !== rank(second) || first.hinted !== second.hinted) return first;
  return precision(first) >= precision(second) * 1.25 || first.claimed >= second.claimed * 1.1 ? first : undefined;
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)}%`;
}
