import { type Article, idOfPath } from '#kb/content/article.ts';
import { brandLibrary } from '#kb/content/brand-library.ts';
import { type Library, makeLibrary } from '#kb/content/library.ts';
import type { Site } from '#kb/content/site.ts';
import { compareFindings, type Finding } from '#kb/findings/finding.ts';
import { unknownBrands } from '#kb/rules/brands.ts';
import { applySeverity, checkLibrary } from '#kb/rules/check.ts';
import { limitFindings } from '#kb/rules/limits.ts';
import { isCausedBy } from '#kb/rules/partial-site.ts';
import { digest } from '#kb/values/digest.ts';
import { type CompileArticle, compile } from '#markdown/compile.ts';
import { readMany } from '../machine/files.ts';
import { type MakeSmaller, mediaFindings, mediaLookup, readMedia } from './media.ts';
import { readSiteSetup, type SiteSetup } from './read-site-setup.ts';
import { themeNames } from './read-theme.ts';
import type { Trust } from './trust.ts';
import { unreadableFile } from './unreadable-file.ts';

export interface LoadedContent {
  /** `undefined` if site.yaml is missing or invalid. */
  library: Library | undefined;
  /** Everything around the articles; with a library. */
  setup?: SiteSetup;
  /** What can be known without a valid site.yaml, only to check more. */
  partial?: Library;
  /** What can be read of articles with mistakes, only to check more. */
  drafts?: readonly Article[];
  /** All findings, with the company's severities, sorted. */
  findings: Finding[];
  /** The HTML of articles by their paths, if it was asked for, without those that import components. */
  html: ReadonlyMap<string, string>;
}

/** How articles are read. */
export interface Reading {
  /** If the articles are also turned into HTML: the path of the site's root, ending in "/". */
  baseOf?: (site: Site) => string;
  /** Can remember articles that have not changed. */
  compileArticle?: CompileArticle | undefined;
  /** Articles that were read before, by their paths in the content folder. */
  articles?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Makes smaller copies of pictures, if the articles show them. */
  smaller?: MakeSmaller | undefined;
  /** Gets the share of the articles that are read, from 0 to 1. */
  onRead?: ((done: number) => void) | undefined;
}

/**
 * Reads and checks a whole content folder, without writing anything or running code in it.
 *
 * @param brand limits it to what one brand has: the theme named on the command line, or else the one in `site.yaml`
 * @param trust whether articles can import anything
 */
export async function readContent(
  dir: string,
  brand?: { theme: string | undefined },
  trust?: Trust,
  reading: Reading = {},
): Promise<LoadedContent> {
  const whole = await readSiteSetup(dir, brand?.theme, trust, reading.articles?.keys());
  if (whole.setup) return readArticles(dir, whole.setup, whole.findings, brand, reading);
  const known = await whole.partial?.();
  if (!known) return { library: undefined, findings: applySeverity(whole.findings, {}), html: new Map() };
  const { baseOf: _, ...rest } = reading;
  const ofPartial = await readArticles(dir, known.setup, known.setup.findings, brand, rest);
  const { library: partial, drafts, findings } = ofPartial;
  return {
    library: undefined,
    html: new Map(),
    ...(partial && { partial }),
    ...(drafts && { drafts }),
    findings: [
      ...applySeverity(whole.findings, known.setup.site.severity),
      ...findings.filter(({ code }) => !isCausedBy(known.unknown, code)),
    ].sort(compareFindings),
  };
}

async function readArticles(
  dir: string,
  setup: SiteSetup,
  findings: readonly Finding[],
  brand: { theme: string | undefined } | undefined,
  { baseOf, compileArticle = compile, articles: known, smaller, onRead = () => {} }: Reading,
): Promise<LoadedContent> {
  const articles: Article[] = [];
  const drafts: Article[] = [];
  const found = [...findings];
  const html = new Map<string, string>();
  const files = baseOf && (await readMedia(dir, setup.assets, baseOf(setup.site), smaller));
  const media = files && mediaLookup(files, setup.site);
  const key = files ? digest(setup.key, JSON.stringify([...files])) : setup.key;
  const scopes = new Map(setup.site.locales.map((locale) => [locale, setup.scopeOf(locale, media)]));
  let done = 0;
  for await (const { path, source, error } of readMany(dir, setup.articleFiles, known)) {
    onRead(++done / setup.articleFiles.length);
    const scope = scopes.get(path.split('/')[1] ?? '');
    if (!scope) continue;
    if (source === undefined) {
      found.push(unreadableFile('article-unreadable', path, error));
      continue;
    }
    const compiled = compileArticle({ path, source }, scope, key);
    found.push(...compiled.findings);
    const text = baseOf && compiled.article ? compiled.html() : undefined;
    if (text !== undefined) html.set(path, text);
    if (compiled.article) articles.push(compiled.article);
    else if (compiled.draft) drafts.push(compiled.draft);
  }
  const read = new Set(articles.map(({ path }) => path));
  const unread = new Set(setup.articleFiles.filter((path) => !read.has(path)).map(idOfPath));
  const whole = makeLibrary({
    site: setup.site,
    topics: setup.topics,
    topicsUnread: setup.topicsUnread,
    facts: setup.facts,
    articles,
    assets: setup.assets,
    unread,
    synonyms: setup.synonyms,
    learned: setup.learned,
  });
  const library = brand ? brandLibrary(whole, brand.theme ?? setup.site.theme) : whole;
  found.push(
    ...unknownBrands(whole, await themeNames(dir)),
    ...limitFindings(articles, setup.site.defaultLocale),
    ...checkLibrary(library),
    ...draftFindings(library, drafts),
    ...(await mediaFindings(dir, library)),
  );
  return { library, setup, drafts, html, findings: applySeverity(found, setup.site.severity) };
}

/** What the rules find in articles that cannot be read as a whole. */
function draftFindings(library: Library, drafts: readonly Article[]): Finding[] {
  if (drafts.length === 0) return [];
  const paths = new Set(drafts.map(({ path }) => path));
  const all = makeLibrary({ ...library, articles: [...library.articles, ...drafts] });
  // Whether a translation is up to date shows only in the whole text.
  return checkLibrary(all).filter(({ path, code }) => paths.has(path) && !code.startsWith('translation-'));
}
