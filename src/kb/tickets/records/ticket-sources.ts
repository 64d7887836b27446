import { z } from 'zod';
import { isLocaleTag } from '../../values/locale.ts';
import { timeZone } from '../../values/time-zone.ts';
import { isOnScale, VoteScaleFields } from './votes.ts';

/** Names an attribute of a ticket, whatever the format: a column, a custom field, its tags, or its form. */
export type TicketAttribute =
  | { kind: 'field' | 'tag-prefix' | 'column'; name: string }
  | { kind: 'tag' | 'form' | 'group' | 'type' };

const named = /^(?<kind>field|tag-prefix|column):(?<name>.*\S.*)$/;
const plain = ['tag', 'form', 'group', 'type'] as const;

const attribute = z.string().refine((text) => parseAttribute(text) !== undefined, {
  message:
    'Write "field:360001" for a custom field, "column:Name", "tag", "tag-prefix:topic_", "form", "group" or "type".',
});

const locale = z.string().refine((text) => named.test(text) || isLocaleTag(text), {
  message: 'Write "column:Language", "field:360002", "tag-prefix:lang_", or one language for all tickets such as fi.',
});

const place = z.string().refine((text) => named.test(text), {
  message: 'Write "column:Name", "field:360002" or "tag-prefix:csat_".',
});

const word = z.union([z.string().trim().min(1), z.number(), z.boolean()]).transform(String);

const closed = z
  .strictObject({
    at: place.describe('Where the export says so, such as column:Status.'),
    is: z
      .array(word)
      .min(1)
      .optional()
      .describe('The values that mean closed, as a list; without it, any value counts, such as the day it was closed.'),
  })
  .describe('How the export says that a ticket is closed: at, is.');

const satisfaction = z
  .strictObject({
    at: place.describe('Where the answer is, such as column:CSAT.'),
    worst: z.number().optional().describe('The number of the worst answer, such as 1.'),
    best: z.number().optional().describe('The number of the best answer, such as 5; it may be the smaller one.'),
    satisfied: z
      .union([z.number(), z.array(word).min(1)], 'Write a number such as 4, or a list of words such as [Good].')
      .describe('The least good answer that still counts as satisfied, or the words that mean satisfied, as a list.'),
    unsatisfied: z
      .array(word)
      .min(1)
      .optional()
      .describe('If the answers are words, the ones that mean not satisfied, as a list.'),
  })
  .refine((fields) => scaleOf(fields) !== undefined, {
    message:
      'Write numbers such as "worst: 1", "best: 5", "satisfied: 4", or words such as "satisfied: [Good]", "unsatisfied: [Bad]".',
  })
  .describe('The customer’s answer to the satisfaction survey: at, worst, best, satisfied, unsatisfied.');

/** Answers to the satisfaction survey: numbers, where either end can be the best, or words. */
export type Scale =
  | { worst: number; best: number; satisfied: number }
  | { satisfied: readonly string[]; unsatisfied: readonly string[] };

/** @returns `undefined` if it is neither a scale of numbers nor of words */
export function scaleOf(fields: {
  worst?: number | undefined;
  best?: number | undefined;
  satisfied: number | readonly string[];
  unsatisfied?: readonly string[] | undefined;
}): Scale | undefined {
  const { worst, best, satisfied, unsatisfied } = fields;
  if (typeof satisfied !== 'number')
    return unsatisfied && worst === undefined && best === undefined ? { satisfied, unsatisfied } : undefined;
  if (worst === undefined || best === undefined || unsatisfied || worst === best) return undefined;
  const sound = satisfied !== worst && isOnScale(satisfied, { worst, best });
  return sound ? { worst, best, satisfied } : undefined;
}

const links = z.string().refine((text) => named.test(text) || text === 'text', {
  message:
    'Write "field:360003", "column:Articles", "tag-prefix:article-", or "text" to look for addresses in the messages.',
});

const column = z.string().min(1);

/** The order of day and month in dates such as 02/11/2026. */
export type DateOrder = 'day-first' | 'month-first';

/** What a company sets about its help desk's export, if it differs from what the import expects. */
export const TicketSource = z.strictObject({
  format: z.string().optional(),
  table: z
    .string()
    .regex(/^[^.]+(?:\.[^.]+)?$/, 'Write the name of a table or view, such as support.tickets.')
    .optional()
    .describe('The database table or view that contains the tickets, such as support.tickets.'),
  category: attribute
    .optional()
    .describe('Where the category of a ticket is, such as field:360001, tag or column:Topic.'),
  id: column.optional().describe('The column with the ticket number.'),
  created: column.optional().describe('The column with the day the ticket was opened.'),
  updated: column.optional().describe('The column with the day the ticket was last changed.'),
  requester: column
    .optional()
    .describe('The column that identifies the customer; it is used for counting and never stored.'),
  locale: locale.optional().describe('Where the language of a ticket is, or one language for all tickets such as fi.'),
  closed: closed.optional(),
  satisfaction: satisfaction.optional(),
  links: links
    .optional()
    .describe(
      'Where the articles that answered a ticket are, such as field:360003; text looks for addresses in the messages.',
    ),
  startedOn: place
    .optional()
    .describe(
      'Where the contact form puts the article that the customer had read, such as field:360004. Not the field of "links".',
    ),
  dates: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe('How to read dates such as 02/11/2026 if the export does not say: day-first or month-first.'),
  times: timeZone
    .optional()
    .describe(
      'The time zone of times that are written without one, such as UTC; without it, that of timezone, or UTC for a database.',
    ),
  timezone: timeZone.default('UTC').describe('The time zone that decides when a day starts, such as Europe/Helsinki.'),
  map: z
    .record(z.string(), z.string().min(1))
    .default({})
    .describe('For values that are not words, such as ids: the category that each one means.'),
});
export type TicketSource = z.infer<typeof TicketSource>;

// The files with those names contain the searches and votes of customers.
export const sourceName = /^(?!(?:searches|votes)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

const sourceKey = z
  .string()
  .regex(sourceName, 'Use lowercase letters, digits and hyphens for the source, and not "searches" or "votes".');

/**
 * The schema of `content/tickets.yaml`: where each source's export has the category, the day, the language and the
 * outcome of a ticket.
 *
 * @param formats the names of the exports that can be read
 */
export function ticketSourcesFile(formats: readonly string[]) {
  const source = TicketSource.extend({
    format: z
      .enum(formats)
      .optional()
      .describe(`The type of export: ${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}.`),
  }).superRefine(({ links, startedOn }, { addIssue }) => {
    if (links === undefined || startedOn === undefined || !isSamePlace(links, startedOn)) return;
    addIssue({
      code: 'custom',
      path: ['startedOn'],
      message:
        '"links" names the same place. An article that a customer read before writing didn\'t answer the ticket, so the two are counted apart. Give the contact form a field of its own.',
    });
  });
  return z.strictObject({
    sources: z
      .record(sourceKey, source)
      .default({})
      .describe('The help desks that tickets come from, by the name you give to "import --from".'),
    votes: VoteScaleFields.optional().describe('What number ratings of articles mean: worst, best, satisfied.'),
  });
}
export type TicketSources = Readonly<Record<string, TicketSource>>;

/** @returns `undefined` if the text names no attribute */
export function parseAttribute(text: string): TicketAttribute | undefined {
  const kind = plain.find((one) => one === text);
  if (kind) return { kind };
  const parts = named.exec(text)?.groups as { kind: 'field' | 'tag-prefix' | 'column'; name: string } | undefined;
  return parts && { kind: parts.kind, name: parts.name.trim() };
}

function isSamePlace(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** As it is written in `tickets.yaml`. */
export function printAttribute(attribute: TicketAttribute): string {
  return 'name' in attribute ? `${attribute.kind}:${attribute.name}` : attribute.kind;
}
