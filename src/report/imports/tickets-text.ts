import type { ImportedTickets, RuinedIds, ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { printAttribute, type TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { isCatchAll } from '#kb/tickets/worklist/catch-all.ts';
import { alignColumns } from '../layout/align-columns.ts';
import { count, countCategories, formatNumber, percent } from '../layout/numbers.ts';
import { comparisonLines } from './comparison-text.ts';
import { dateLines, sourceLines } from './dates-text.ts';
import { outcomeLines } from './outcome-text.ts';
import { skippedLines, skippedText } from './skipped-text.ts';
import { unevenLines } from './uneven-text.ts';
import { wordsText } from './words-text.ts';

const SHOWN = 5;

const notLookedFor = 'A database import only counts tickets. Closed, satisfied and linked tickets are not included.';

/** @param named paths of the counts, links and learned words files, as the user would write them */
export function importText(
  report: ImportedTickets,
  named: { counts: string; links?: string; startedOn?: string; words?: string },
): string {
  const { files, read, duplicates, noId, noDate, leftOut, days, links, words } = report;
  const left = Object.values(leftOut).reduce((sum, tickets) => sum + tickets, 0);
  const counted = read - duplicates - noId - noDate - left;
  const [first] = files;
  const what =
    files.length === 1 && first
      ? `${first.path} (${first.format.title})`
      : `${files.length} files (${first?.format.title})`;
  return [
    `Read ${count(read, 'ticket')} from ${what}.`,
    ...alignColumns([
      ['  counted', formatNumber(counted), `${days.first} to ${days.last}, ${count(days.number, 'day')} with tickets`],
      ['  duplicates', formatNumber(duplicates), duplicates > 0 ? duplicatesText(report) : ''],
      ['  skipped', formatNumber(noId + noDate + left), skippedText(report)],
    ]),
    ...skippedLines(report),
    ...files.flatMap(({ path, uneven }) => (uneven ? unevenLines(path, uneven) : [])),
    ...(report.twins ?? []).map(
      (twin) =>
        `Source "${twin}" has almost the same tickets. If they are the same, reports count them twice: delete tickets/${report.source}.csv, and import with --from ${twin}.`,
    ),
    ...comparisonLines(report.comparison, days),
    ...dateLines(report),
    '',
    ...sourceLines(report),
    ...categoryLines(report),
    '',
    ...(report.outcome ? outcomeLines(report.outcome, counted, report.source) : [notLookedFor]),
    '',
    ...(words ? [wordsText(words.locales), ''] : []),
    stateOf(named.counts, report.changed),
    ...(links ? [stateOf(named.links ?? '', links.changed)] : []),
    ...(report.startedOn ? [stateOf(named.startedOn ?? '', report.startedOn.changed)] : []),
    ...(words?.written ? [stateOf(named.words ?? '', words.changed)] : []),
  ].join('\n');
}

function duplicatesText({ readFrom, ids }: ImportedTickets): string {
  return `the newest version of each was counted${ids && readFrom.id ? `, by "${readFrom.id}"` : ''}`;
}

function stateOf(file: string, changed: boolean): string {
  return changed ? `Wrote ${file}.` : `${file} is unchanged.`;
}

/** Why the category could not be read, and which fields could hold it. */
export function unclearText(found: {
  told?: TicketAttribute | undefined;
  candidates: readonly ScoredAttribute[];
  source: string;
}): string {
  const says = found.told
    ? `tickets.yaml sets "category" to "${printAttribute(found.told)}", but that field is empty in every ticket.`
    : 'No field is clearly the category of a ticket.';
  const nothing = found.candidates.length === 0 && !found.told;
  return [...(nothing ? [] : [says]), ...candidateLines(found.candidates, found.source)].join('\n');
}

/** The fields that could hold the category, and how to choose one or, if one was chosen, how to change it. */
export function candidateLines(
  candidates: readonly ScoredAttribute[],
  source: string,
  chosen?: TicketAttribute,
): string[] {
  const rows = candidates
    .slice(0, 12)
    .map(({ attribute, filled, distinct, claimed }) => [
      `  ${printAttribute(attribute)}`,
      ...[filled, distinct, claimed].map(formatNumber),
    ]);
  const [best] = candidates;
  const howTo = (purpose: string, category: string) => [
    `${purpose}, add to tickets.yaml:`,
    '  sources:',
    `    ${source}:`,
    `      category: ${category}`,
  ];
  if (!best)
    return [
      'Nothing in the export says what a ticket is about: no column, custom field or tag has the same words again and again.',
      'Columns with one value, a status, a priority, a channel, a language, a date or a person are not categories.',
      'Export the tickets again with the field in which agents choose a reason, or with their tags.',
      ...howTo('If a column does hold the category', 'column:NAME'),
    ];
  return [
    ...alignColumns([['  field', 'tickets', 'values', 'tickets with a topic'], ...rows]),
    ...howTo(
      chosen ? 'To keep or change this choice' : 'To choose a field',
      yamlValue(printAttribute(chosen ?? best.attribute)),
    ),
  ];
}

function categoryLines({
  category,
  choice,
  candidates,
  source,
  claimed,
  unclaimed,
  other,
  none,
  ids,
  ruinedIds,
  requesters,
}: ImportedTickets): string[] {
  const lines = [
    `The category was read from ${printAttribute(category)}${choice ? `: ${choice.why}` : ', as set in tickets.yaml'}.`,
  ];
  if (choice && candidates.length > 0) lines.push(...candidateLines(candidates, source, category));
  const sum = (words: readonly (readonly [string, number])[]) => words.reduce((all, [, tickets]) => all + tickets, 0);
  const rare = requesters ? 'used by fewer than 5 people' : 'on fewer than 10 tickets';
  lines.push(
    '',
    ...alignColumns([
      ['  with a topic', count(sum(claimed), 'ticket'), `in ${countCategories(claimed.length)}`],
      [
        '  without a topic',
        count(sum(unclaimed), 'ticket'),
        `in ${countCategories(unclaimed.length)}${examples(unclaimed)}`,
      ],
      ...(other > 0 ? [['  (other)', count(other, 'ticket'), `categories ${rare}, or that look personal`]] : []),
      ...(none > 0 ? [['  (none)', count(none, 'ticket'), 'without a category']] : []),
    ]),
  );
  const all = sum(claimed) + sum(unclaimed) + other + none;
  for (const [name, tickets] of unclaimed)
    if (tickets >= all / 4 && isCatchAll(name, tickets, all)) lines.push(...catchAllLines(name, tickets / all));
  if (ruinedIds) lines.push(...ruinedLines(ruinedIds));
  else if (!ids)
    lines.push(
      'The export has no ids, so every row counts as a ticket. If it does have an id column, set "id:" in tickets.yaml.',
    );
  return lines;
}

function catchAllLines(name: string, share: number): string[] {
  return [
    `${percent(share)} of the tickets have the category "${name}", which doesn't say what customers ask.`,
    '  Set "category:" in tickets.yaml to another field, or have agents choose a reason. A topic for it would not help.',
  ];
}

function ruinedLines({ how, example }: RuinedIds): string[] {
  const says =
    how === 'rounded'
      ? `A spreadsheet has rounded the ids: "${example}" can be any of many tickets.`
      : `Many tickets with different dates have the same id, "${example}".`;
  const fix =
    how === 'rounded'
      ? 'Import the file as the help desk exported it. To change it in Excel first, open it with Data > From Text/CSV and set the column of ids to Text.'
      : 'Set "id:" in tickets.yaml to the column with the ticket number.';
  return [`${says} So every row counts as a ticket, and rows that occur twice count twice.`, `  ${fix}`];
}

function examples(words: readonly (readonly [string, number])[]): string {
  if (words.length === 0) return '';
  const shown = words.slice(0, SHOWN).map(([category]) => `"${category}"`);
  return `: ${shown.join(', ')}${words.length > SHOWN ? ', …' : ''}`;
}

function yamlValue(text: string): string {
  return /^[\w:.-]+$/.test(text) ? text : JSON.stringify(text);
}
