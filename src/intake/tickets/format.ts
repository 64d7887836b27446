/** The name of a kind of export, as in `format:` of tickets.yaml and as the default name of its source. */
export type FormatName = 'zendesk' | 'csv';

/** A ticket as a JSON object: the keys that are needed, and no other is ever loaded. */
export interface JsonFormat {
  name: FormatName;
  /** For messages: `a Zendesk export`. */
  title: string;
  layout: 'json';
  /** Keys under which a page of the API holds its list of tickets. */
  envelopes: readonly string[];
  /** Keys by which a ticket of this format is known. */
  marks: readonly string[];
  id: string;
  created: string;
  updated: string;
  requester: string;
  /** What a ticket looks like that was deleted and stays in the export as a shell. */
  deleted: { key: string; value: string };
  type: string;
  group: string;
  form: string;
  /** A list of texts. */
  tags: string;
  /** Lists of `{id, value}`, the first that is there counts. */
  fields: readonly string[];
  /** What the customer wrote at first: a subject, and the message. */
  texts: readonly string[];
}

/** A ticket as a row: the names its columns go by, the likeliest first, in small letters with single spaces. */
export interface CsvFormat {
  name: FormatName;
  title: string;
  layout: 'csv';
  id: readonly string[];
  created: readonly string[];
  updated: readonly string[];
  requester: readonly string[];
  locale: readonly string[];
  type: readonly string[];
  group: readonly string[];
  form: readonly string[];
  category: readonly string[];
  /** One cell with all tags, between spaces, commas or semicolons. */
  tags: readonly string[];
  /** What the customer wrote at first: names of the column of the subject, and of that of the message. */
  texts: readonly (readonly string[])[];
  /** Columns of texts, persons and states, which are never looked into for a category. */
  ignored: readonly string[];
}

export type TicketFormat = JsonFormat | CsvFormat;
