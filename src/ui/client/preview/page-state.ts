import type { Severity } from '#kb/findings/codes.ts';

/** A finding as the preview shows it. */
export interface ShownFinding {
  severity: Severity;
  says: string;
  fix: string;
  /** `articles/en/cards/freeze.mdx:12` */
  place: string;
  line?: number | undefined;
  /** What opens in the editor: the file, absolute, with its line. Left out if it can't be opened from there. */
  file?: string | undefined;
  /** The page that it is on, if it has one. */
  href?: string | undefined;
}

/** A page that exists. */
export interface KnownPage {
  href: string;
  title: string;
}

/** What the preview shows on a page besides what readers will see. */
export interface PageState {
  /** The version of the content that pages show. */
  content: string;
  /** `2 errors, 1 warning` in everything. */
  summary: string;
  hasErrors: boolean;
  /** The article of the page, if it is one. */
  article?: { id: string; path: string; file?: string | undefined; mark?: string | undefined } | undefined;
  /** Findings of that article. */
  here: ShownFinding[];
  /** Findings that are in no article. */
  site: ShownFinding[];
  /** Findings of other articles, at most a few hundred. */
  others: ShownFinding[];
  /** What readers cannot see, by the path of its page: `Draft`. */
  marks: Record<string, string>;
  /** Pages with a similar address, if the page does not exist. */
  near?: KnownPage[] | undefined;
}

/** Where the preview asks for the state of a page, below the root of the server. */
export const STATE = '/__ohje/state';
/** Changes with every check. */
export const VERSION = '/__ohje/version';
/** The server timing of a page that says with which version of the content it was made. */
export const CONTENT = 'content';
/** The event that follows each check. */
export const CHECKED = 'ohje:checked';
