import { gzipSync } from 'node:zlib';
import type { PageText } from '../sets/pages.ts';
import type { Question } from '../sets/questions.ts';

/** Another search engine that keeps its whole index in memory. */
export interface Peer {
  name: string;
  /** @param questions those that will be asked, for an engine that is tuned on some of them */
  index(pages: readonly PageText[], locale: string, questions: readonly Question[]): Promise<PeerIndex>;
}

/** An index made by an engine, configured as its documentation suggests for a site like this. */
export interface PeerIndex {
  /** Ids of articles, best first. */
  search(query: string): Promise<string[]> | string[];
  /** Compressed bytes that a browser would have to load before the first answer. */
  bytes: number;
  /** What the report should say about how it was configured. */
  note?: string;
}

/** How many articles an engine returns. */
export const FOUND = 10;
/** How much more a title counts than the text below it. */
export const TITLE = 3;
export const fields = ['title', 'aliases', 'headings', 'body'] as const;

/** The size of an index, compressed with gzip. */
export function packed(index: unknown): number {
  return gzipSync(typeof index === 'string' ? index : JSON.stringify(index)).length;
}
