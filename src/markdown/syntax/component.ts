import type { ElementContent } from 'hast';
import type { TextLookup } from '#kb/content/interface-texts.ts';

/** What an attribute of a component can be. */
export interface Attribute {
  /** `link` is resolved as a link of the article, `media` as a file beside it, `flag` has no value. */
  kind: 'text' | 'link' | 'media' | 'flag';
  required?: boolean;
  /** For `media`: the page only links to it, so it may be on another host. */
  linked?: boolean;
  /** For `media`: the only ending of its name, with the dot; any where it is left out. */
  ending?: string;
  /** The only texts allowed; all where it is left out. */
  values?: readonly string[];
}

/** A file as the page shows it: its address, and its size in pixels where it is a picture. */
export interface Media {
  url: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** The attributes of a component after links, files and variables in them have been resolved. */
export interface Props {
  text(name: string): string | undefined;
  flag(name: string): boolean;
  media(name: string): Media | undefined;
}

/** A word of the fixed vocabulary of articles: how it is written, and the HTML it stands for. */
export interface Component {
  attributes: Readonly<Record<string, Attribute>>;
  /** What is wrong with what it holds, and what to do, in a sentence each; nothing where it can do its work. */
  fault?(children: readonly ElementContent[]): { says: string; fix: string } | undefined;
  render(props: Props, children: ElementContent[], text: TextLookup): ElementContent[];
}
