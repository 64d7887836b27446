import { compareText } from '#kb/values/text.ts';
import type { Collection, ReportingPage } from '../collection.ts';
import {
  compareLosses,
  type ImportedSite,
  type Loss,
  onOneLine,
  type Report,
  type SourceFile,
} from '../imported-site.ts';
import { chooseDefault } from '../languages/page-languages.ts';
import { type ArticleAddress, placeArticles } from '../links/article-ids.ts';
import { assetStore } from '../links/assets.ts';
import { findHelpDesk } from '../links/help-desk-addresses.ts';
import { targetFinder } from '../links/link-targets.ts';
import { settleLinks } from '../links/links.ts';
import { pictureHosts } from '../links/pictures.ts';
import { sectionFinder, sectionRedirects } from '../links/section-finder.ts';
import { titleOfName } from '../links/slugs.ts';
import { settleMoves } from '../moves/settle-moves.ts';
import { levelHeadings } from '../tree/headings.ts';
import { tidy } from '../tree/tidy.ts';
import { writeArticle } from '../write/mdx-writer.ts';
import { proposeTopics } from '../write/proposed-topics.ts';
import { deskRedirects } from '../write/redirect-rules.ts';
import { redirectBook } from '../write/redirects.ts';
import { siteFiles } from '../write/site-files.ts';
import { type ArticleBody, readBody } from './article-body.ts';
import { articleVisibility, isForCustomers } from './article-visibility.ts';
import type { ImportOptions } from './importer.ts';
import { addressesOf, linkedAddresses, NOTHING_KNOWN } from './known-addresses.ts';

/** The share of the time that the bodies take until their links can be settled. */
const READING = 0.8;

/** An article whose body is read and whose links aren't settled yet. */
interface Draft extends ArticleBody, ArticleAddress {
  page: ReportingPage;
}

/** Each article once, in the default language if it's written in it; archived ones answer nothing. */
function originalsOf(drafts: readonly Draft[], locale: string) {
  const originals = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.page.metadata.confidence === 'archived') continue;
    if (!originals.has(draft.id) || draft.page.locale === locale) originals.set(draft.id, draft);
  }
  return [...originals.values()].map(({ id, title, page }) => ({ id, title, labels: page.metadata.aliases }));
}

/**
 * Turns what an importer collected into the files of a content folder. Pure: the same collection gives the same bytes,
 * whatever the order of its pages.
 */
export function importCollection(collection: Collection, options: ImportOptions): ImportedSite {
  const losses: Loss[] = [...collection.losses];
  const counts = new Map<string, number>();
  for (const { locale } of collection.pages) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const defaultLocale = chooseDefault(counts, options.locale ?? collection.defaultLocale);
  const pages = [...collection.pages]
    .sort((a, b) => compareText(a.path, b.path))
    .map((page): ReportingPage => {
      const report: Report = (line, what, kind) => {
        losses.push({ path: page.path, ...(line !== undefined && { line }), what, ...(kind && { kind }) });
      };
      return { ...page, report };
    });
  const { places, sections } = placeArticles(pages, ({ locale }) => locale === defaultLocale);

  const store = assetStore(collection.assets, collection.checkedFiles);
  const folderFor = (locale: string, { section }: ArticleAddress) => `articles/${locale}/${section}`;
  const drafts = pages.map((page, index): Draft => {
    // Reading takes most of the time.
    options.onProgress?.((index / pages.length) * READING);
    const place = places.get(page.article) as ArticleAddress;
    const shelf = store.shelfFor(page.path, folderFor(page.locale, place));
    return { ...place, ...readBody(page, page.label ?? titleOfName(page.name), shelf, page.report), page };
  });

  const visibilityOf = articleVisibility(drafts, losses, defaultLocale);
  const isPublic = ({ page }: Draft) => isForCustomers(visibilityOf(page));
  const numbers = new Set(
    [...pages, ...collection.others].flatMap(({ metadata }) => (metadata.number ? [metadata.number] : [])),
  );
  const helpDesk = findHelpDesk(
    drafts.flatMap(({ urls, page }) => [...urls, ...(page.metadata.urls ?? [])]),
    numbers,
  );
  const find = targetFinder(
    [...pages, ...collection.others, ...(collection.stubs ?? []).map(({ page }) => page)],
    helpDesk,
  );
  const byPath = new Map(drafts.map((draft) => [draft.page.path, draft]));
  const byArticle = new Map(drafts.map((draft) => [`${draft.page.locale} ${draft.page.article}`, draft]));
  const root = { path: '', pathInLocale: '', locale: defaultLocale, metadata: NOTHING_KNOWN };
  const known = drafts.flatMap(({ page }) => [...page.metadata.oldPaths, ...addressesOf(page.pathInLocale)]);
  const { stubs = [], moves = [] } = collection;
  const moved = settleMoves({ stubs, moves, known }, root, find, (path) => byPath.has(path));
  losses.push(...moved.losses);
  const linked = linkedAddresses(drafts, find);
  const redirects = redirectBook(drafts, sections, helpDesk, (path) => [
    ...(linked.get(path) ?? []),
    ...(moved.addresses.get(path) ?? []),
  ]);

  const sectionAt = sectionFinder(sections, collection.sections, drafts.filter(isPublic));

  const topics = options.topics && proposeTopics(originalsOf(drafts, defaultLocale), options.topics);

  const oldAddresses: string[] = [];
  const written = drafts.map((draft, index): SourceFile => {
    options.onProgress?.(READING + (index / drafts.length) * (1 - READING));
    const { id, title, tree, page } = draft;
    settleLinks(tree, {
      id,
      find: (url) => find(page, url),
      articleAt: (path) => {
        const found = byPath.get(moved.forwarded.get(path) ?? path);
        // Readers are led to the other article in their language, or else in the default one.
        if (!found) return undefined;
        const inLocale = (one: string) => byArticle.get(`${one} ${found.page.article}`);
        const shown = inLocale(page.locale) ?? inLocale(defaultLocale);
        const isPrivate = isPublic(draft) && !isPublic(shown ?? found);
        return { ...(shown ?? found), private: isPrivate, elsewhere: shown === undefined };
      },
      sectionAt,
      shelf: store.shelfFor(page.path, folderFor(page.locale, draft)),
      report: draft.report,
    });
    tidy(tree);
    levelHeadings(tree);
    if (tree.children.length === 0) page.report(undefined, 'The article has a title but no text.');
    const redirectFrom = redirects(draft);
    oldAddresses.push(...redirectFrom);
    const front = { ...page.metadata, ...visibilityOf(page), title, redirectFrom, topics: topics?.of(id) ?? [] };
    return { path: `articles/${page.locale}/${id}.mdx`, text: writeArticle(front, tree) };
  });

  const locales = [...counts.keys()].sort(
    (a, b) => Number(b === defaultLocale) - Number(a === defaultLocale) || compareText(a, b),
  );
  const imageHosts = [...new Set(drafts.flatMap(({ tree }) => pictureHosts(tree)))].sort(compareText);
  const rules = deskRedirects(oldAddresses);
  // A rule leads to the page in the default language.
  const shown = drafts.filter((draft) => isPublic(draft) && draft.page.locale === defaultLocale);
  const site = siteFiles(
    {
      name: options.name,
      locales: locales.length > 0 ? locales : [defaultLocale],
      imageHosts,
      redirects: {
        ...sectionRedirects(sections, collection.sections, shown, oldAddresses),
        ...rules,
      },
      topics: topics?.topics ?? [],
    },
    sections,
    collection.sections,
  );
  return {
    files: [...written, ...site, ...collection.files].sort((a, b) => compareText(a.path, b.path)),
    copies: store.copies(),
    losses: losses.map(onOneLine).sort(compareLosses),
    votes: drafts.flatMap(({ id, page: { locale, votes } }) => (votes ? [{ locale, article: id, ...votes }] : [])),
    ...(topics && {
      topics: {
        proposed: topics.topics.length,
        articles: new Set(drafts.filter(({ id }) => topics.of(id).length > 0).map(({ id }) => id)).size,
        matched: topics.matched,
        unmatched: topics.unmatched,
      },
    }),
  };
}
