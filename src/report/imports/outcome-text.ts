import type { TicketOutcomeCounts } from '#kb/tickets/imports/imported-tickets.ts';
import type { Scale } from '#kb/tickets/records/ticket-sources.ts';
import { count, formatNumber, percent } from '../layout/numbers.ts';

/** A longer list of values explains nothing. */
const SHOWN = 4;

/**
 * How many tickets are closed, rated and linked, and which fields that was read from. If a field wasn't found, how to set it.
 *
 * @param tickets all that were counted
 * @param source its name, for the lines to write into tickets.yaml
 */
export function outcomeLines(
  { closed, satisfaction, links, startedOn, unclear }: TicketOutcomeCounts,
  tickets: number,
  source: string,
): string[] {
  const lines: string[] = [];
  if (closed) lines.push(`Closed: ${part(closed.tickets, tickets)} tickets, from ${closedBy(closed)}.`);
  if (satisfaction) lines.push(...satisfactionLines(satisfaction, source));
  if (links) lines.push(...linkLines(links, closed ? closed.tickets : tickets, closed ? 'closed tickets' : 'tickets'));
  if (startedOn) {
    const [linked = '', ...lost] = linkLines(startedOn, tickets, 'tickets');
    lines.push(linked.replace(/^Linked: (.*), to /, 'Started on an article: $1, on '), ...lost);
  }
  for (const { key, place } of unclear)
    lines.push(
      ...(key === 'closed'
        ? [`No value in ${place} is known to mean closed. Set the ones that do with "closed:" in tickets.yaml.`]
        : strangeAnswers(place, source)),
    );
  const unclearKeys = new Set<string>(unclear.map(({ key }) => key));
  const unknown = Object.entries({ closed, satisfaction, links })
    .filter(([key, found]) => found === undefined && !unclearKeys.has(key))
    .map(([key]) => `"${key}:"`);
  if (unknown.length > 0)
    lines.push(
      `Not found in the export: ${unknown.join(', ')}. If the export includes ${unknown.length === 1 ? 'it' : 'them'}, set the ${unknown.length === 1 ? 'field' : 'fields'} in tickets.yaml.`,
    );
  return lines;
}

function closedBy({ place, is }: NonNullable<TicketOutcomeCounts['closed']>): string {
  if (!is) return `any value in ${place}`;
  return is.length > SHOWN ? place : `${is.join(' or ')} in ${place}`;
}

/** That there are answers which mean nothing here, and how to say what they mean. */
function strangeAnswers(place: string, source: string, answers?: number): string[] {
  const what = answers === undefined ? 'there are answers' : count(answers, 'answer');
  return [
    `Satisfied: ${what} in ${place}, on a scale that isn't known. To count them, add to tickets.yaml which ones mean satisfied:`,
    '  sources:',
    `    ${source}:`,
    `      satisfaction: { at: ${JSON.stringify(place)}, satisfied: [Good], unsatisfied: [Bad] }`,
    `  or, if they are numbers: { at: ${JSON.stringify(place)}, worst: 1, best: 5, satisfied: 4 }`,
  ];
}

function satisfactionLines(
  { place, scale, rated, satisfied, astray }: NonNullable<TicketOutcomeCounts['satisfaction']>,
  source: string,
) {
  if (rated === 0 && astray > 0) return strangeAnswers(place, source, astray);
  const answers =
    rated === 0
      ? 'no one has answered'
      : `${part(satisfied, rated)} customers who answered (${percent(satisfied / rated)})`;
  return [
    `Satisfied: ${answers}, from ${place}: ${scaleText(scale)}.`,
    ...(astray > 0 ? [`  ${count(astray, 'answer')} outside this scale didn't count.`] : []),
  ];
}

/** `1 (worst) to 5 (best), satisfied from 4 up`. */
function scaleText(scale: Scale): string {
  if ('unsatisfied' in scale) return `"${scale.satisfied[0]}" is satisfied, "${scale.unsatisfied[0]}" isn't`;
  const { worst, best, satisfied } = scale;
  return `${worst} (worst) to ${best} (best), satisfied from ${satisfied} ${best > worst ? 'up' : 'down'}`;
}

function linkLines(
  { place, counts, lost }: NonNullable<TicketOutcomeCounts['links']>,
  all: number,
  what: string,
): string[] {
  const linked = counts.reduce((sum, { tickets }) => sum + tickets, 0);
  const articles = new Set(counts.flatMap(({ articles }) => articles)).size;
  const by = place === 'text' ? 'addresses in the text' : place;
  return [
    `Linked: ${part(linked, all)} ${what}, to ${count(articles, 'article')}, from ${by}.`,
    ...(lost > 0
      ? [
          `  ${count(lost, 'link')} to an unknown page didn't count. If an article has moved, add its old address to "redirectFrom". Check that "url" in site.yaml is the address of your site.`,
        ]
      : []),
  ];
}

function part(some: number, all: number): string {
  return `${formatNumber(some)} of ${formatNumber(all)}`;
}
