import type { DeskRecords } from '../records/desk-records.ts';
import type { Hidden } from '../records/hidden.ts';

/** One answer of a help desk's API. */
export interface DeskAnswer {
  json: unknown;
  /** Address of the next page from the `Link` header. */
  next: string | undefined;
}

/** A help desk's API as the importers use it; it waits, tries again, and remembers what it has read. */
export interface DeskApi {
  /**
   * Reads a path below the API's address, or a whole address that an answer gave.
   *
   * @throws if there is no answer that can be used
   */
  get(path: string): Promise<DeskAnswer>;
  /** Like `get`, or `undefined` if there is nothing at this address or the token may not read it. */
  getIfAllowed(path: string): Promise<DeskAnswer | undefined>;
  /** Sends JSON and reads the answer. */
  post(path: string, body: unknown): Promise<DeskAnswer>;
  /** Reports that something could not be read. */
  report(what: string): void;
}

/** What was typed can't be read, with what to type instead. */
export class DeskAddressError extends Error {}

/** A help desk whose articles can be imported, through its API or from a dump of it. */
export interface ArticleDesk {
  /** As on the command line. */
  name: string;
  /** As its makers write it. */
  label: string;
  /** What the environment must contain to read more than the public articles, or anything at all. */
  token: { variables: readonly string[]; required: boolean; about: string };
  /** Headers that show the token; `undefined` if the environment has none. */
  authorize(env: Readonly<Record<string, string | undefined>>): Record<string, string> | undefined;
  /** The address of the API for the address that someone typed. */
  apiOf(address: URL): URL;
  /** Reads everything that an import needs into `records`. `address` is what someone typed. */
  download(api: DeskApi, address: URL, records: DeskRecords): Promise<void>;
  /** The kind of a record in a dump; `hint` is the name of its list or file in lowercase letters. */
  kindOf(record: Readonly<Record<string, unknown>>, hint: string): string | undefined;
  /** The field of a record inside another, such as `folders/articles`, that holds the id of the outer one. */
  within: Readonly<Record<string, string>>;
  /** @param today `YYYY-MM-DD`; what is published later is scheduled */
  read(records: DeskRecords, today: string): DeskContent;
}

/** All articles of a help desk in words that are the same for every desk. */
export interface DeskContent {
  name?: string;
  defaultLocale: string;
  sections: DeskSection[];
  articles: DeskArticle[];
  /** What was in the records and can't be imported, one sentence each. */
  losses: string[];
}

/** A category, section, folder or collection. */
export interface DeskSection {
  id: string;
  parent?: string | undefined;
  titles: Map<string, string>;
  /** What is in it, by language. */
  summaries: Map<string, string>;
  position: number;
  /** Paths of its page on the old site. */
  addresses: string[];
  hidden: Hidden[];
}

/** One language of an article. */
export interface DeskArticle {
  /** The same in all its languages. */
  id: string;
  locale: string;
  title: string;
  body: { html: string } | { markdown: string };
  summary?: string | undefined;
  section?: string | undefined;
  /** Names of its sections, outermost first, if the source has no records of them. */
  sectionNames?: string[];
  position: number;
  hidden: Hidden[];
  labels: string[];
  author?: string | undefined;
  /** `YYYY-MM-DD`, the last change by a person. */
  edited?: string | undefined;
  /** The address of its page, which relative links and pictures start from. */
  url?: string | undefined;
  /** Other paths of its page on the old site. */
  addresses: string[];
  files: DeskFile[];
  votes?: DeskVotes | undefined;
}

/** A file that the desk lists below an article, or shows in its text. */
export interface DeskFile {
  name: string;
  url: string;
  /** Shown in the text, so it isn't listed again. */
  inline: boolean;
}

/** How many readers an article helped, since it was written. */
export interface DeskVotes {
  helpful: number;
  unhelpful: number;
}
