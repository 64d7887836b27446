import { stemOf } from '../links/paths.ts';
import type { FrontMatter } from './front-matter.ts';

/** Names that repositories give to files about themselves. In lowercase, such files can be articles. */
const HOUSEKEEPING = new Set([
  ...['CHANGELOG', 'CHANGES', 'HISTORY', 'CONTRIBUTING', 'CONTRIBUTORS', 'AUTHORS', 'MAINTAINERS', 'GOVERNANCE'],
  ...['CODE_OF_CONDUCT', 'SECURITY', 'SUPPORT', 'CODEOWNERS', 'NOTICE', 'PULL_REQUEST_TEMPLATE', 'ISSUE_TEMPLATE'],
]);
/** Menus of GitBook and docsify. */
const MENUS = new Set(['SUMMARY', '_sidebar', '_navbar', '_footer', '_coverpage']);
const LICENSE = /^(?:licen[cs]es?|copying|unlicen[cs]e)(?:[-_.].*)?$/i;

/** Whether the folder is a GitBook, whose READMEs are pages like any other. `paths` are all its Markdown files. */
export function isGitBook(paths: readonly string[]): boolean {
  return paths.some((path) => stemOf(path) === 'SUMMARY');
}

/** Whether the folder is a Jekyll site, which publishes folders such as `_docs`. `paths` are all its files. */
export function isJekyll(paths: readonly string[]): boolean {
  return paths.some((path) => /(?:^|\/)(?:_config\.ya?ml$|_layouts\/|_includes\/|_posts\/)/.test(path));
}

/**
 * Explains in one sentence why a file isn't imported as an article, or returns nothing if it is one.
 * A file with front matter was meant to be published, whatever its name.
 */
export function whyNoArticle(path: string, front: FrontMatter, readmesArePages: boolean): string | undefined {
  const stem = stemOf(path);
  const folders = path.split('/').slice(0, -1);
  if (folders.some((folder) => folder.startsWith('.') || folder === 'node_modules')) {
    return "The file is in a folder for tools and wasn't imported.";
  }
  if (front.data['excalidraw-plugin'] !== undefined) return "The file is a drawing of a note app and wasn't imported.";
  const isTemplate = folders.some((folder) => /^_?templates?$/i.test(folder));
  if (isTemplate && /\{\{\s*(?:title|date|time)\b|<%[*_-]?\s*tp\./.test(JSON.stringify(front.data) + front.body))
    return "The file is a template for new notes and wasn't imported.";
  if (stem === '404') return "The page is for addresses that don't exist; Ohje has one of its own.";
  if (front.present) return undefined;
  if (LICENSE.test(stem)) return "The file is a license, not an article, and wasn't imported.";
  if (MENUS.has(stem)) return "The file is a menu, not an article, and wasn't imported.";
  if (HOUSEKEEPING.has(stem) || (stem.toLowerCase() === 'readme' && !readmesArePages)) {
    return "The file is about the project, like a README, and has no front matter; it wasn't imported.";
  }
  return front.body.trim() === '' ? "The file is empty and wasn't imported." : undefined;
}
