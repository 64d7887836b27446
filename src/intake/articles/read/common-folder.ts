/** Folders that hold all pages of a site and say nothing to its readers. */
const CONTAINERS = new Set([
  ...['docs', 'doc', '_docs', 'documentation', 'content', 'contents', 'src', 'source', 'pages', 'main', 'site'],
  ...['website', 'help', 'articles', '_articles', 'collections', '_posts', 'posts', 'guides', 'public', 'fern', 'wiki'],
]);

/** The only version of all pages. */
const VERSION = /^v?\d+(?:\.\d+)+$/i;

/**
 * The folders that all pages are in, as far as they only hold them: `src/content/docs`. They become no section.
 *
 * @param folders the folders of all pages, each outermost first
 */
export function commonFolder(folders: readonly (readonly string[])[]): string[] {
  const [first = []] = folders;
  const common: string[] = [];
  for (const [depth, name] of first.entries()) {
    if (!(CONTAINERS.has(name.toLowerCase()) || VERSION.test(name)) || folders.some((folder) => folder[depth] !== name))
      break;
    common.push(name);
  }
  return common;
}
