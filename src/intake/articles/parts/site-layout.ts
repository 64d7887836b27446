import { isData } from '#kb/values/data.ts';
import type { Loss, SourceFile } from '../imported-site.ts';
import type { LanguageFinder } from '../languages/page-languages.ts';
import { fileNameOf, folderOf, joinPath } from '../links/paths.ts';
import { readDataOf } from './part-data.ts';

/** How a site generator keeps its pages in folders. */
export interface SiteLayout {
  /** The files without those of other versions of the same pages. */
  files: SourceFile[];
  losses: Loss[];
  /** Takes the folders that only hold pages out of their paths: `src/content/docs/care/lid.md` is `care/lid.md`. */
  inSite(languageOf: LanguageFinder): LanguageFinder;
}

const CONFIG =
  /^(?:docusaurus|astro)\.config\.[cm]?[jt]s$|^(?:hugo|mkdocs|properdocs|zensical)\.\w+$|^config\.(?:toml|ya?ml)$|^_config\.ya?ml$/;

/** The folders that hold the pages of a generator, below the folder of its configuration. */
function rootsOf(file: SourceFile, has: (folder: string) => boolean): string[] {
  const name = fileNameOf(file.path);
  const folder = folderOf(file.path);
  const below = (...folders: string[]) => folders.map((one) => joinPath(folder, one)).filter(has);
  if (/^config\.\w+$/.test(name) && /(?:^|\/)\.(?:vitepress|vuepress)$/.test(folder)) return [folderOf(folder)];
  if (!CONFIG.test(name)) return [];
  if (name.startsWith('docusaurus')) return below('docs', 'src/pages');
  if (name.startsWith('astro')) return below('src/content/docs');
  if (name.startsWith('_config')) return below('_pages');
  if (/^(?:hugo|config)\./.test(name)) return below('content');
  const config = readDataOf(file);
  return below(isData(config) && typeof config.docs_dir === 'string' ? config.docs_dir : 'docs');
}

const VERSION = /^(.*?)(?:[\w-]+_)?versioned_docs\/version-([^/]+)\//;
const TRANSLATED_VERSION = /^(.*?)i18n\/[^/]+\/docusaurus-plugin-content-docs[^/]*\/version-([^/]+)\//;
const CURRENT = /^(?:docs\/|i18n\/[^/]+\/docusaurus-plugin-content-docs\/current\/)/;

function versionOf(path: string): { above: string; version: string } | undefined {
  const [, above = '', version] = VERSION.exec(path) ?? TRANSLATED_VERSION.exec(path) ?? [];
  return version === undefined ? undefined : { above, version };
}

/** The version that readers see if the pages in `docs/` aren't published yet, by the folder of the site. */
function publishedVersions(files: readonly SourceFile[]): Map<string, string> {
  return new Map(
    files.flatMap((file): [string, string][] => {
      if (!/(?:^|\/)docusaurus\.config\.\w+$/.test(file.path) || !/includeCurrentVersion:\s*false/.test(file.text))
        return [];
      const folder = folderOf(file.path);
      const above = folder === '' ? '' : `${folder}/`;
      const listed = files.find(({ path }) => path === `${above}versions.json`);
      const versions = listed && readDataOf(listed);
      const last =
        /lastVersion:\s*["']([^"']+)["']/.exec(file.text)?.[1] ?? (Array.isArray(versions) ? versions[0] : undefined);
      return typeof last === 'string' ? [[above, last]] : [];
    }),
  );
}

/** Reads how the generator of a source keeps its pages, from its configuration and the names of folders. */
export function readSiteLayout(files: readonly SourceFile[]): SiteLayout {
  const published = publishedVersions(files);
  const counts = new Map<string, number>();
  const kept = files.filter(({ path }) => {
    const found = versionOf(path);
    const above = found?.above ?? [...published.keys()].find((folder) => path.startsWith(folder)) ?? '';
    const wanted = published.get(above);
    const isOther = found ? found.version !== wanted : wanted !== undefined && CURRENT.test(path.slice(above.length));
    if (!isOther) return true;
    const name = found ? `${above}versioned_docs/version-${found.version}` : `${above}docs`;
    if (/\.mdx?$/i.test(path)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return false;
  });
  const folders = new Set(
    kept.flatMap(({ path }) => path.split('/').map((_name, at, all) => all.slice(0, at).join('/'))),
  );
  const versions = [...published].map(([above, version]) => `${above}versioned_docs/version-${version}`);
  const roots = [...versions, ...kept.flatMap((file) => rootsOf(file, (folder) => folders.has(folder)))]
    .filter((root) => root !== '')
    .sort((left, right) => right.length - left.length);
  return {
    files: kept,
    losses: [...counts].map(([path, count]) => ({
      path,
      what: `These are ${count} ${count === 1 ? 'page' : 'pages'} of another version of the documentation, so they weren't imported. Import this folder on its own to get them.`,
    })),
    inSite: (languageOf) => (path, said) => {
      const found = languageOf(path, said);
      const root = roots.find((one) => found.pathInLocale.startsWith(`${one}/`));
      return root === undefined ? found : { ...found, pathInLocale: found.pathInLocale.slice(root.length + 1) };
    },
  };
}
