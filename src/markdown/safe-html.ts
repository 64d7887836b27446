import type { Element, ElementContent } from 'hast';
import { defaultSchema } from 'hast-util-sanitize';
import { h } from 'hastscript';
import { withoutParagraphs } from './syntax/paragraphs.ts';
import { attributeValue, isSpread, type JsxElement } from './syntax/tree.ts';

const tags = new Set([
  ...(defaultSchema.tagNames ?? []).filter((tag) => !['input', 'picture', 'source'].includes(tag)),
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'dfn',
  'figure',
  'figcaption',
  'mark',
  'small',
  'time',
  'u',
  'wbr',
]);
// Names that would hide properties of the document from scripts, addresses that no reader sees, and the marks of the parser's own footnotes.
const never = new Set(['name', 'cite', 'longDesc', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes']);
const phrasingOnly = /^(?:p|h[1-6]|summary)$/;
const everywhere = new Set([...allowed('*'), 'id', 'className', 'lang', 'dir', 'title']);

/** A piece of HTML that an article can have, or the reason why it cannot. */
export type CheckedHtml = { element: Element } | { says: string; fix: string };

/**
 * Accepts harmless HTML (the elements and attributes that GitHub allows) and reports everything else.
 *
 * @param children already turned into HTML
 */
export function checkHtml(node: JsxElement, children: ElementContent[]): CheckedHtml {
  const name = node.name ?? '';
  if (!tags.has(name)) return { says: `<${name}> is not allowed in an article.`, fix: fixFor(name) };
  const attributes: [string, string | number | boolean][] = [];
  for (const attribute of node.attributes) {
    if (isSpread(attribute))
      return {
        says: `<${name}> contains "{${attribute.value}}", which is not an attribute.`,
        fix: 'Write each attribute separately, as name="value".',
      };
    // Property names of every JavaScript object, such as `constructor`, are not attributes, but would be taken for some.
    if (attribute.name in Object.prototype) return refused(name, attribute.name);
    const value = attributeValue(attribute);
    if (value === undefined)
      return {
        says: `The attribute "${attribute.name}" of <${name}> contains code.`,
        fix: `Write ${attribute.name}="…".`,
      };
    const property = name === 'a' && attribute.name === 'name' ? 'id' : attribute.name;
    if (property.toLowerCase() === 'id' && String(value) in EventTarget.prototype)
      return {
        says: `The id "${value}" would hide a function of the same name from the scripts of the page.`,
        fix: 'Choose another id, in lowercase letters with hyphens.',
      };
    attributes.push([property, value === true ? '' : value]);
  }
  const content = phrasingOnly.test(name) ? withoutParagraphs(children) : children;
  const element = h(name, Object.fromEntries(attributes), content);
  const own = new Set(allowed(name));
  const bad = Object.keys(element.properties).find((property) => !own.has(property) && !everywhere.has(property));
  return bad === undefined ? { element } : refused(name, bad);
}

function refused(name: string, attribute: string): CheckedHtml {
  return {
    says: `The attribute "${attribute.toLowerCase()}" of <${name}> is not allowed in an article.`,
    fix: attribute === 'style' ? 'Remove it, and change the look in the theme instead.' : 'Remove it.',
  };
}

function allowed(tag: string): string[] {
  const entries = Object.hasOwn(defaultSchema.attributes ?? {}, tag) ? (defaultSchema.attributes?.[tag] ?? []) : [];
  return entries.map((entry) => (typeof entry === 'string' ? entry : entry[0])).filter((entry) => !never.has(entry));
}

function fixFor(name: string): string {
  if (name === 'iframe') return 'Use <Video src="…" title="…" />, or link to the page.';
  if (name === 'script' || name === 'style') return 'Remove it, because an article contains only text and pictures.';
  if (name === 'input' || name === 'form' || name === 'button')
    return 'Link to the form with <Button href="…">…</Button>.';
  return 'Remove it, or write it in Markdown.';
}
