import type { ImportedSite, SourceFile } from '../imported-site.ts';

/** What an import is asked for. */
export interface ImportOptions {
  /** The one language of the articles. */
  locale: string;
  /** The name of the site. */
  name: string;
}

/** A kind of help center whose articles can be imported. Adding one takes a file here and a line in `all.ts`. */
export interface Importer {
  /** As it is called on the command line: `npm run import -- <name> PATH`. */
  name: string;
  /** What the path leads to, for `--help`. */
  source: string;
  /** What it cannot do without, for the message that there is none: `Markdown file`. */
  needs: string;
  /** Whether a file of the source is read; all others can be copied. */
  reads(path: string): boolean;
  /**
   * Pure: same input, same output, in whatever order the files come. Nothing in the source is run, and no source
   * makes it throw.
   *
   * @param files what is read; paths are relative to the source, with `/`
   * @param assets the paths of all other files
   */
  import(files: readonly SourceFile[], assets: ReadonlySet<string>, options: ImportOptions): ImportedSite;
}
