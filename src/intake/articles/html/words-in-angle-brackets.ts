import type { Html, Nodes, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { attributesIn, closeComponent, isComponentName, openComponent } from '../elements/component-tags.ts';
import { isHtmlName, isVoid, isWordWhenUnclosed } from '../elements/html-names.ts';

/** Comments and elements whose content is not HTML, or one tag: closing slash, name, attributes, self-closing slash. */
const TAG =
  /<!--[\s\S]*?-->|<(svg|math|script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([A-Za-z][^\s/<>]*)((?:\s+(?:"[^"]*"|'[^']*'|[^'"<>/]|\/(?!>))*)?)(\/?)>/gi;

interface Tag {
  closing: boolean;
  name: string;
  attributes: string;
  selfClosing: boolean;
}

function tagsIn(html: string): Tag[] {
  return [...html.matchAll(TAG)]
    .filter((match) => match[3] !== undefined)
    .map((match) => ({
      closing: match[2] === '/',
      name: match[3] ?? '',
      attributes: match[4] ?? '',
      selfClosing: match[5] === '/',
    }));
}

/** Names of the file that are components, as against words in angle brackets such as `<port>`. */
function componentNames(tree: Root): Set<string> {
  const opened = new Set<string>();
  const closed = new Set<string>();
  const components = new Set<string>();
  visit(tree, 'html', (node, _index, parent) => {
    if (isInDrawing(node, parent?.children ?? [])) return;
    for (const { closing, name, attributes, selfClosing } of tagsIn(node.value)) {
      if (isHtmlName(name) && !isComponentName(name)) continue;
      (closing ? closed : opened).add(name);
      if (selfClosing || attributes.includes('=')) components.add(name);
    }
  });
  for (const name of opened) if (closed.has(name) && isComponentName(name)) components.add(name);
  return components;
}

function rewritten(html: string, components: ReadonlySet<string>, flow: boolean): string {
  return html.replace(TAG, (whole, _raw, slash, name, attributes, selfClosing) => {
    if (name === undefined) return whole;
    if (components.has(name)) {
      if (slash === '/') return closeComponent(name, flow);
      return openComponent(name, attributesIn(attributes), flow) + (selfClosing ? closeComponent(name, flow) : '');
    }
    if (!isHtmlName(name)) return `&lt;${whole.slice(1)}`;
    // HTML ignores the slash in `<iframe … />` and would treat everything after it as its content.
    return selfClosing && !isVoid(name) ? `<${name}${attributes}></${name}>` : whole;
  });
}

/** The opening tag of an inline HTML node, if it opens a known element without attributes. */
function bareOpening(node: Nodes): string | undefined {
  const [tag, ...others] = node.type === 'html' ? tagsIn(node.value) : [];
  if (!tag || others.length > 0 || tag.closing || tag.selfClosing || tag.attributes.trim() !== '') return undefined;
  return tag.name;
}

function closes(node: Nodes, name: string): boolean {
  return node.type === 'html' && tagsIn(node.value).some((tag) => tag.closing && tag.name === name);
}

function isFlow(parent: Nodes | undefined): boolean {
  return parent === undefined || ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
}

/** Whether a tag in a line belongs to a drawing or formula, whose elements have their own names. */
function isInDrawing(node: Nodes, siblings: readonly Nodes[]): boolean {
  let depth = 0;
  if (!siblings.some((sibling) => sibling.type === 'html' && /^<(?:svg|math)/i.test(sibling.value))) return false;
  for (const sibling of siblings) {
    if (sibling === node) break;
    for (const tag of sibling.type === 'html' ? tagsIn(sibling.value) : []) {
      if (/^(?:svg|math)$/i.test(tag.name)) depth += tag.closing ? -1 : 1;
    }
  }
  return depth > 0;
}

/**
 * Separates HTML from words in angle brackets, in place: `<sketchbook>` and a lone `<title>` in a sentence become text,
 * components become elements that have their name as an attribute.
 */
export function keepWordsInAngleBrackets(tree: Root): void {
  const components = componentNames(tree);
  visit(tree, 'html', (node: Html, index, parent) => {
    if (isInDrawing(node, parent?.children ?? [])) return;
    const flow = isFlow(parent);
    const name = flow ? undefined : bareOpening(node);
    const closed = name && parent?.children.slice((index ?? 0) + 1).some((later) => closes(later, name));
    if (name && !components.has(name) && !closed && isWordWhenUnclosed(name)) {
      node.value = node.value.replaceAll('<', '&lt;');
    } else node.value = rewritten(node.value, components, flow);
  });
}
