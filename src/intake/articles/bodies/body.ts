import type { PageBody } from '../collection.ts';
import type { Loss } from '../imported-site.ts';
import type { Anchors } from '../links/anchors.ts';
import type { LinkAnswer } from '../links/links.ts';
import type { HeldPicture, PictureAnswer } from '../links/pictures.ts';
import type { ArticleFrontMatter } from '../write/mdx-writer.ts';

// A body is read, waits until all others are, and is written with what they, and the files of the source, say about its
// links and pictures. Everything here is data, so a body can be read and written in another thread.

/** A page as far as reading its body goes. */
export interface Body {
  path: string;
  name: string;
  body: PageBody;
  title?: string | undefined;
  /** Its title when neither its metadata nor its headings give one. */
  fallbackTitle: string;
}

/** What a body asks, and what others need of it. */
export interface BodyFacts {
  title: string;
  anchors: Anchors;
  /** Addresses of its links as the source writes them, each once. */
  links: string[];
  /** Addresses of its pictures and films as the source writes them, each once, without those in the text. */
  pictures: string[];
  /** Pictures in the text itself. */
  heldPictures: HeldPicture[];
  /** What a page of Notion says about itself. */
  properties: { tags: string[]; owner?: string | undefined };
  losses: Loss[];
}

/** What a body is written with. Answers are by written address, or by the key of a picture in the text. */
export interface BodyAnswers {
  front: ArticleFrontMatter;
  links: ReadonlyMap<string, LinkAnswer>;
  pictures: ReadonlyMap<string, PictureAnswer>;
}

export interface WrittenBody {
  /** The article with its front matter. */
  text: string;
  /** Hosts that pictures are loaded from. */
  imageHosts: string[];
  losses: Loss[];
}
