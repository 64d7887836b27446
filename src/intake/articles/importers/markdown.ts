import type { Collection, LinkablePage, SourcePage, Stub } from '../collection.ts';
import type { Loss, SourceFile } from '../imported-site.ts';
import { localeOfName } from '../languages/language-names.ts';
import { languageFinder } from '../languages/page-languages.ts';
import { isFolderPage } from '../links/article-ids.ts';
import { fileNameOf, folderOf, joinPath, stemOf } from '../links/paths.ts';
import { isRedirectFile, readRedirectFiles } from '../moves/redirect-files.ts';
import { redirectOf } from '../moves/redirect-stubs.ts';
import { applyMenus } from '../navigation/apply-menus.ts';
import { applyCategories, applyNumbers } from '../navigation/front-matter-places.ts';
import { isMenuFile, readMenus, readTranslatedLabels } from '../navigation/nav-files.ts';
import { sectionBook } from '../navigation/section-book.ts';
import { readUnlisted } from '../navigation/unlisted-pages.ts';
import { expandPages, isPartFile } from '../parts/expand-pages.ts';
import { withExportedMetadata } from '../parts/exported-metadata.ts';
import type { MappedText } from '../parts/mapped-text.ts';
import { withoutParts } from '../parts/not-pages.ts';
import { readSiteLayout } from '../parts/site-layout.ts';
import { readSiteRules } from '../parts/site-rules.ts';
import { commonFolder } from '../read/common-folder.ts';
import { privateTables } from '../read/note-tables.ts';
import { isHtmlPage, otherDocuments, withHtmlPage } from '../read/other-documents.ts';
import { readPlaceKeys } from '../read/place-keys.ts';
import { readSources, type SourceArticle } from '../read/source-articles.ts';
import type { Importer, ImportOptions } from './importer.ts';
import { addressesOf } from './known-addresses.ts';

/** A folder of Markdown, whatever it was written for: GitHub, Jekyll, Hugo, Docusaurus, GitBook, a help desk's export. */
export const markdown: Importer = {
  name: 'markdown',
  source: 'a folder of Markdown: folders become sections, files become articles',
  needs: 'Markdown file',
  reads: (path) => isMarkdown(path) || isMenuFile(path) || isRedirectFile(path),
  includes: isPartFile,
  collect: collectMarkdown,
};

function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}

function bodyOf(text: MappedText | undefined): SourcePage['body'] {
  return text ? { markdown: text.text, lines: text.lines } : { markdown: '' };
}

function unknownKeyLosses(articles: readonly SourceArticle[]): Loss[] {
  const users = new Map<string, string[]>();
  for (const { path, metadata } of articles) {
    for (const key of metadata.unknownKeys) users.set(key, [...(users.get(key) ?? []), path]);
  }
  return [...users].map(([key, paths]) => {
    const others = paths.length - 1;
    const also = others === 0 ? '' : ` (here and in ${others} other ${others === 1 ? 'file' : 'files'})`;
    return {
      path: paths[0] ?? '',
      what: `The front matter key "${key}"${also} isn't supported and was left out.`,
    };
  });
}

/** A folder with one article and its pictures is that article, not a section. Paths are of one language. */
function bundles(paths: readonly string[]): (path: string) => boolean {
  const folders = new Map<string, number>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
  }
  return (path) => fileNameOf(path).startsWith('index.') && folders.get(folderOf(path)) === 1;
}

function foldersOf(path: string): string[] {
  return path === '' ? [] : path.split('/');
}

function collectMarkdown(
  source: readonly SourceFile[],
  assets: ReadonlySet<string>,
  options: ImportOptions,
): Collection {
  const losses: Loss[] = [];
  const layout = readSiteLayout(source);
  const files = layout.files.map(withHtmlPage);
  const unread = files.filter(({ path, text }) => !isHtmlPage(path, text)).map(({ path }) => path);
  const texts = new Set(files.map(({ path }) => path));
  const tables = privateTables(files, options.today);
  losses.push(
    ...layout.losses,
    ...tables,
    ...otherDocuments([...unread, ...[...assets].filter((path) => !texts.has(path))]),
  );
  const hidden = readSiteRules(files, options.today);
  const unlisted = readUnlisted(files);
  const markdownFiles = files
    .filter(({ path, text }) => isMarkdown(path) || isHtmlPage(path, text))
    .map(withExportedMetadata);
  const {
    all,
    articles: read,
    folderTitles,
  } = readSources(
    markdownFiles,
    assets,
    options.today,
    (path) => [...hidden(path), ...unlisted(path)],
    (path, line, what, kind) => {
      losses.push({ path, ...(line !== undefined && { line }), what, ...(kind && { kind }) });
    },
  );
  const whole = read.filter(({ front }) => redirectOf(front) === undefined);
  const bodies = expandPages(
    whole.map(({ path, front }) => ({ path, body: front.body, data: front.data })),
    files,
    assets,
  );
  const { articles, losses: partLosses } = withoutParts(whole, bodies.used);
  // What pages include is imported, wherever it is.
  const isSource = new Set(read.map(({ path }) => path));
  for (const { path } of losses.filter(({ path: of }) => bodies.used.has(of) && !isSource.has(of)))
    losses.splice(
      losses.findIndex((loss) => loss.path === path),
      1,
    );
  losses.push(...partLosses, ...bodies.losses.filter(({ path }) => articles.some((article) => article.path === path)));
  const keys = new Map(all.map(({ path, front }) => [path, readPlaceKeys(front)] as const));
  const languageOf = layout.inSite(
    languageFinder(
      all.map(({ path }) => path),
      options.locale,
    ),
  );
  const placeOf = ({ path, metadata }: SourceArticle): LinkablePage => {
    const { locale = options.locale ?? 'en', pathInLocale } = languageOf(path, keys.get(path)?.language);
    return { path, locale, pathInLocale, metadata };
  };
  const isBundle = bundles([...new Set(articles.map((article) => placeOf(article).pathInLocale))]);
  const folderIn = (path: string) => foldersOf(folderOf(isBundle(path) ? folderOf(path) : path));
  const common = commonFolder(articles.map((article) => folderIn(placeOf(article).pathInLocale)));

  const taken = new Set<string>();
  const pages = articles.map((article): SourcePage => {
    const place = placeOf(article);
    const { pathInLocale, locale, path } = place;
    const { translationKey, order } = keys.get(path) ?? {};
    const bundle = isBundle(pathInLocale);
    const name = bundle ? fileNameOf(folderOf(pathInLocale)) : stemOf(pathInLocale);
    const shared = translationKey ? `key ${translationKey}` : joinPath(folderOf(pathInLocale), stemOf(pathInLocale));
    // Two files of one language are two articles, whatever they have in common.
    const key = taken.has(`${locale} ${shared}`) ? path : shared;
    taken.add(`${locale} ${key}`);
    return {
      ...place,
      metadata: { ...article.metadata, ...(order !== undefined && { order }) },
      article: key,
      section: folderIn(pathInLocale).slice(common.length),
      name,
      opensSection: isFolderPage(pathInLocale) && !bundle,
      body: bodyOf(bodies.bodyOf(path)),
    };
  });

  const book = sectionBook();
  const sectionAt = (folder: string) => foldersOf(folder).slice(common.length);
  for (const article of all) {
    const title = folderTitles.get(article.path);
    const { pathInLocale, locale } = placeOf(article);
    const section = sectionAt(folderOf(pathInLocale));
    if (!isFolderPage(pathInLocale) || section.length === 0) continue;
    if (title) book.name(section, locale, title);
    // A folder's page without a text is only its name and what is in it.
    const isOnlyName = !articles.some(({ path }) => path === article.path);
    if (isOnlyName && article.metadata.summary) book.describe(section, locale, article.metadata.summary);
    const order = keys.get(article.path)?.order;
    if (order !== undefined) book.place(section, order);
  }
  const menus = readMenus(files).map((menu) => ({ ...menu, ...languageOf(menu.path) }));
  for (const { own, pathInLocale, locale = options.locale ?? 'en' } of menus) {
    const section = sectionAt(folderOf(pathInLocale));
    if (own?.label) book.name(section, locale, own.label);
    if (own?.summary) book.describe(section, locale, own.summary);
    if (own?.order !== undefined) book.place(section, own.order);
  }
  losses.push(...applyMenus(pages, menus, book));
  applyCategories(pages, ({ path }) => keys.get(path)?.categories ?? [], book);
  applyNumbers(pages, book);
  for (const { language, labels } of readTranslatedLabels(files)) {
    const locale = localeOfName(language);
    for (const [section, { titles }] of book.sections) {
      const translated = [...titles.values()].flatMap((title) => labels.get(title) ?? [])[0];
      if (locale && translated) book.name(section.split('/'), locale, translated);
    }
  }
  const stubs = read.flatMap((article): Stub[] => {
    const to = redirectOf(article.front);
    if (to === undefined) return [];
    const page = placeOf(article);
    const inSite = page.pathInLocale.slice(common.join('/').length).replace(/^\/+/, '');
    const served = [page.pathInLocale, inSite].flatMap(addressesOf);
    const named = page.metadata.oldNames.map((name) => `/${joinPath(folderOf(page.pathInLocale), name)}`);
    return [{ page, to, addresses: [...new Set([...page.metadata.oldPaths, ...named, ...served])] }];
  });
  // A page without a text has nothing to lose.
  const leading = new Set(stubs.map(({ page }) => page.path));
  const imported = new Set([...articles, ...read.filter(({ front }) => redirectOf(front) !== undefined)]);
  return {
    pages,
    stubs,
    moves: readRedirectFiles(files),
    sections: book.sections,
    assets: new Set([...assets].filter((path) => !tables.some((table) => table.path === path))),
    files: [],
    others: all.filter((article) => !imported.has(article)).map(placeOf),
    losses: [...losses.filter(({ path }) => !leading.has(path)), ...unknownKeyLosses(articles)],
  };
}
