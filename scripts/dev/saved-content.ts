import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setupReader } from '#build/last-good-setup.ts';
import { type BuildOptions, basePath } from '#build/options.ts';
import { readSiteEntry } from '#build/site-entry.ts';
import type { ShownContent } from '#io/content/handed-site.ts';
import { mediaLookup, readMedia } from '#io/content/media.ts';
import type { SiteSetup } from '#io/content/read-site-setup.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { oneAtATime } from '#io/machine/one-at-a-time.ts';
import type { Article } from '#kb/content/article.ts';
import { brandLibrary } from '#kb/content/brand-library.ts';
import { makeLibrary } from '#kb/content/library.ts';
import { compile } from '#markdown/compile.ts';
import type { Scope } from '#markdown/syntax/scope.ts';

/** The content as it was saved last, which the pages of the preview show. */
export interface SavedContent {
  /** What pages show now. */
  now(): Promise<ShownContent>;
  /** Changes whenever what pages show does. */
  readonly version: string;
  /** Resolves when pages show what was saved before. */
  settled(): Promise<void>;
  /** A file was saved, added or removed, with its absolute path. */
  changed(file: string): void;
}

/** How the articles are read. */
export interface ContentSource {
  /** All articles, and the topics that the tickets ask most, when the preview starts. */
  first: Promise<{ articles: readonly Article[]; popular: readonly string[]; rising: readonly string[] }>;
  /** All articles, read again. */
  again(): Promise<readonly Article[]>;
  /** Replaces what pages show at a moment when no page is being made. */
  replace(apply: () => void): Promise<void>;
}

/**
 * Reads what was saved. A saved article is read alone, at once; all are read again only if something changed that they
 * can refer to. A file that cannot be read leaves everything else as it was.
 */
export function savedContent(options: BuildOptions, { first, again, replace }: ContentSource): SavedContent {
  const { contentDir } = options;
  const readSetup = setupReader(options);
  let setup: SiteSetup | undefined;
  let entry: SiteEntry | undefined;
  let scopes = new Map<string, Scope>();
  let articles: Map<string, Article> | undefined;
  let shown: ShownContent | undefined;
  let waiting: string[] = [];
  let reading: Promise<void>;
  // Differs from that of a server that was here before.
  let replaced = Date.now();

  const update = oneAtATime(async () => {
    const files = waiting;
    waiting = [];
    try {
      await read(files.map((file) => relative(contentDir, file).split(sep).join('/')));
    } catch (error) {
      // Such as a file that vanished while it was read, which is the next change.
      waiting.unshift(...files);
      throw error;
    }
  });
  const read = async (paths: readonly string[]) => {
    const changedArticles = paths.filter((path) => /^articles\/.+\.mdx$/.test(path));
    const isOnlyArticles = shown !== undefined && changedArticles.length === paths.length;
    const key = setup?.key;
    if (!isOnlyArticles) await readAround(paths);
    if (!articles) articles = byPath((await first).articles);
    else if (setup?.key !== key) articles = byPath(await again());
    else articles = await withChanged(articles, changedArticles);
    const next = assemble(articles);
    await replace(() => {
      shown = next;
      replaced += 1;
    });
  };

  const start = () => {
    reading = update();
    // Whoever waits gets the error.
    reading.catch(() => {});
  };
  start();
  const settled = () => reading;
  return {
    settled,
    get version() {
      return String(replaced);
    },
    async now() {
      if (!shown) await settled();
      if (!shown) throw new Error('The content folder could not be read. Run `npm run check` to see why.');
      return shown;
    },
    changed(file) {
      waiting.push(file);
      start();
    },
  };

  /** Everything but the articles. */
  async function readAround(paths: readonly string[]): Promise<void> {
    const { setup: around } = await readSetup();
    if (!around) return;
    const base = basePath(options.site ?? around.site.url);
    const lookup = mediaLookup(await readMedia(contentDir, around.assets, base), around.site);
    setup = around;
    scopes = new Map(around.site.locales.map((locale) => [locale, { ...around.scopeOf(locale, lookup), lines: true }]));
    if (entry && !paths.some((path) => path.startsWith('..') || path.endsWith('.yaml'))) return;
    const readAgain = async () => ({ setup: around, findings: [] });
    const { entry: next, themeFindings } = await readSiteEntry(options, readAgain);
    // While theme.yaml is half written, the last valid one is shown, with the mistakes next to it.
    const { popular, rising } = await first;
    const shownNext = next && { ...next, popular: [...popular], rising: [...rising] };
    entry = shownNext ?? (entry?.look ? { ...entry, look: { ...entry.look, findings: themeFindings } } : entry);
  }

  async function withChanged(before: Map<string, Article>, paths: readonly string[]): Promise<Map<string, Article>> {
    const all = new Map(before);
    for (const path of paths) {
      all.delete(path);
      const scope = scopes.get(path.split('/')[1] ?? '');
      const isHidden = path.split('/').some((name) => name.startsWith('.'));
      const source = isHidden ? undefined : await readFile(join(contentDir, path), 'utf8').catch(() => undefined);
      const article = scope && source !== undefined ? compile({ path, source }, scope).article : undefined;
      if (article) all.set(path, article);
    }
    return all;
  }

  function assemble(read: Map<string, Article>): ShownContent {
    if (!setup || !entry) throw new Error('The content folder could not be read. Run `npm run check` to see why.');
    const { site, topics, topicsUnread, facts, assets, synonyms, learned } = setup;
    const whole = makeLibrary({
      site,
      topics,
      topicsUnread,
      facts,
      assets,
      synonyms,
      learned,
      articles: [...read.values()],
    });
    return { entry, library: brandLibrary(whole, entry.theme), htmlOf: htmlReader() };
  }

  function htmlReader(): ShownContent['htmlOf'] {
    const here = scopes;
    const known = new Map<string, { source: string; html: string | undefined }>();
    return ({ path, locale }) => {
      const scope = here.get(locale);
      const source = readNow(join(contentDir, path));
      if (!scope || source === undefined) return '';
      const before = known.get(path);
      if (before?.source === source) return before.html;
      const html = compile({ path, source }, scope).html();
      known.set(path, { source, html });
      return html;
    };
  }
}

function byPath(articles: readonly Article[]): Map<string, Article> {
  return new Map(articles.map((article) => [article.path, article]));
}

/** `undefined` for a file that was removed a moment ago. */
function readNow(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
