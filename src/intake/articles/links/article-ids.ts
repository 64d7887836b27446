import { isReserved } from '#kb/content/own-pages.ts';
import { compareText } from '#kb/values/text.ts';
import type { ReportingPage } from '../collection.ts';
import { stemOf } from './paths.ts';
import { freeName, slugOfName } from './slugs.ts';

/** The place of an article in the import. */
export interface ArticleAddress {
  /** `<section>/<slug>`. */
  id: string;
  /** Section path, one or more segments. */
  section: string;
}

/** Sections of an import: section path → the folders it was made from, joined with `/` ("" for the top level). */
export type Sections = Map<string, string>;

const TOP_SECTION = 'general';
const OVERVIEW = 'overview';
const FOLDER_PAGES = new Set(['index', '_index', 'readme']);

/** Whether a file is the page of its folder: `index.md`, `_index.md`, `README.md`. */
export function isFolderPage(path: string): boolean {
  return FOLDER_PAGES.has(stemOf(path).toLowerCase());
}

function sectionOf(folders: readonly string[]): string {
  if (folders.length === 0) return TOP_SECTION;
  const [first = '', ...rest] = folders.map((name) => slugOfName(name, 'section'));
  return [isReserved(first) ? `${first}-help` : first, ...rest].join('/');
}

/**
 * Gives each article its id, by `article`: translations share one. The answer depends only on the pages, not on their
 * order; of translations, the one that comes first decides. An id that is taken gets `-2`, `-3`, …, which is reported.
 *
 * @param isFirst whether a page decides for its translations, such as those in the default language
 */
export function placeArticles(
  pages: readonly ReportingPage[],
  isFirst: (page: ReportingPage) => boolean,
): { places: Map<string, ArticleAddress>; sections: Sections } {
  const rank = (page: ReportingPage) => (isFirst(page) ? 0 : 1);
  const sorted = [...pages].sort((a, b) => rank(a) - rank(b) || compareText(a.path, b.path));
  const deciding = [...new Map([...sorted].reverse().map((page) => [page.article, page])).values()].sort((a, b) =>
    compareText(a.path, b.path),
  );
  const sections: Sections = new Map();
  for (const { section: folders } of deciding) {
    for (let depth = folders.length; depth > 0 || folders.length === 0; depth -= 1) {
      const part = folders.slice(0, depth);
      const section = sectionOf(part);
      if (!sections.has(section)) sections.set(section, part.join('/'));
      if (depth === 0) break;
    }
  }

  const places = new Map<string, ArticleAddress>();
  const owners = new Map<string, string>();
  for (const page of deciding) {
    const name = slugOfName(page.name, 'article');
    const home = sectionOf(page.section);
    // `install.md` next to the folder `install/` is the first page of that section.
    const opens = sections.has(`${home}/${name}`);
    const section = opens ? `${home}/${name}` : home;
    const wanted = opens || page.opensSection ? OVERVIEW : name;
    const slug = freeName(wanted, (candidate) => {
      const id = `${section}/${candidate}`;
      return owners.has(id) || sections.has(id);
    });
    const id = `${section}/${slug}`;
    if (slug !== wanted) {
      const holder = owners.get(`${section}/${wanted}`);
      const why = holder ? `"${holder}" already has that address` : 'a section already has that address';
      page.report(undefined, `The article became "${id}" instead of "${section}/${wanted}" because ${why}.`);
    }
    owners.set(id, page.path);
    places.set(page.article, { id, section });
  }
  return { places, sections };
}
