import type { LinkedCount } from '../records/ticket-links.ts';
import type { Scale, TicketAttribute } from '../records/ticket-sources.ts';
import type { DailyCount } from '../records/tickets.ts';
import type { ExportKind } from './export-kind.ts';
import type { LearnedLocale } from './learned-locale.ts';
import type { LeftOut, LeftOutExamples } from './left-out.ts';
import type { MisdatedDay } from './misdated-days.ts';
import type { UnevenLines } from './uneven-lines.ts';

/** An attribute of tickets that could be their category, and the evidence for it. */
export interface ScoredAttribute {
  attribute: TicketAttribute;
  /** Tickets with a value there. */
  filled: number;
  /** Different values; near enough for many. */
  distinct: number;
  /** Tickets with a value that a topic claims. */
  claimed: number;
  /** Whether its name says that it holds the category. */
  hinted: boolean;
}

/** The attribute that was chosen as the category. */
export interface CategoryChoice {
  chosen: ScoredAttribute;
  /** One sentence. */
  why: string;
}

/** How tickets ended. A part is missing unless all exports contain it. */
export interface TicketOutcomeCounts {
  closed?: { place: string; is?: readonly string[] | undefined; tickets: number } | undefined;
  satisfaction?: { place: string; scale: Scale; rated: number; satisfied: number; astray: number } | undefined;
  links?: { place: string; counts: LinkedCount[]; lost: number } | undefined;
  /** The articles that customers had read when they wrote. */
  startedOn?: { place: string; counts: LinkedCount[]; lost: number } | undefined;
  /** Columns with the name of such a part whose values aren't understood. */
  unclear: { key: 'closed' | 'satisfaction'; place: string }[];
}

/** Ids that can't tell tickets apart: a spreadsheet rounded them, or many tickets have the same. */
export interface RuinedIds {
  how: 'rounded' | 'repeated';
  /** One of them. */
  example: string;
}

/** Dates that can't be right. */
export interface WrongDates {
  /** The days of opening that are out of line, and how many tickets of the export have them. */
  opened: readonly MisdatedDay[];
  /** Versions of tickets that were last changed after tomorrow, and one of those days; the day of opening was taken for it. */
  changed: { tickets: number; example: string } | undefined;
}

/** Values in the column of the day of opening that aren't dates. */
export interface UnreadDates {
  /** As they can be shown. */
  examples: readonly string[];
  /** Whether the column is empty for some tickets. */
  empty: boolean;
}

/** The columns or keys that the fields of a ticket were read from. */
export interface ReadFrom {
  created: string;
  id?: string | undefined;
  updated?: string | undefined;
  requester?: string | undefined;
  locale?: string | undefined;
}

/** What was counted in exports or in a database. */
export interface CountedTickets {
  counts: DailyCount[];
  /** Absent for a database. */
  outcome?: TicketOutcomeCounts | undefined;
  /** The attribute the category was read from. */
  category: TicketAttribute;
  /** Why it was chosen, unless tickets.yaml names it. */
  choice?: CategoryChoice | undefined;
  /** Empty if tickets.yaml names the attribute. */
  candidates: ScoredAttribute[];
  /** All tickets in the files. */
  read: number;
  duplicates: number;
  noId: number;
  noDate: number;
  /** The values that couldn't be read, if any. */
  unread?: UnreadDates | undefined;
  wrongDates?: WrongDates | undefined;
  /** Of the first export. */
  readFrom: ReadFrom;
  /** The time zone in which times without one were read; absent for help desks whose times have their own. */
  times?: string | undefined;
  /** Tickets that aren't customers' questions, by reason. */
  leftOut: LeftOut;
  /** What decided; misdated tickets have {@link CountedTickets.wrongDates} instead. */
  leftOutBy: LeftOutExamples;
  /** Whether the exports contain ids of tickets and of requesters. */
  ids: boolean;
  /** Why the ids aren't used, if there are any. */
  ruinedIds?: RuinedIds | undefined;
  requesters: boolean;
}

/** What an import changed compared to earlier ones. */
export interface ImportComparison {
  kind: ExportKind;
  /** Whether the user said so. */
  told: boolean;
  /** Tickets known of the days between the first and the last day of the export, and those of them that it lacks. */
  known: number;
  missing: number;
  /** The earliest change in the export, `YYYY-MM-DD`. */
  since: string;
  /** Whether the tickets have ids; otherwise none of the following is known. */
  ids: boolean;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** Tickets of which a newer version, or the deletion, is known already. */
  older: number;
  /** Days whose counts stay because the ledger doesn't have their tickets, and the tickets of those days in the export. */
  unowned: { tickets: number; days: number; last: string };
  /** Days of earlier imports that are out of line and are no longer counted. */
  dropped: readonly MisdatedDay[];
  /** Why the ledger of the source couldn't be used although it exists. */
  problem?: 'damaged' | 'foreign' | 'newer' | undefined;
}

/** What an import of tickets did. */
export interface ImportedTickets extends CountedTickets {
  comparison: ImportComparison;
  source: string;
  /** Other sources that seem to have the same tickets. */
  twins?: readonly string[] | undefined;
  files: readonly { path: string; format: { title: string }; uneven?: UnevenLines | undefined }[];
  /** The first and last day with a ticket. */
  days: { first: string; last: string; number: number };
  /** Tickets per category with a topic, and per category without one, most tickets first. */
  claimed: readonly (readonly [string, number])[];
  unclaimed: readonly (readonly [string, number])[];
  /** Tickets whose category is too rare or too personal to be shown, and tickets without a category. */
  other: number;
  none: number;
  /** Relative to the content folder. */
  path: string;
  changed: boolean;
  /** The file of links to articles, if the exports contain links. */
  links?: { path: string; changed: boolean } | undefined;
  /** The file of articles that tickets were started on, if the exports contain them. */
  startedOn?: { path: string; changed: boolean } | undefined;
  /** What was learned, by locale; `undefined` if words aren't learned. */
  words?: { written: boolean; changed: boolean; locales: readonly LearnedLocale[] } | undefined;
}

/** A table of a database that can contain tickets, and its columns with known names. */
export interface FoundTable {
  name: string;
  columns: readonly string[];
}
