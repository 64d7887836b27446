import type { TextLookup } from '#kb/content/interface-texts.ts';
import type { Media } from './component.ts';
import type { Tree } from './tree.ts';

/** A component that an article can import, or why it can't: the end of a sentence that starts with its path. */
export type ImportedComponent = { file: string } | { says: string; fix: string };

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
  /** The other hosts that pages can load pictures from. */
  imageHosts: readonly string[];
  /** Whether elements get the line that they are written on, for the preview while writing. */
  lines?: boolean | undefined;
  /**
   * The component in a file; its path is relative to the content folder, and the result absolute.
   *
   * @param brands that the article is limited to; if left out, components of every theme are accepted
   */
  component(path: string, brands?: readonly string[]): ImportedComponent;
}
