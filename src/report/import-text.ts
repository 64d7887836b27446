import { type Carrier, printCarrier } from '#kb/tickets/records/ticket-sources.ts';
import { alignColumns } from './columns.ts';
import { count } from './findings-text.ts';
import { type OutcomeReport, outcomeLines } from './outcome-text.ts';
import { type LocaleWords, wordsText } from './words-text.ts';

/** A place where the category might stand, and what speaks for it. */
export interface Place {
  carrier: Carrier;
  filled: number;
  distinct: number;
  claimed: number;
}

/** What an import did, as far as people want to know. */
export interface ImportReport {
  source: string;
  files: readonly { path: string; format: { title: string } }[];
  read: number;
  duplicates: number;
  noId: number;
  noDate: number;
  deleted: number;
  ids: boolean;
  requesters: boolean;
  days: { first: string; last: string; number: number };
  category: Carrier;
  choice?: { why: string } | undefined;
  candidates: readonly Place[];
  claimed: readonly (readonly [string, number])[];
  unclaimed: readonly (readonly [string, number])[];
  other: number;
  none: number;
  /** Absent where it is not looked for. */
  outcome?: OutcomeReport | undefined;
  changed: boolean;
  /** Of the file of links; `undefined` where the export tells none. */
  links?: { changed: boolean } | undefined;
  /** What was learned; `undefined` where nobody asked for it. */
  words?: { written: boolean; changed: boolean; locales: readonly LocaleWords[] } | undefined;
}

const SHOWN = 5;

const notLookedFor = 'From a database only tickets are counted: what is closed, satisfied or linked is not looked for.';

/** @param named the counts file, that of links and that of learned words, as the user would name them */
export function importText(report: ImportReport, named: { counts: string; links?: string; words?: string }): string {
  const { files, read, duplicates, noId, noDate, deleted, days, links, words } = report;
  const skipped = [
    noDate > 0 ? `${noDate.toLocaleString('en')} without a date that can be read` : '',
    noId > 0 ? `${noId.toLocaleString('en')} without an id` : '',
    deleted > 0 ? `${deleted.toLocaleString('en')} deleted` : '',
  ].filter((reason) => reason !== '');
  const counted = read - duplicates - noId - noDate - deleted;
  const [first] = files;
  const what =
    files.length === 1 && first
      ? `${first.path} (${first.format.title})`
      : `${files.length} files (${first?.format.title})`;
  return [
    `Read ${count(read, 'ticket')} from ${what}.`,
    ...alignColumns([
      [
        '  counted',
        counted.toLocaleString('en'),
        `${days.first} to ${days.last}, ${count(days.number, 'day')} with tickets`,
      ],
      ['  duplicates', duplicates.toLocaleString('en'), duplicates > 0 ? 'the newest version of each counts' : ''],
      ['  skipped', (noId + noDate + deleted).toLocaleString('en'), skipped.join(', ')],
    ]),
    '',
    ...categoryLines(report),
    '',
    ...(report.outcome ? outcomeLines(report.outcome, counted) : [notLookedFor]),
    '',
    ...(words ? [wordsText(words.locales), ''] : []),
    stateOf(named.counts, report.changed),
    ...(links ? [stateOf(named.links ?? '', links.changed)] : []),
    ...(words?.written ? [stateOf(named.words ?? '', words.changed)] : []),
  ].join('\n');
}

function stateOf(file: string, changed: boolean): string {
  return changed ? `Wrote ${file}.` : `${file} is unchanged.`;
}

/** Why the category could not be read, and where it might stand. */
export function unclearText(found: {
  told?: Carrier | undefined;
  candidates: readonly Place[];
  source: string;
}): string {
  const says = found.told
    ? `No ticket has anything in "${printCarrier(found.told)}", which tickets.yaml names under "category".`
    : 'It is not clear where the category of a ticket stands.';
  return [says, ...candidateLines(found.candidates, found.source)].join('\n');
}

/** Where the category might stand, and how to say where it does; or, where one was chosen, how to keep or change it. */
export function candidateLines(candidates: readonly Place[], source: string, chosen?: Carrier): string[] {
  const rows = candidates
    .slice(0, 12)
    .map(({ carrier, filled, distinct, claimed }) => [
      `  ${printCarrier(carrier)}`,
      ...[filled, distinct, claimed].map((n) => n.toLocaleString('en')),
    ]);
  const [best] = candidates;
  const howTo = (purpose: string, category: string) => [
    `${purpose}, write in tickets.yaml:`,
    '  sources:',
    `    ${source}:`,
    `      category: ${category}`,
  ];
  if (!best)
    return [
      'No place in the export looks like one where a category stands, with the same few words again and again.',
      ...howTo('If there is one all the same', 'column:NAME'),
    ];
  return [
    ...alignColumns([['  place', 'tickets', 'different', 'claimed by topics'], ...rows]),
    ...howTo(
      chosen ? 'To keep this choice or to make another' : 'To say where it stands',
      quoted(printCarrier(chosen ?? best.carrier)),
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
  requesters,
}: ImportReport): string[] {
  const lines = [
    `The category was read from ${printCarrier(category)}${choice ? `: ${choice.why}` : ', as tickets.yaml says'}.`,
  ];
  if (choice && candidates.length > 0) lines.push(...candidateLines(candidates, source, category));
  const sum = (words: readonly (readonly [string, number])[]) => words.reduce((all, [, tickets]) => all + tickets, 0);
  const rare = requesters ? 'words that fewer than 5 people used' : 'words on fewer than 10 tickets';
  lines.push(
    '',
    ...alignColumns([
      ['  claimed by a topic', count(sum(claimed), 'ticket'), `in ${categories(claimed.length)}`],
      ['  claimed by none', count(sum(unclaimed), 'ticket'), `in ${categories(unclaimed.length)}${names(unclaimed)}`],
      ...(other > 0 ? [['  (other)', count(other, 'ticket'), `${rare}, or that look personal, together`]] : []),
      ...(none > 0 ? [['  (none)', count(none, 'ticket'), 'without a category']] : []),
    ]),
  );
  if (!ids) lines.push('The export has no ids, so every row counts; name the column with "id:" in tickets.yaml.');
  return lines;
}

function categories(number: number): string {
  return `${number.toLocaleString('en')} ${number === 1 ? 'category' : 'categories'}`;
}

function names(words: readonly (readonly [string, number])[]): string {
  if (words.length === 0) return '';
  const shown = words.slice(0, SHOWN).map(([category]) => `"${category}"`);
  return `: ${shown.join(', ')}${words.length > SHOWN ? ', …' : ''}`;
}

function quoted(text: string): string {
  return /^[\w:.-]+$/.test(text) ? text : JSON.stringify(text);
}
