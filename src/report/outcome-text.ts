import type { Scale } from '#kb/tickets/records/ticket-sources.ts';
import { count } from './findings-text.ts';

/** What became of the tickets of an import; a part is missing where the export does not tell it. */
export interface OutcomeReport {
  closed?: { place: string; is?: readonly string[] | undefined; tickets: number } | undefined;
  satisfaction?: { place: string; scale: Scale; rated: number; satisfied: number; astray: number } | undefined;
  links?: { place: string; counts: readonly Linked[]; lost: number } | undefined;
  unclear: readonly { key: 'closed' | 'satisfaction'; place: string }[];
}

interface Linked {
  articles: readonly string[];
  tickets: number;
}

/** More words than these explain nothing. */
const SHOWN = 4;

/**
 * How many tickets are closed, rated and linked, where that was read and by what measure; or how to say where it stands.
 *
 * @param tickets all that were counted
 */
export function outcomeLines({ closed, satisfaction, links, unclear }: OutcomeReport, tickets: number): string[] {
  const lines: string[] = [];
  if (closed) lines.push(`Closed: ${part(closed.tickets, tickets)} tickets, by ${closedBy(closed)}.`);
  if (satisfaction) lines.push(...satisfactionLines(satisfaction));
  if (links) lines.push(...linkLines(links, closed ? closed.tickets : tickets, closed ? 'closed tickets' : 'tickets'));
  for (const { key, place } of unclear)
    lines.push(
      key === 'closed'
        ? `No word in ${place} is known to mean closed; say which do with "closed:" in tickets.yaml.`
        : `The answers in ${place} are on no scale that is known; say which it is with "satisfaction:" in tickets.yaml.`,
    );
  const doubted = new Set<string>(unclear.map(({ key }) => key));
  const unknown = Object.entries({ closed, satisfaction, links })
    .filter(([key, told]) => told === undefined && !doubted.has(key))
    .map(([key]) => `"${key}:"`);
  if (unknown.length > 0)
    lines.push(`Not found in the export: ${unknown.join(', ')}; if it is there, say where in tickets.yaml.`);
  return lines;
}

function closedBy({ place, is }: NonNullable<OutcomeReport['closed']>): string {
  if (!is) return `anything in ${place}`;
  return is.length > SHOWN ? place : `${is.join(' or ')} in ${place}`;
}

function satisfactionLines({ place, scale, rated, satisfied, astray }: NonNullable<OutcomeReport['satisfaction']>) {
  const answers =
    rated === 0
      ? 'nobody has answered'
      : `${part(satisfied, rated)} customers who answered (${Math.round((satisfied / rated) * 100)} %)`;
  return [
    `Satisfied: ${answers}, by ${place}: ${scaleText(scale)}.`,
    ...(astray > 0 ? [`  ${count(astray, 'answer')} on no place of this scale did not count.`] : []),
  ];
}

/** `from 1 (worst) to 5 (best), satisfied from 4 up`. */
function scaleText(scale: Scale): string {
  if ('unsatisfied' in scale) return `${scale.satisfied[0]} is satisfied, ${scale.unsatisfied[0]} is not`;
  const { worst, best, satisfied } = scale;
  return `from ${worst} (worst) to ${best} (best), satisfied from ${satisfied} ${best > worst ? 'up' : 'down'}`;
}

function linkLines({ place, counts, lost }: NonNullable<OutcomeReport['links']>, all: number, what: string): string[] {
  const linked = counts.reduce((sum, { tickets }) => sum + tickets, 0);
  const articles = new Set(counts.flatMap(({ articles }) => articles)).size;
  const by = place === 'text' ? 'addresses in the texts' : place;
  return [
    `Linked: ${part(linked, all)} ${what}, to ${count(articles, 'article')}, by ${by}.`,
    ...(lost > 0
      ? [
          `  ${count(lost, 'link')} to no article of yours did not count; an address that an article had before belongs in its "redirectFrom", the address of the site in "url" of site.yaml.`,
        ]
      : []),
  ];
}

function part(some: number, all: number): string {
  return `${some.toLocaleString('en')} of ${all.toLocaleString('en')}`;
}
