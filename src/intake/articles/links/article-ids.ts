import { isReserved } from '#kb/content/own-pages.ts';
import type { Report } from '../imported-site.ts';
import { fileNameOf, folderOf, stemOf } from './paths.ts';
import { freeName, slugOfName } from './slugs.ts';

/** The place of an article in the import. */
export interface ArticleAddress {
  /** `<section>/<slug>`. */
  id: string;
  /** Section path, one or more segments. */
  section: string;
}

/** Sections of an import: section path → the folder it was made from ("" for the top level). */
export type Sections = Map<string, string>;

const TOP_SECTION = 'general';
const OVERVIEW = 'overview';
const FOLDER_PAGES = new Set(['index', '_index', 'readme']);

/** Whether a file is the page of its folder: `index.md`, `_index.md`, `README.md`. */
export function isFolderPage(path: string): boolean {
  return FOLDER_PAGES.has(stemOf(path).toLowerCase());
}

function sectionOf(folder: string): string {
  if (folder === '') return TOP_SECTION;
  const [first = '', ...rest] = folder.split('/').map((name) => slugOfName(name, 'section'));
  return [isReserved(first) ? `${first}-help` : first, ...rest].join('/');
}

/** A folder with one article and its pictures is that article, not a section. */
function isBundle(path: string, all: readonly string[]): boolean {
  const folder = folderOf(path);
  return (
    folder !== '' && fileNameOf(path).startsWith('index.') && !all.some((p) => p !== path && p.startsWith(`${folder}/`))
  );
}

/**
 * Gives each article its id. `paths` are the source paths of all articles, sorted; the answer does not depend on
 * anything else. An id that is taken gets `-2`, `-3`, …; `report` is called for each of those with its source path.
 */
export function placeArticles(
  paths: readonly string[],
  report: (path: string, ...loss: Parameters<Report>) => void,
): { places: Map<string, ArticleAddress>; sections: Sections } {
  const sections: Sections = new Map();
  const homes = paths.map((path) => (isBundle(path, paths) ? folderOf(folderOf(path)) : folderOf(path)));
  for (const folder of homes) {
    for (let part = folder; ; part = folderOf(part)) {
      if (part === '' && folder !== '') break;
      const section = sectionOf(part);
      if (!sections.has(section)) sections.set(section, part);
      if (part === '') break;
    }
  }

  const places = new Map<string, ArticleAddress>();
  const owners = new Map<string, string>();
  paths.forEach((path, index) => {
    const bundle = isBundle(path, paths);
    const name = slugOfName(bundle ? fileNameOf(folderOf(path)) : stemOf(path), 'article');
    const home = sectionOf(homes[index] ?? '');
    // `install.md` next to the folder `install/` is the first page of that section.
    const opensSection = sections.has(`${home}/${name}`);
    const section = opensSection ? `${home}/${name}` : home;
    const wanted = opensSection || (isFolderPage(path) && !bundle) ? OVERVIEW : name;
    const slug = freeName(wanted, (candidate) => {
      const id = `${section}/${candidate}`;
      return owners.has(id) || sections.has(id);
    });
    const id = `${section}/${slug}`;
    if (slug !== wanted) {
      const holder = owners.get(`${section}/${wanted}`);
      const why = holder ? `"${holder}" already has that address` : 'a section already has that address';
      report(path, undefined, `The article became "${id}" instead of "${section}/${wanted}" because ${why}.`);
    }
    owners.set(id, path);
    places.set(path, { id, section });
  });
  return { places, sections };
}
