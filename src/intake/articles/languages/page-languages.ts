import { isFolderPage } from '../links/article-ids.ts';
import { fileNameOf, folderOf, joinPath } from '../links/paths.ts';
import { isClearlyLanguage, localeOfName, saysRegion } from './language-names.ts';

export interface PageLanguage {
  /** Nothing if only the person who imports knows it. */
  locale: string | undefined;
  /** The path without what says the language. */
  pathInLocale: string;
}

/** Folders whose folders are languages. */
const TRANSLATIONS = /^_?(?:i18n|l10n|locales?|langs?|languages?|translations?|translated)$/i;
const DOCUSAURUS =
  /^(?:(.*)\/)?i18n\/([^/]+)\/docusaurus-plugin-content-(docs|blog|pages)(?:-([^/]+))?\/(?:current\/|(version-[^/]+)\/)?(.+)$/;
const SUFFIX = /^(.+)[._]([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2})(\.\w+)$/;

/** `i18n/fr/docusaurus-plugin-content-docs/current/a.md` translates `docs/a.md`. */
function docusaurusPage(path: string): PageLanguage | undefined {
  const [, above = '', tag = '', plugin = '', instance, version, rest = ''] = DOCUSAURUS.exec(path) ?? [];
  const locale = localeOfName(tag);
  if (!locale) return undefined;
  const own = plugin === 'docs' ? (instance ?? 'docs') : plugin === 'pages' ? 'src/pages' : (instance ?? plugin);
  const versioned = instance ? `${instance}_versioned_docs` : 'versioned_docs';
  return { locale, pathInLocale: joinPath(above, `${version ? `${versioned}/${version}` : own}/${rest}`) };
}

/** A folder whose name can be a language, and the pages in it relative to it. */
interface Candidate {
  name: string;
  pages: Set<string>;
}

/** By parent folder: the candidates in it, and its other pages relative to it. */
function candidateFolders(paths: readonly string[]): Map<string, { candidates: Candidate[]; others: Set<string> }> {
  const parents = new Map<string, { candidates: Candidate[]; others: Set<string> }>();
  const byFolder = new Map<string, Candidate>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.slice(0, -1).forEach((name, depth) => {
      if (!localeOfName(name)) return;
      const parent = parts.slice(0, depth).join('/');
      const known = parents.get(parent) ?? { candidates: [], others: new Set() };
      parents.set(parent, known);
      const folder = joinPath(parent, name);
      const candidate = byFolder.get(folder) ?? { name, pages: new Set() };
      if (!byFolder.has(folder)) known.candidates.push(candidate);
      byFolder.set(folder, candidate);
      candidate.pages.add(withoutEnding(parts.slice(depth + 1).join('/')));
    });
  }
  for (const path of paths) {
    for (let parent = folderOf(path); ; parent = folderOf(parent)) {
      const known = parents.get(parent);
      const rest = parent === '' ? path : path.slice(parent.length + 1);
      if (known && !(rest.includes('/') && localeOfName(rest.split('/')[0] ?? ''))) {
        known.others.add(withoutEnding(rest));
      }
      if (parent === '') break;
    }
  }
  return parents;
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '').toLowerCase();
}

/** How many pages of a folder are also in another, by their paths; the pages of folders are in all. */
function shared(pages: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...pages].filter((page) => others.has(page) && !isFolderPage(page)).length;
}

/** The folders that are languages: `it` is one next to `en`, but not next to `hr`. */
function languageFolders(paths: readonly string[], wanted: string | undefined): Set<string> {
  const found = new Set<string>();
  for (const [parent, { candidates, others }] of candidateFolders(paths)) {
    const clear = candidates.some(({ name }) => isClearlyLanguage(name));
    const alone = others.size === 0 || [...others].every((page) => !page.includes('/') && isFolderPage(page));
    for (const { name, pages } of candidates) {
      const translated = Math.max(
        shared(pages, others),
        ...candidates.filter((other) => other.name !== name).map((other) => shared(pages, other.pages)),
      );
      const isLanguage =
        saysRegion(name) ||
        TRANSLATIONS.test(fileNameOf(parent)) ||
        (isClearlyLanguage(name) ? translated > 0 : translated * 2 >= pages.size && translated > 0) ||
        (alone && clear && (candidates.length > 1 || localeOfName(name) === wanted || isClearlyLanguage(name)));
      if (isLanguage) found.add(joinPath(parent, name));
    }
  }
  return found;
}

function folderPage(path: string, folders: ReadonlySet<string>): PageLanguage | undefined {
  const parts = path.split('/');
  for (let depth = 0; depth < parts.length - 1; depth += 1) {
    const name = parts[depth] ?? '';
    if (!folders.has(parts.slice(0, depth + 1).join('/'))) continue;
    const above = parts.slice(0, depth);
    if (TRANSLATIONS.test(above.at(-1) ?? '')) above.pop();
    return { locale: localeOfName(name), pathInLocale: [...above, ...parts.slice(depth + 1)].join('/') };
  }
  return undefined;
}

/** File names that say their language: `page.fi.md` next to `page.md` or `page.de.md`. */
function suffixedPages(paths: readonly string[]): Map<string, PageLanguage> {
  const known = new Set(paths.map((path) => path.toLowerCase()));
  const found = paths.flatMap((path) => {
    const [, stem = '', tag = '', ending = ''] = SUFFIX.exec(fileNameOf(path)) ?? [];
    const locale = localeOfName(tag);
    return locale ? [{ path, tag, locale, base: joinPath(folderOf(path), stem + ending) }] : [];
  });
  const users = new Map<string, number>();
  for (const { base } of found) users.set(base, (users.get(base) ?? 0) + 1);
  const isTranslation = ({ base, tag, path }: (typeof found)[number]) => {
    const original = known.has(base.toLowerCase()) || known.has(base.replace(/\.\w+$/, '.mdx').toLowerCase());
    const dotted = path.includes(`.${tag}.`);
    return original || (users.get(base) ?? 0) > 1 || (dotted && saysRegion(tag));
  };
  return new Map(
    found.filter(isTranslation).map(({ path, locale, base }) => [path, { locale, pathInLocale: base }] as const),
  );
}

/** Finds the language of a file by its path. */
export type LanguageFinder = (path: string, said?: string) => PageLanguage;

/**
 * Learns from the paths of all pages how the source keeps its languages. A page's language is what the page says, else
 * its folder (`fi/`, `i18n/fr/`) or its name (`page.fi.md`).
 *
 * @param wanted the language that was named for the import, if any
 */
export function languageFinder(paths: readonly string[], wanted: string | undefined): LanguageFinder {
  const folders = languageFolders(
    paths.filter((path) => !docusaurusPage(path)),
    wanted,
  );
  const suffixed = suffixedPages(paths);
  return (path, said) => {
    const own = said ? localeOfName(said) : undefined;
    const found = docusaurusPage(path) ?? folderPage(path, folders) ?? suffixed.get(path);
    return { locale: own ?? found?.locale, pathInLocale: found?.pathInLocale ?? path };
  };
}

/** The default language of a site: the one that was named, or else English, or else that of most pages. */
export function chooseDefault(counts: ReadonlyMap<string, number>, wanted: string | undefined): string {
  const byPages = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([locale]) => locale);
  const like = (language: string) =>
    byPages.find((locale) => locale === language) ?? byPages.find((locale) => locale.split('-')[0] === language);
  return (wanted && like(wanted)) ?? (wanted ? undefined : like('en')) ?? byPages[0] ?? wanted ?? 'en';
}
