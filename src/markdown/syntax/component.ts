import type { ElementContent } from 'hast';
import type { TextLookup } from '#kb/content/interface-texts.ts';

/** What an attribute of a component can be. */
export interface Attribute {
  /** `link` is resolved as a link of the article, `media` as a file next to it; `flag` has no value. */
  kind: 'text' | 'link' | 'media' | 'flag';
  required?: boolean;
  /** For `media`: the page only links to it, so it can be on another host. */
  linked?: boolean;
  /** For `media`: the required file extension, with the dot; if left out, any. */
  ending?: string;
  /** The allowed values; if left out, any. */
  values?: readonly string[];
}

/** A file as the page shows it: its address and, if it is a picture, its size in pixels. */
export interface Media {
  url: string;
  width?: number | undefined;
  height?: number | undefined;
  /** Smaller copies of a picture, for `srcset`. */
  srcset?: string | undefined;
  /** What it needs behind it in dark mode, if it is transparent and can have dark lines. */
  background?: 'light' | undefined;
}

/** The attributes of a component, with links, files and variables resolved. */
export interface Props {
  text(name: string): string | undefined;
  flag(name: string): boolean;
  media(name: string): Media | undefined;
}

/** A component that articles can use: its attributes, and the HTML it is turned into. */
export interface Component {
  attributes: Readonly<Record<string, Attribute>>;
  /** What is wrong with its content and how to fix it, one sentence each; `undefined` if nothing is wrong. */
  fault?(children: readonly ElementContent[]): { says: string; fix: string } | undefined;
  render(props: Props, children: ElementContent[], text: TextLookup): ElementContent[];
}
