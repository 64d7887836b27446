import { parse as parseYaml } from 'yaml';
import { isData } from '#kb/values/data.ts';
import type { SourceFile } from '../imported-site.ts';
import { fileNameOf, folderOf, joinPath } from '../links/paths.ts';
import { readJsData } from './js-data.ts';
import { readMarkdownMenu } from './markdown-menu.ts';
import { type NavEntry, navEntries } from './nav-entries.ts';

/** A menu, and the folders that its paths can be relative to. */
export interface Menu {
  path: string;
  bases: string[];
  entries: NavEntry[];
  /** Names of folders that the menu is in: Docusaurus' `_category_.json`. */
  own?: { folder: string; label?: string; summary?: string; order?: number };
}

const DATA = '(?:json|ya?ml)';
const CODE = '(?:[cm]?[jt]s)';
const CATEGORY = new RegExp(`^_category_\\.${DATA}$`);
const FOLDER_ORDER = new RegExp(
  `^(?:_?meta\\.(?:json|${CODE}x?)|_meta\\.(?:json|${CODE}x?)|_order\\.ya?ml|\\.pages|\\.nav\\.yml)$`,
);
const MENU_DATA = new RegExp(
  `^(?:mkdocs|properdocs|docs|mint|sidebars?|toc|navigation|nav|summary|zensical)\\.${DATA}$|^[\\w-]*sidebars?\\.${DATA}$`,
);
const MENU_CODE = new RegExp(`^(?:sidebars?|[\\w-]*[Ss]idebars?|astro\\.config|config)\\.${CODE}$`);
const MENU_MARKDOWN = /^(?:SUMMARY|_sidebar|_Sidebar)\.md$/;

/** Docusaurus' translations of the labels in a sidebar. */
const LABELS = /(?:^|\/)i18n\/([^/]+)\/docusaurus-plugin-content-docs[^/]*\/(?:current|version-[^/]+)\.json$/;

/** Translated names of sections in one language, by the name that they translate. */
export interface TranslatedLabels {
  language: string;
  labels: Map<string, string>;
}

/** Reads the translations of labels among the files of a source. */
export function readTranslatedLabels(files: readonly SourceFile[]): TranslatedLabels[] {
  return files.flatMap((file) => {
    const language = LABELS.exec(file.path)?.[1];
    const data = language ? dataOf(file) : undefined;
    if (!language || !isData(data)) return [];
    const labels = Object.entries(data).flatMap(([key, value]) => {
      const label = /^sidebar\.[^.]+\.category\.(.+?)(?<!\.link\.generated-index\.(?:title|description))$/.exec(
        key,
      )?.[1];
      const message = isData(value) ? value.message : undefined;
      return label && typeof message === 'string' ? [[label, message] as const] : [];
    });
    return [{ language, labels: new Map(labels) }];
  });
}

/** Whether a file is a menu of a site generator, or names a folder. */
export function isMenuFile(path: string): boolean {
  const name = fileNameOf(path);
  if (MENU_MARKDOWN.test(name) || LABELS.test(path)) return true;
  if (/^config\./.test(name) && !/(?:^|\/)\.(?:vitepress|vuepress)\//.test(path)) return false;
  const isJekyllData =
    /(?:^|\/)_data\//.test(path) && /(?:nav|sidebar|toc|menu|docs)[\w-]*\.(?:json|ya?ml)$|\/sidebars\//.test(path);
  return [CATEGORY, FOLDER_ORDER, MENU_DATA, MENU_CODE].some((pattern) => pattern.test(name)) || isJekyllData;
}

/** YAML with tags of Python, as MkDocs has them, is read too; what doesn't parse gives nothing. */
function dataOf({ path, text }: SourceFile): unknown {
  try {
    if (/\.json$/.test(path)) return JSON.parse(text);
    if (/\.[cm]?[jt]sx?$/.test(path)) return readJsData(text);
    return parseYaml(text, { logLevel: 'silent', uniqueKeys: false });
  } catch {
    return undefined;
  }
}

function orderOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The value of the first property with one of these names, however deep. */
function findDeep(value: unknown, names: readonly string[], depth = 0): unknown {
  if (depth > 8 || typeof value !== 'object' || value === null) return undefined;
  const own = isData(value)
    ? names.map((name) => value[name]).find((one) => typeof one === 'object' && one)
    : undefined;
  if (own) return own;
  for (const inner of Object.values(value)) {
    const found = findDeep(inner, names, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Nextra lists the files of a folder as keys: `{ "index": "Start", "care": { "title": "Care" } }`. */
function folderEntries(data: unknown): NavEntry[] {
  if (Array.isArray(data)) return data.filter((one) => typeof one === 'string').map((page) => ({ page }));
  if (!isData(data)) return [];
  if (Array.isArray(data.pages)) return folderEntries(data.pages);
  const listed = data.nav ?? data.arrange;
  if (Array.isArray(listed)) return navEntries(listed).filter(({ page }) => page !== '...');
  return Object.entries(data).flatMap(([key, value]) => {
    const label =
      typeof value === 'string' ? value : isData(value) && typeof value.title === 'string' ? value.title : '';
    return key === 'title' || key === '*' ? [] : [{ page: key, folder: key, ...(label && { label }) }];
  });
}

function menuOf(file: SourceFile): Menu | undefined {
  const { path } = file;
  const folder = folderOf(path);
  const name = fileNameOf(path);
  const bases = (...folders: string[]) => [...new Set(['', ...folders].map((one) => joinPath(folder, one)))];
  if (MENU_MARKDOWN.test(name)) return { path, bases: bases(), entries: readMarkdownMenu(file.text) };
  const data = dataOf(file);
  if (CATEGORY.test(name)) {
    if (!isData(data)) return undefined;
    const order = orderOf(data.position);
    const label = typeof data.label === 'string' ? data.label : undefined;
    const page = isData(data.link) ? data.link : {};
    const summary = [page.description, data.description].find((one) => typeof one === 'string');
    return {
      path,
      bases: [],
      entries: [],
      own: {
        folder,
        ...(label && { label }),
        ...(typeof summary === 'string' && { summary }),
        ...(order !== undefined && { order }),
      },
    };
  }
  if (FOLDER_ORDER.test(name)) {
    const title = isData(data) && typeof data.title === 'string' ? data.title : undefined;
    return { path, bases: bases(), entries: folderEntries(data), own: { folder, ...(title && { label: title }) } };
  }
  const parts = ['docs', 'src/content/docs', 'content', 'src', 'pages', '..', '../docs', '../content', '../..'];
  const docsDir = isData(data) && typeof data.docs_dir === 'string' ? [data.docs_dir] : [];
  const isSettings = /^(?:mkdocs|properdocs|zensical|docs|mint|astro\.config|config)\./.test(name);
  const menu = isSettings ? findDeep(data, ['nav', 'navigation', 'sidebar']) : data;
  // Docusaurus names each sidebar, for itself only.
  const isSidebars = /sidebars/i.test(name) && isData(menu);
  const entries = isSidebars ? Object.values(menu).flatMap((one) => navEntries(one)) : navEntries(menu);
  return { path, bases: bases(...docsDir, ...parts), entries };
}

/** Reads the menus among the files of a source; those that say nothing are left out. */
export function readMenus(files: readonly SourceFile[]): Menu[] {
  return files.flatMap((file) => {
    const menu = isMenuFile(file.path) ? menuOf(file) : undefined;
    return menu && (menu.entries.length > 0 || menu.own) ? [menu] : [];
  });
}
