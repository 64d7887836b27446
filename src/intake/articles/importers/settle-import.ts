import { compareText } from '#kb/values/text.ts';
import type { BodyAnswers, BodyFacts, WrittenBody } from '../bodies/body.ts';
import type { CheckedFiles, Collection, Metadata, ReportingPage } from '../collection.ts';
import {
  type CopiedFile,
  compareLosses,
  type ImportedSite,
  type Loss,
  onOneLine,
  type Report,
} from '../imported-site.ts';
import type { ArticleAddress } from '../links/article-ids.ts';
import { type AssetShelf, assetStore } from '../links/assets.ts';
import { findHelpDesk } from '../links/help-desk-addresses.ts';
import { targetFinder } from '../links/link-targets.ts';
import { answerLink } from '../links/links.ts';
import { answerPictures } from '../links/pictures.ts';
import { sectionFinder, sectionRedirects } from '../links/section-finder.ts';
import { settleMoves } from '../moves/settle-moves.ts';
import { type ProposedTopics, proposeTopics } from '../write/proposed-topics.ts';
import { deskRedirects } from '../write/redirect-rules.ts';
import { redirectBook } from '../write/redirects.ts';
import { siteFiles } from '../write/site-files.ts';
import { articleVisibility, isForCustomers } from './article-visibility.ts';
import type { ImportOptions } from './importer.ts';
import { addressesOf, linkedAddresses, NOTHING_KNOWN } from './known-addresses.ts';
import type { Places } from './plan-import.ts';

/** An import whose bodies have to be written. */
export interface SettledImport {
  /** For the bodies, in their order. */
  answers: BodyAnswers[];
  /** Files next to articles, sorted by path. */
  copies: CopiedFile[];
  finish(written: readonly WrittenBody[]): ImportedSite;
}

/** An article whose body is read. */
interface Draft extends BodyFacts, ArticleAddress {
  page: ReportingPage;
  /** Addresses of its links as the source means them. */
  urls: string[];
  shelf: AssetShelf;
}

export function reporterTo(losses: Loss[], path: string): Report {
  return (line, what, kind) => {
    losses.push({ path, ...(line !== undefined && { line }), what, ...(kind && { kind }) });
  };
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

/** What a page says about itself, in its front matter first. */
function withProperties(metadata: Metadata, { tags, owner = '' }: BodyFacts['properties']): Metadata {
  const aliases = [...metadata.aliases, ...new Set(tags.filter((tag) => !metadata.aliases.includes(tag)))];
  return { ...metadata, aliases, ...(owner !== '' && metadata.owner === undefined && { owner }) };
}

/** Decides what articles ask about each other and about files, once all bodies are read. */
export function settleImport(
  collection: Collection,
  options: ImportOptions,
  { pages, addresses, sections, locales, losses: planLosses }: Places,
  facts: readonly BodyFacts[],
  checked?: CheckedFiles,
): SettledImport {
  const [defaultLocale] = locales;
  const losses = [...planLosses, ...facts.flatMap((one) => one.losses)];
  const store = assetStore(collection.assets, checked);
  const drafts = pages.map((page, index): Draft => {
    const own = facts[index] as BodyFacts;
    const place = addresses.get(page.article) as ArticleAddress;
    return {
      ...place,
      ...own,
      page: {
        ...page,
        metadata: withProperties(page.metadata, own.properties),
        report: reporterTo(losses, page.path),
      },
      urls: own.links.map((url) => page.resolveUrl?.(url) ?? url),
      shelf: store.shelfFor(page.path, `articles/${page.locale}/${place.section}`),
    };
  });
  // Files get their names in the order of the articles, pictures first.
  const pictures = drafts.map((draft) => answerPictures(draft, draft.shelf, draft.page.resolveUrl));

  const visibilityOf = articleVisibility(drafts, losses, defaultLocale);
  const isPublic = ({ page }: Draft) => isForCustomers(visibilityOf(page));
  const numbers = new Set(
    [...pages, ...collection.others].flatMap(({ metadata }) => (metadata.number ? [metadata.number] : [])),
  );
  const helpDesk = findHelpDesk(
    drafts.flatMap(({ urls, page }) => [...urls, ...(page.metadata.urls ?? [])]),
    numbers,
  );
  const { stubs = [], moves = [] } = collection;
  const find = targetFinder([...pages, ...collection.others, ...stubs.map(({ page }) => page)], helpDesk);
  const byPath = new Map(drafts.map((draft) => [draft.page.path, draft]));
  const byArticle = new Map(drafts.map((draft) => [`${draft.page.locale} ${draft.page.article}`, draft]));
  const root = { path: '', pathInLocale: '', locale: defaultLocale, metadata: NOTHING_KNOWN };
  const known = pages.flatMap(({ metadata, pathInLocale }) => [...metadata.oldPaths, ...addressesOf(pathInLocale)]);
  const moved = settleMoves({ stubs, moves, known }, root, find, (path) => byPath.has(path));
  losses.push(...moved.losses);
  const linked = linkedAddresses(drafts, find);
  const redirects = redirectBook(drafts, sections, helpDesk, (path) => [
    ...(linked.get(path) ?? []),
    ...(moved.addresses.get(path) ?? []),
  ]);
  const sectionAt = sectionFinder(sections, collection.sections, drafts.filter(isPublic));
  const topics = options.topics && proposeTopics(originalsOf(drafts, defaultLocale), options.topics);

  const answers = drafts.map((draft, index): BodyAnswers => {
    const { id, title, page, shelf } = draft;
    const context = {
      id,
      resolve: page.resolveUrl,
      find: (url: string) => find(page, url),
      articleAt: (path: string) => {
        const found = byPath.get(moved.forwarded.get(path) ?? path);
        // Readers are led to the other article in their language, or else in the default one.
        if (!found) return undefined;
        const inLocale = (one: string) => byArticle.get(`${one} ${found.page.article}`);
        const shown = inLocale(page.locale) ?? inLocale(defaultLocale);
        const isPrivate = isPublic(draft) && !isPublic(shown ?? found);
        return { ...(shown ?? found), private: isPrivate, elsewhere: shown === undefined };
      },
      sectionAt,
      shelf,
    };
    return {
      links: new Map(draft.links.map((url) => [url, answerLink(url, context)])),
      pictures: pictures[index] ?? new Map(),
      front: {
        ...page.metadata,
        ...visibilityOf(page),
        title,
        redirectFrom: redirects(draft),
        topics: topics?.of(id) ?? [],
      },
    };
  });

  const finish = (written: readonly WrittenBody[]): ImportedSite => {
    const oldAddresses = answers.flatMap(({ front }) => front.redirectFrom ?? []);
    // A rule leads to the page in the default language.
    const shown = drafts.filter((draft) => isPublic(draft) && draft.page.locale === defaultLocale);
    const site = {
      name: options.name,
      locales,
      imageHosts: [...new Set(written.flatMap(({ imageHosts }) => imageHosts))].sort(compareText),
      redirects: {
        ...sectionRedirects(sections, collection.sections, shown, oldAddresses),
        ...deskRedirects(oldAddresses),
      },
      topics: topics?.topics ?? [],
    };
    const articles = drafts.map(({ id, page }, index) => {
      return { path: `articles/${page.locale}/${id}.mdx`, text: written[index]?.text ?? '' };
    });
    const files = [...articles, ...siteFiles(site, sections, collection.sections), ...collection.files];
    return {
      files: files.sort((a, b) => compareText(a.path, b.path)),
      copies: store.copies(),
      losses: [...losses, ...written.flatMap((one) => one.losses)].map(onOneLine).sort(compareLosses),
      votes: drafts.flatMap(({ id, page: { locale, votes } }) => (votes ? [{ locale, article: id, ...votes }] : [])),
      ...(topics && { topics: topicCounts(topics, drafts) }),
    };
  };
  return { answers, copies: store.copies(), finish };
}

function topicCounts(topics: ProposedTopics, drafts: readonly Draft[]): ImportedSite['topics'] {
  return {
    proposed: topics.topics.length,
    articles: new Set(drafts.filter(({ id }) => topics.of(id).length > 0).map(({ id }) => id)).size,
    matched: topics.matched,
    unmatched: topics.unmatched,
  };
}
