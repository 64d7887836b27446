import { type PageSources, pageSources } from './page-sources.ts';

/** A page as it was rendered, without a policy. */
export interface BuiltPage {
  /** In UTF-8, which takes half the memory of a text. */
  html: Uint8Array;
  /** What its policy must allow. */
  sources: PageSources;
}

export function builtPage(html: string): BuiltPage {
  return { html: Buffer.from(html), sources: pageSources(html) };
}
