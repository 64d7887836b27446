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
}

export interface ImportedSite {
  /** What to write: `site.yaml`, `topics.yaml`, `articles/<locale>/<section…>/<slug>.mdx`; sorted by path. */
  files: SourceFile[];
  /** Assets to copy: `from` relative to the folder that was read, `to` relative to the folder that is written. */
  copies: { from: string; to: string }[];
  /** Sorted by path, line and sentence. */
  losses: Loss[];
}

/** Reports one loss in one source file; `line` is 1-based in that file. */
export type Report = (line: number | undefined, what: string) => void;

/** The order of losses in the report: by file, then from top to bottom; what concerns a whole file comes first. */
export function compareLosses(a: Loss, b: Loss): number {
  return compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.what, b.what);
}
