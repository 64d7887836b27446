import type { Collection } from '../collection.ts';
import type { ArticleDesk } from '../desks/desk.ts';
import type { SourceFile } from '../imported-site.ts';
import type { TopicSetup } from '../write/proposed-topics.ts';

/** The options of an import. */
export interface ImportOptions {
  /** The language of articles that don't say which language they are in, and the default language of the site. */
  locale?: string | undefined;
  /** The name of the site. */
  name: string;
  /** The day of the import, `YYYY-MM-DD`: what the source publishes later is scheduled. */
  today: string;
  /** What to fit proposed topics to; without it, none are proposed. */
  topics?: TopicSetup | undefined;
}

/** A type of help center whose articles can be imported. Adding one takes a file here and a line in `all.ts`. */
export interface Importer {
  /** As it is called on the command line: `npm run import -- <name> PATH`. */
  name: string;
  /** What the path leads to, for `--help`. */
  source: string;
  /** What it needs at least, for the message that there is none: `Markdown file`. */
  needs: string;
  /** The help desk whose API can be read instead of a folder. */
  desk?: ArticleDesk;
  /** Whether a website can be read instead of a folder. */
  crawls?: true;
  /** Which files of the source are documents that are converted before they are read. */
  converts?: RegExp;
  /** Whether a file of the source is read; all others can be copied. */
  reads(path: string): boolean;
  /** Whether a file can be part of pages, such as a text that they include; it can be copied too. */
  includes?(path: string): boolean;
  /**
   * Pure: the same files give the same pages, in any order. Nothing in the source is run, and no source makes it
   * throw.
   *
   * @param files what is read, and what pages can include; paths are relative to the source, with `/`
   * @param assets the paths of all files that aren't articles
   */
  collect(files: readonly SourceFile[], assets: ReadonlySet<string>, options: ImportOptions): Collection;
}
