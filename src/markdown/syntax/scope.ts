import type { TextLookup } from '#kb/content/interface-texts.ts';
import type { Media } from './component.ts';
import type { Tree } from './tree.ts';

/** What an article can refer to, in its language. */
export interface Scope {
  /** Texts of the interface. */
  text: TextLookup;
  /** The text of `site.name`, `facts.cardFee`, …; `undefined` for a name that does not exist. */
  variable(name: string): string | undefined;
  /** All names of variables, for suggestions. */
  variables: readonly string[];
  /** Whether an unknown name could be in a file that cannot be read: then that file is the mistake. */
  unread(name: string): boolean;
  /** The parsed snippet with that name, in the article's language or the default language. */
  snippet(name: string): Tree | undefined;
  snippets: readonly string[];
  /** How the page shows a file; the path is relative to the content folder. */
  media(path: string): Media | undefined;
}
