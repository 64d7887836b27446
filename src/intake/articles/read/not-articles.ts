import { stemOf } from '../links/paths.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Metadata } from './metadata.ts';

/** Names that repositories give to files about themselves; in small letters they may well be articles. */
const HOUSEKEEPING = new Set([
  ...['CHANGELOG', 'CHANGES', 'HISTORY', 'CONTRIBUTING', 'CONTRIBUTORS', 'AUTHORS', 'MAINTAINERS', 'GOVERNANCE'],
  ...['CODE_OF_CONDUCT', 'SECURITY', 'SUPPORT', 'CODEOWNERS', 'NOTICE', 'PULL_REQUEST_TEMPLATE', 'ISSUE_TEMPLATE'],
]);
/** Menus of GitBook and docsify. */
const MENUS = new Set(['SUMMARY', '_sidebar', '_navbar', '_footer', '_coverpage']);
const LICENCE = /^(?:licen[cs]es?|copying|unlicen[cs]e)(?:[-_.].*)?$/i;

/** Whether the tree is a GitBook, whose READMEs are pages like any other. `paths` are all of its Markdown files. */
export function isGitBook(paths: readonly string[]): boolean {
  return paths.some((path) => stemOf(path) === 'SUMMARY');
}

/**
 * Says in one sentence why a file is not brought in as an article, or nothing when it is one.
 * A file with front matter was meant to be published, whatever its name.
 */
export function whyNoArticle(
  path: string,
  front: FrontMatter,
  metadata: Metadata,
  readmesArePages: boolean,
): string | undefined {
  const stem = stemOf(path);
  const folders = path.split('/').slice(0, -1);
  if (folders.some((folder) => folder.startsWith('.') || folder === 'node_modules')) {
    return 'The file stands in a folder for tools and was not brought in.';
  }
  if (metadata.draft) return 'The article is a draft and was not brought in.';
  if (front.present) return undefined;
  if (LICENCE.test(stem)) return 'The file is a licence and no article; it was not brought in.';
  if (MENUS.has(stem)) return 'The file is a menu and no article; it was not brought in.';
  if (HOUSEKEEPING.has(stem) || (stem.toLowerCase() === 'readme' && !readmesArePages)) {
    return 'The file has no front matter and is about the folder, no article; it was not brought in.';
  }
  return front.body.trim() === '' ? 'The file is empty and was not brought in.' : undefined;
}
