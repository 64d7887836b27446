import type { DeskSite } from './desk-site.ts';

/**
 * A request to a help desk. `{key}` in a path, or as a whole value of the body, is replaced by the id that the desk gave to
 * the resource with this key.
 */
export interface DeskRequest {
  method: 'POST' | 'PUT' | 'DELETE';
  /** Below the address of the API. */
  path: string;
  body?: unknown;
}

/** Something that a help desk keeps under an id of its own: a section, an article, a translation. */
export interface DeskResource {
  /** The same in every export: `section:cards`, `article:cards/order`, `article:cards/order@fi`. */
  key: string;
  kind: 'categories' | 'sections' | 'articles' | 'translations';
  title: string;
  create: DeskRequest;
  /** Brings it to the same state as `create`. */
  update: DeskRequest[];
  /** Where the id is in the answer to `create`; a translation may have none. */
  id?: readonly string[];
  /** The desk's codes of the translations that are part of it, if they have no id of their own. */
  locales?: readonly string[];
  /**
   * Where to look for it if it isn't known whether it was created: a list of things with a name. `parent` is the field
   * with the id of what each is in, if the list has things from several places.
   */
  find?: { path: string; list?: string; name: string; parent?: string };
  /** Its body takes ids as numbers, though the desk gives them as text. */
  numericIds?: true;
}

/** What a desk says about itself before anything is sent. */
export interface DeskSettings {
  /** The desk's own codes, by ours. */
  locales: ReadonlyMap<string, string>;
  /** Our code of the language that the desk is set up in, if it says so. */
  mainLocale?: string | undefined;
  /** Ids that resources refer to, by key. */
  ids: Readonly<Record<string, string | number>>;
}

/** The languages of what was brought to a desk, in its own codes. */
export interface PushedLocales {
  /** That of a translation. */
  locale?: string | undefined;
  /** Those of the translations that are part of it. */
  locales?: readonly string[] | undefined;
}

/** Reads the API of a desk. */
export type DeskGet = (path: string) => Promise<unknown>;

/** A help desk that takes articles. */
export interface DeskTarget {
  /** As on the command line, and among the desks that can be imported from. */
  name: string;
  label: string;
  /** The languages of its help centers, if all companies have the same. */
  languages?: readonly string[];
  /** @throws if the desk doesn't say what is needed */
  settings(get: DeskGet, locales: readonly string[]): Promise<DeskSettings>;
  /** What it takes to have the whole site at the desk, in the order in which it is created. */
  resources(site: DeskSite, settings: DeskSettings): { resources: DeskResource[]; losses: string[] };
  /**
   * Takes away what is no longer published; nothing for a section, which may have other articles.
   *
   * `forget`: it can't be brought back under its id, and its translations are gone, too.
   */
  archive(key: string, pushed: PushedLocales): { request: DeskRequest; forget: boolean } | undefined;
  /** What takes away translations that are part of something that stays: fields of its body. */
  withdraw?(locales: readonly string[]): Readonly<Record<string, object>>;
}

/** The parts of a key of an article or a translation. */
export function articleKey(key: string): { article: string; locale: string | undefined } | undefined {
  const [, article, locale] = /^(article:[^@]+)(?:@(.+))?$/.exec(key) ?? [];
  return article === undefined ? undefined : { article, locale };
}
