import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';

/** Elements that can hold a mark inside; others get it in front. */
const HOSTS = new Set('h1 h2 h3 h4 h5 h6 p a span b strong em i div section li dt dd td th summary'.split(' '));

function namesOf(element: Element): string[] {
  const { id, name } = element.properties;
  return [id, element.tagName === 'a' ? name : undefined].filter((value): value is string => Boolean(value));
}

function mark(name: string): Element {
  return h('span', { dataAnchor: name });
}

/**
 * Puts an empty mark where a link could jump to by `id` or `<a name>`, in place: Markdown does not keep ids, and the
 * target of each is known only once the headings are.
 */
export function markAnchors(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const names = namesOf(element);
    if (names.length === 0 || !parent || index === undefined) return undefined;
    delete element.properties.id;
    const link = element.tagName === 'a';
    if (link) delete element.properties.name;
    if (HOSTS.has(element.tagName)) {
      // A link must not contain its own mark, or an empty link would not look empty.
      if (link) parent.children.splice(index, 0, ...names.map(mark));
      else element.children.unshift(...names.map(mark));
      return link ? index + names.length + 1 : undefined;
    }
    if (['img', 'ul', 'ol', 'table', 'pre', 'blockquote', 'figure', 'details', 'hr'].includes(element.tagName)) {
      parent.children.splice(index, 0, ...names.map(mark));
      return [SKIP, index + names.length];
    }
    return undefined;
  });
}
