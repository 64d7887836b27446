import type { Loss, Report, SourceFile } from './imported-site.ts';

/** What an importer reads from its source: everything that becomes content, before bodies and links are read. */
export interface Collection {
  /** The language that articles are written in first, if the source says so. */
  defaultLocale?: string | undefined;
  pages: SourcePage[];
  /** What is known of sections, by their folders joined with `/`; a section without an entry is named after its folder. */
  sections: Map<string, SourceSection>;
  /** Paths of all files that pages can show or link to, relative to the source. */
  assets: ReadonlySet<string>;
  /** Files of the content folder besides articles, such as snippets, facts or votes; paths relative to that folder. */
  files: SourceFile[];
  /** Pages of the source that links can lead to although they aren't imported. */
  others: LinkablePage[];
  /** Pages that only lead to other pages. */
  stubs?: Stub[];
  /** Where files of the source say that old addresses lead. */
  moves?: SourceMove[];
  /** What couldn't be collected, in any order. */
  losses: Loss[];
  /** The name of the help center, if the source says it. */
  name?: string | undefined;
}

/** What is known of files whose content isn't what their name says, by path. */
export interface CheckedFiles {
  /** The name with which the file can be published, such as `settings.json.txt`. */
  names: ReadonlyMap<string, string>;
  /** Why a file can't be published. */
  problems: ReadonlyMap<string, string>;
}

export interface SourceSection {
  /** Name by locale. */
  titles: Map<string, string>;
  /** What is in it, by locale. */
  summaries?: Map<string, string>;
  /** Place among the sections of the same folder; smaller is first. */
  order?: number;
  /** Paths of its page on the old site, for links. */
  addresses?: readonly string[];
}

/** How links find a page. */
export interface LinkablePage {
  /** The file or address in the source, for messages and for links relative to it. */
  path: string;
  locale: string;
  /** The path without what says the language, which links inside one language use; `path` itself if nothing does. */
  pathInLocale: string;
  metadata: Metadata;
}

/** One page in one language. */
export interface SourcePage extends LinkablePage {
  /** The same for the translations of one article, and for no other page. */
  article: string;
  /** Its name in menus, which is its title if it has no other. */
  label?: string;
  /** Folders that become its section, outermost first; none at the top. */
  section: readonly string[];
  /** What the last part of its address is made of: a file name without its ending, a slug or a title. */
  name: string;
  /** Whether it is the first page of its section, such as `index.md`. */
  opensSection?: boolean;
  body: PageBody;
  /** Readers whom it helped and didn't help, since it was written. */
  votes?: { helpful: number; unhelpful: number };
  /**
   * The path in the source, or the whole address, that an address in the text means.
   *
   * @param report takes what is lost, if the address is that of a link
   */
  resolveUrl?(url: string, report?: (what: string) => void): string;
}

/** A page during the import, which collects what it loses; its body is read elsewhere. */
export interface ReportingPage extends Omit<SourcePage, 'body'> {
  report: Report;
}

/**
 * The text of a page. Markdown has the line numbers of its file, or `lines`: the 1-based line in the file of each of its
 * lines.
 */
export type PageBody = { markdown: string; lines?: readonly number[] } | { html: string };

/** What the source says about a page, in our words. */
export interface Metadata {
  title?: string;
  summary?: string;
  aliases: string[];
  owner?: string;
  /** `YYYY-MM-DD`. */
  reviewed?: string;
  confidence?: 'work-in-progress' | 'not-validated' | 'archived';
  audience?: 'internal';
  /** `YYYY-MM-DD`. */
  publishOn?: string;
  /** `YYYY-MM-DD`. */
  archiveOn?: string;
  /** Its place in its section; smaller is first. */
  order?: number;
  /** The article's number at the help desk it comes from. */
  number?: string;
  /** The name that links from other files use, if the file sets one. */
  name?: string;
  /** Addresses on the old site, relative to the folder of the file. */
  oldNames: string[];
  /** Whole addresses of the article on the old site, each starting with `/`. */
  oldPaths: string[];
  /** Whole addresses on the old site, which show its host. */
  urls?: string[];
  /** Keys that Ohje does not have, in the order of the file. */
  unknownKeys: string[];
}

/** An old address of the source and where it leads, both as written. */
export interface SourceMove {
  from: string;
  to: string;
  /** The file that says so. */
  source: string;
}

/** A page that only leads to another. */
export interface Stub {
  page: LinkablePage;
  /** Where it leads to, as written. */
  to: string;
  /** Its own addresses on the old site, each starting with `/`. */
  addresses: string[];
}
