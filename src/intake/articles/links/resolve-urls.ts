import type { Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import type { Report } from '../imported-site.ts';

/** Components with the address of a file. */
const WITH_FILE = new Set(['Figure', 'Video', 'File']);

/** Replaces the addresses of links, pictures and files with what they mean in the source, in place. */
export function resolveUrls(
  tree: Root,
  resolve: (url: string, isLink: boolean, report: (what: string) => void) => string,
  report: Report,
): void {
  visit(tree, (node) => {
    const resolved = (url: string) =>
      resolve(url, node.type === 'link', (what) => report(node.position?.start.line, what));
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') node.url = resolved(node.url);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (!WITH_FILE.has(node.name ?? '')) return;
    for (const attribute of node.attributes)
      if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'src' && typeof attribute.value === 'string')
        attribute.value = resolved(attribute.value);
  });
}
