import { decodeAddress } from '#kb/values/decode-address.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { compareText } from '#kb/values/text.ts';
import type { Collection, Metadata, SourcePage, SourceSection } from '../collection.ts';
import type { Loss } from '../imported-site.ts';
import { titleOfName } from '../links/slugs.ts';
import { deskLocale } from '../records/desk-locales.ts';
import { pathIn } from '../records/desk-records.ts';
import type { Hidden } from '../records/hidden.ts';
import { type Statement, visibilityLoss } from '../visibility/visibility.ts';
import type { DeskArticle, DeskContent, DeskSection } from './desk.ts';
import { deskLinks } from './desk-links.ts';

/** Turns the articles of a help desk into pages. `downloaded` are files by their whole addresses. */
export function deskCollection(
  content: DeskContent,
  assets: ReadonlySet<string>,
  downloaded: ReadonlyMap<string, string>,
): Collection & { defaultLocale: string; name: string | undefined } {
  const losses: Loss[] = content.losses.map((what) => ({ path: '', what }));
  const codes = new Set(content.articles.map(({ locale }) => locale));
  const localeOf = (written: string) => deskLocale(written, codes);
  const defaultLocale = localeOf(content.defaultLocale);
  const sections = sectionFolders(content.sections, content.defaultLocale, localeOf);
  const namedSections = new Map<string, SourceSection>();
  const paths = pathsOf(content.articles);
  const pathOf = (article: DeskArticle) => paths.get(article) as string;
  const findTarget = deskLinks(content, pathOf, downloaded);
  const orders = orderIn(content.articles);
  const names = new Map<string, string>();
  for (const { id, locale, title } of content.articles)
    if (title && (!names.has(id) || localeOf(locale) === defaultLocale)) names.set(id, title);

  const pages = content.articles.map((article): SourcePage => {
    const path = pathOf(article);
    const section = sections.get(article.section ?? '');
    const hidden = [...article.hidden, ...(section?.hidden ?? [])];
    const metadata = metadataOf(article, hidden);
    losses.push(...hiddenLosses(path, hidden, metadata));
    const named = section ? [] : (article.sectionNames ?? []);
    named.forEach((name, depth) => {
      const folder = named.slice(0, depth + 1).join('/');
      if (!namedSections.has(folder))
        namedSections.set(folder, { titles: new Map([[localeOf(article.locale), name]]) });
    });
    if (article.section && !section && named.length === 0)
      losses.push({ path, what: `The section ${article.section} of this article isn't known.` });
    return {
      path,
      locale: localeOf(article.locale),
      pathInLocale: path,
      article: article.id,
      section: section?.folders ?? named,
      name: names.get(article.id) ?? article.id,
      metadata: { ...metadata, ...(orders.has(article) && { order: orders.get(article) as number }) },
      body: withFiles(article),
      ...(article.votes && { votes: article.votes }),
      resolveUrl: (url, report) => {
        const target = findTarget(article, url);
        if (!target) return url;
        if ('path' in target) return target.path;
        if (target.isOld)
          report?.(`The link to ${target.address} still leads to the old site; no imported article matches it.`);
        return target.address;
      },
    };
  });
  return {
    pages,
    sections: new Map([
      ...namedSections,
      ...[...sections.values()].map(({ folders, known }) => [folders.join('/'), known] as const),
    ]),
    assets,
    files: [],
    others: [],
    losses,
    defaultLocale,
    name: content.name ?? nameOfHost(content.articles.map(({ url }) => url)),
  };
}

/** A name for the help center from the host of its articles: `Kettle` for `help.kettle.com`. */
function nameOfHost(urls: readonly (string | undefined)[]): string | undefined {
  const url = urls.find((one) => one !== undefined && /^https?:/.test(one));
  const { hostname } = url === undefined ? { hostname: '' } : new URL(url);
  if (/^[\d.:[\]]*$/.test(hostname) || hostname === 'localhost') return undefined;
  const labels = hostname.split('.').filter((label) => !/^(?:www|help|support|docs|kb|faq|hilfe|ohje)$/.test(label));
  return labels[0] && titleOfName(labels[0]);
}

function pathsOf(articles: readonly DeskArticle[]): Map<DeskArticle, string> {
  const taken = new Set<string>();
  const paths = new Map<DeskArticle, string>();
  for (const article of articles) {
    const address = decodeAddress(pathIn(article.url) ?? `/articles/${article.id}/${article.locale}`).replace(
      /^\/+/,
      '',
    );
    let path = address;
    for (let count = 2; taken.has(path.toLowerCase()); count += 1) path = `${address}/${article.locale}-${count}`;
    taken.add(path.toLowerCase());
    paths.set(article, path);
  }
  return paths;
}

function metadataOf(article: DeskArticle, hidden: readonly Hidden[]): Metadata {
  const is = (as: Hidden['as']) => hidden.some((one) => one.as === as);
  const confidence = is('archived') ? 'archived' : is('work-in-progress') ? 'work-in-progress' : undefined;
  const days = hidden
    .flatMap(({ as }) => (typeof as === 'object' && 'publishOn' in as ? [as.publishOn] : []))
    .sort(compareText);
  const publishOn = days.at(-1);
  const ends = hidden.flatMap(({ as }) => (typeof as === 'object' && 'archiveOn' in as ? [as.archiveOn] : []));
  const [archiveOn] = ends.sort(compareText);
  const { title, summary, author, edited, labels, id, addresses } = article;
  return {
    ...(title && { title }),
    ...(summary && { summary: summary.replace(/\s+/g, ' ') }),
    aliases: labels,
    ...(author && { owner: author }),
    ...(edited && { reviewed: edited }),
    ...(confidence && { confidence }),
    ...(is('internal') && { audience: 'internal' }),
    ...(publishOn && { publishOn }),
    ...(archiveOn && { archiveOn }),
    ...(/^\d+$/.test(id) && { number: id }),
    oldNames: [],
    oldPaths: [...new Set(addresses)],
    unknownKeys: [],
  };
}

/** Says why not everyone can see the article, and what it became. What isn't understood is for someone to decide. */
function hiddenLosses(path: string, hidden: readonly Hidden[], metadata: Metadata): Loss[] {
  const { confidence, audience, publishOn, archiveOn } = metadata;
  const statements = hidden.map(({ as, why, unsure }): Statement => {
    const says = typeof as === 'object' ? 'public' : as === 'work-in-progress' ? 'hidden' : as;
    return { written: why, says: unsure ? 'unclear' : says };
  });
  const visibility = {
    ...(confidence && confidence !== 'not-validated' && { confidence }),
    ...(audience && { audience }),
    ...(publishOn && { publishOn }),
    ...(archiveOn && { archiveOn }),
  };
  const loss = visibilityLoss(visibility, statements);
  return loss ? [{ path, what: loss.what, kind: loss.kind }] : [];
}

/** Places from 1 in each section, if the desk has an order there. */
function orderIn(articles: readonly DeskArticle[]): Map<DeskArticle, number> {
  const orders = new Map<DeskArticle, number>();
  for (const all of Map.groupBy(articles, ({ section }) => section).values()) {
    const positions = [...new Set(all.map(({ position }) => position))].sort((a, b) => a - b);
    if (positions.length > 1) for (const article of all) orders.set(article, positions.indexOf(article.position) + 1);
  }
  return orders;
}

/** The text, and below it links to the files that the desk lists there. */
function withFiles({ body, files }: DeskArticle): SourcePage['body'] {
  if (!('html' in body)) return body;
  const listed = files.filter(({ inline, url, name }) => !inline && !body.html.includes(url) && name !== '');
  if (listed.length === 0) return body;
  const items = listed.map(({ url, name }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></li>`);
  return { html: `${body.html}\n<ul>${items.join('')}</ul>` };
}

interface SectionFolder {
  folders: string[];
  known: SourceSection;
  hidden: Hidden[];
}

/** The folders of each section: the names of those around it and its own, each different from those beside it. */
function sectionFolders(
  sections: readonly DeskSection[],
  defaultLocale: string,
  localeOf: (written: string) => string,
): Map<string, SectionFolder> {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const found = new Map<string, SectionFolder>();
  const taken = new Set<string>();
  const place = (section: DeskSection, open: readonly string[]): SectionFolder => {
    const known = found.get(section.id);
    if (known) return known;
    // A desk with sections inside each other in a circle would have no end.
    const parent = open.includes(section.id) ? undefined : byId.get(section.parent ?? '');
    const above = parent && parent !== section ? place(parent, [...open, section.id]) : undefined;
    const titles = new Map([...section.titles].map(([locale, title]) => [localeOf(locale || defaultLocale), title]));
    const summaries = new Map(
      [...section.summaries].map(([locale, text]) => [localeOf(locale || defaultLocale), text]),
    );
    const name = (titles.get(localeOf(defaultLocale)) ?? [...titles.values()][0] ?? section.id).replaceAll('/', '-');
    const unique = (count: number) => [...(above?.folders ?? []), count === 1 ? name : `${name} ${count}`];
    let count = 1;
    while (taken.has(unique(count).join('/').toLowerCase())) count += 1;
    const folders = unique(count);
    taken.add(folders.join('/').toLowerCase());
    const result = {
      folders,
      known: { titles, summaries, order: section.position, addresses: section.addresses },
      hidden: [...section.hidden, ...(above?.hidden ?? [])],
    };
    found.set(section.id, result);
    return result;
  };
  for (const section of sections) place(section, []);
  return found;
}
