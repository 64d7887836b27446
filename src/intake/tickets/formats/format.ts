import type { LeftOutReason } from '#kb/tickets/imports/left-out.ts';
import type { Scale } from '#kb/tickets/records/ticket-sources.ts';

/** The path of a field in a ticket: a key, or keys and list indexes separated by dots, as `contacts.0.id`. */
export type Path = string;

/** How a ticket looks that is closed. */
export interface ClosedAt {
  /** The first of these places that is filled counts; of a table, names of the column. */
  at: readonly Path[];
  /** The values that mean closed, in lowercase letters; without them any value does. */
  is?: readonly string[];
  /** Another column that must be there, as `at` would mean something else in other tables. */
  beside?: string;
}

/** The customer's answer to the satisfaction survey. */
export interface SatisfactionAt {
  at: readonly Path[];
  scale: Scale;
  /** Words that say that there is no answer, in lowercase letters. */
  unanswered?: readonly string[];
  beside?: string;
}

/** A ticket as a JSON object: the keys that are needed, and no other is ever loaded. */
export interface JsonFormat {
  /** As `format` in tickets.yaml and its source are called. */
  name: string;
  /** For messages: `a Zendesk export`. */
  title: string;
  layout: 'json';
  /** The key of the list of tickets on a page of the API. */
  envelopes: readonly Path[];
  /** The key of an object with the tickets, if the page has no list. */
  maps?: readonly Path[];
  /** Keys that every ticket of this format has. */
  marks: readonly string[];
  /** Keys that distinguish this format: the format with the most of them is used, and one is enough. */
  signs: readonly string[];
  /** The paths of each field; the first one with a value counts. */
  id: readonly Path[];
  created: readonly Path[];
  updated: readonly Path[];
  requester: readonly Path[];
  /** The requester's email address, if the requester is something else. */
  mail?: readonly Path[];
  locale: readonly Path[];
  type: readonly Path[];
  group: readonly Path[];
  form: readonly Path[];
  /** How to recognize tickets that aren't a customer's question: by a value, or by any value except one that means no. */
  leftOut?: readonly { reason: LeftOutReason; at: Path; is?: readonly string[] }[];
  /** The same by a tag that the desk sets itself. */
  leftOutTags?: readonly { reason: LeftOutReason; tag: string }[];
  /** A list of texts, or of objects of which `text` is one key. */
  tags?: { at: readonly Path[]; text?: string };
  /** Custom fields: objects of values, or lists of `{id, name, value}`; the first that exists counts. */
  fields: readonly Path[];
  /** The key of the text in such a list, if the value is only the number of an option. */
  fieldText?: string;
  /** The customer's first message: the paths of its subject and its text. */
  texts: readonly (readonly Path[])[];
  /** Of these, the first whose key the export has. */
  closed?: readonly ClosedAt[];
  satisfaction?: SatisfactionAt;
  /** The path of the addresses of articles; `*` is every entry of a list. */
  links?: Path;
  /** Later messages: the path of their list, the keys of their text, and how to recognize those of the customer. */
  replies?: { at: Path; text: readonly string[]; customers: { at: Path; is: readonly string[] | 'requester' } };
  /** The help desk's own keys, if custom fields are keys of the ticket too. */
  deskKeys?: readonly string[];
  /**
   * An object next to the tickets of a page, and the key of the ticket that refers to an entry of it; it is read as
   * `beside`.
   */
  beside?: { map: Path; by: string };
}

/** A ticket as a row: the names its columns go by, the likeliest first, in lowercase letters with single spaces. */
export interface TableFormat {
  name: string;
  title: string;
  layout: 'table';
  id: readonly string[];
  requester: readonly string[];
  /** The requester's email address; it counts besides the requester if the table has both. */
  mail: readonly string[];
  locale: readonly string[];
  type: readonly string[];
  group: readonly string[];
  form: readonly string[];
  category: readonly string[];
  /** One cell with all tags, between commas, semicolons or spaces. */
  tags: readonly string[];
  /** What the customer wrote at first: names of the column of the subject, and of that of the message. */
  texts: readonly (readonly string[])[];
  /** Columns of messages that were written later. */
  replies: readonly string[];
  /** Of these, the first whose column the table has. */
  closed: readonly ClosedAt[];
  satisfaction: readonly SatisfactionAt[];
  /** Columns of texts, persons and states, which are never looked into for a category. */
  ignored: readonly string[];
}

export type TicketFormat = JsonFormat | TableFormat;
