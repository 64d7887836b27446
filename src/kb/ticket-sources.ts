import { z } from 'zod';
import { isLocaleTag } from './locale.ts';

/** Where a part of a ticket stands in an export. */
export type Carrier =
  | { kind: 'field' | 'tag-prefix' | 'column'; name: string }
  | { kind: 'tag' | 'form' | 'group' | 'type' };

const named = /^(?<kind>field|tag-prefix|column):(?<name>.*\S.*)$/;
const plain = ['tag', 'form', 'group', 'type'] as const;

const carrier = z.string().refine((text) => parseCarrier(text) !== undefined, {
  message:
    'Write "field:360001" for a custom field, "column:Name", "tag", "tag-prefix:topic_", "form", "group" or "type".',
});

const locale = z.string().refine((text) => named.test(text) || isLocaleTag(text), {
  message: 'Write "column:Language", "field:360002", "tag-prefix:lang_", or one language for all tickets such as fi.',
});

const timezone = z.string().refine(isTimeZone, { message: 'Write a time zone such as Europe/Helsinki or UTC.' });

const column = z.string().min(1);

/** The kinds of exports that are told apart, by the names that are also those of their sources. */
export const ticketFormatNames = [
  'zendesk',
  'freshdesk',
  'intercom',
  'helpscout',
  'zammad',
  'chatwoot',
  'jira',
  'csv',
  'json',
  'parquet',
] as const;
export type TicketFormatName = (typeof ticketFormatNames)[number];

/** The order of day and month in dates such as 02/11/2026. */
export type DateOrder = 'day-first' | 'month-first';

/** What one help desk's export looks like, as far as the company knows better than we. */
export const TicketSource = z.strictObject({
  format: z
    .enum(ticketFormatNames)
    .optional()
    .describe(`The kind of export: ${ticketFormatNames.slice(0, -1).join(', ')} or ${ticketFormatNames.at(-1)}.`),
  table: z
    .string()
    .regex(/^[^.]+(?:\.[^.]+)?$/, 'Write the name of a table or view, such as support.tickets.')
    .optional()
    .describe('The table or view of a database that holds the tickets, such as support.tickets.'),
  category: carrier
    .optional()
    .describe('Where the category of a ticket stands, such as field:360001, tag or column:Topic.'),
  id: column.optional().describe('The column with the number of the ticket.'),
  created: column.optional().describe('The column with the day the ticket was opened.'),
  updated: column.optional().describe('The column with the day the ticket was last changed.'),
  requester: column.optional().describe('The column that tells one customer from another; it is counted, never kept.'),
  locale: locale.optional().describe('Where the language of a ticket stands, or one language for all such as fi.'),
  dates: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe('How dates such as 02/11/2026 are meant, where the export leaves it open: day-first or month-first.'),
  timezone: timezone.default('UTC').describe('The time zone that days are counted in, such as Europe/Helsinki.'),
  map: z
    .record(z.string(), z.string().min(1))
    .default({})
    .describe('For values of the export that are no words, such as ids: the category each stands for.'),
});
export type TicketSource = z.infer<typeof TicketSource>;

// The file of that name holds what customers searched.
export const sourceName = /^(?!searches$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** `content/tickets.yaml`: where in each source's export the category, the day and the language stand. */
export const TicketSourcesFile = z.strictObject({
  sources: z
    .record(
      z.string().regex(sourceName, 'Name the source in small letters, digits and hyphens, and not "searches".'),
      TicketSource,
    )
    .default({})
    .describe('The help desks tickets come from, by the name that is given to "import --from".'),
});
export type TicketSources = z.infer<typeof TicketSourcesFile>['sources'];

/** @returns `undefined` where the text names no carrier */
export function parseCarrier(text: string): Carrier | undefined {
  const kind = plain.find((one) => one === text);
  if (kind) return { kind };
  const parts = named.exec(text)?.groups as { kind: 'field' | 'tag-prefix' | 'column'; name: string } | undefined;
  return parts && { kind: parts.kind, name: parts.name.trim() };
}

/** As it is written in `tickets.yaml`. */
export function printCarrier(carrier: Carrier): string {
  return 'name' in carrier ? `${carrier.kind}:${carrier.name}` : carrier.kind;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
