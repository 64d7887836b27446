import { compareText } from '#kb/values/text.ts';

/** One text file. `path` is relative to its tree, with `/` between folders. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Something of the source that the help center does not have, for the writer to look at. */
export interface Loss {
  /** The source file, relative to the folder that was read. */
  path: string;
  /** 1-based line in the source file, front matter included. */
  line?: number;
  /** One plain sentence. */
  what: string;
  kind?: LossKind;
}

/**
 * What a loss is about, if the report treats it differently from others: `visibility` for what may be private, so it
 * isn't published until someone decides; `private` for what the source hides, so it isn't published.
 */
export type LossKind = 'visibility' | 'private';

/** A file next to an article. `to` is relative to the folder that is written. */
export type CopiedFile = {
  to: string;
} & (
  | {
      /** Relative to the folder that was read. */
      from: string;
    }
  /** Made from what a page holds itself, such as a picture in its text. */
  | { bytes: Uint8Array }
);

export interface ImportedSite {
  /** What to write: `site.yaml`, `topics.yaml`, `articles/<locale>/<section…>/<slug>.mdx`; sorted by path. */
  files: SourceFile[];
  /** Files next to articles, sorted by path. */
  copies: CopiedFile[];
  /** Sorted by path, line and sentence. */
  losses: Loss[];
  /** Readers whom articles helped and didn't help, in the order of the pages. */
  votes: { locale: string; article: string; helpful: number; unhelpful: number }[];
  /** How many topics were proposed, for how many articles, and how many ticket categories belong to one or to none. */
  topics?: { proposed: number; articles: number; matched: number; unmatched: number };
}

/** Reports one loss in one source file; `line` is 1-based in that file. */
export type Report = (line: number | undefined, what: string, kind?: LossKind) => void;

/** In characters: a longer sentence quotes code, of which the start and the end are enough. */
const LONGEST = 300;

/** A loss with its sentence on one line. */
export function onOneLine(loss: Loss): Loss {
  const what = loss.what.replace(/\s+/g, ' ').trim();
  return { ...loss, what: what.length > LONGEST ? `${what.slice(0, 200)}…${what.slice(-80)}` : what };
}

/**
 * The order of losses in the report: what may be private first, then by file and from top to bottom; what concerns a
 * whole file comes first.
 */
export function compareLosses(a: Loss, b: Loss): number {
  const undecided = Number(b.kind === 'visibility') - Number(a.kind === 'visibility');
  return undecided || compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.what, b.what);
}
