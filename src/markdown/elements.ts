import GithubSlugger from 'github-slugger';
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { isDrawing } from './syntax/links.ts';
import type { Notes } from './syntax/notes.ts';
import type { Scope } from './syntax/scope.ts';
import { smallerCopies } from './syntax/smaller-copies.ts';

/** Finishes the HTML elements of one article, in their order. */
export function elementFinisher(notes: Notes, scope: Scope): (element: Element) => Element {
  const slugger = new GithubSlugger();
  let lastLevel = 1;

  return (element) => {
    const { tagName, properties } = element;
    if (typeof properties.id === 'string') notes.ids.add(properties.id);
    if (isFootnote(element)) return footnote(element, scope);
    if (/^h[1-6]$/.test(tagName)) return heading(element);
    switch (tagName) {
      case 'a':
        if (typeof properties.href === 'string') properties.href = notes.link(properties.href, element);
        if (isDrawing(String(properties.href ?? ''))) properties.download = true;
        return element;
      case 'img':
        return picture(element, notes);
      case 'table':
        return h('div', { class: 'table', role: 'region', tabIndex: 0, ariaLabel: scope.text('table.label') }, [
          element,
        ]);
      case 'td':
      case 'th':
        return cell(element);
      case 'li':
      case 'p':
        return task(element);
      case 'pre':
        // Code is read from left to right, whatever the language around it.
        return { ...element, properties: { ...properties, dir: 'ltr', tabIndex: 0 } };
      default:
        return element;
    }
  };

  function heading(element: Element): Element {
    const level = Math.max(2, Number(element.tagName[1]));
    if (level > lastLevel + 1 || element.tagName === 'h1')
      notes.report(
        'heading-level',
        element,
        element.tagName === 'h1'
          ? 'Only the title of the article can be a heading of level 1.'
          : `A heading of level ${level} follows a heading of level ${lastLevel}.`,
        `Start the line with "${'#'.repeat(Math.min(level, lastLevel + 1))} ".`,
      );
    lastLevel = level;
    const text = textOf(element).trim();
    const own = element.properties.id;
    const slug = typeof own === 'string' ? own : slugger.slug(text) || slugger.slug('section');
    notes.ids.add(slug);
    if (!notes.quiet()) notes.outline.push({ level, text, slug, line: element.position?.start.line });
    const linked = holdsLink(element);
    return {
      ...element,
      tagName: `h${level}`,
      properties: { ...element.properties, id: slug },
      children: linked ? element.children : [h('a', { class: 'anchor', href: `#${slug}` }, element.children)],
    };
  }
}

function holdsLink({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)));
}

function picture(element: Element, notes: Notes): Element {
  const { properties } = element;
  const src = String(properties.src ?? '');
  const shown = notes.file(src, element);
  if (!properties.alt)
    notes.report(
      'alt-missing',
      element,
      `The picture "${src}" has no description.`,
      'Describe it between the square brackets: ![what it shows](…).',
    );
  return h('img', {
    ...properties,
    src: shown?.url ?? '',
    alt: properties.alt ?? '',
    width: properties.width ?? shown?.width,
    height: properties.height ?? shown?.height,
    ...smallerCopies(shown, shown?.width),
    dataBackground: shown?.background,
    loading: 'lazy',
    decoding: 'async',
  });
}

// The label of a task's box is the text after it, up to a list within.
function task(element: Element): Element {
  const [box] = element.children;
  if (box?.type !== 'element' || box.tagName !== 'input') return element;
  const list = element.children.findIndex((child) => child.type === 'element' && /^[ou]l$/.test(child.tagName));
  const end = list < 0 ? element.children.length : list;
  return {
    ...element,
    children: [h('label', element.children.slice(0, end)), ...element.children.slice(end)],
  };
}

// Columns are aligned to the start or end of a line, so they follow the direction of the language. It isn't a style,
// because strict content security policies forbid styles in elements.
function cell(element: Element): Element {
  const { style, ...properties } = element.properties;
  const side = /text-align:\s*(left|right|center)/.exec(String(style ?? ''))?.[1];
  if (side === undefined) return { ...element, properties };
  const logical = side === 'left' ? 'start' : side === 'right' ? 'end' : 'center';
  return { ...element, properties: { ...properties, dataAlign: logical } };
}

const footnoteMarks = ['dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes'] as const;

function isFootnoteLabel({ tagName, properties }: Element): boolean {
  return tagName === 'h2' && properties.id === 'footnote-label';
}

function isFootnote(element: Element): boolean {
  const { properties } = element;
  return isFootnoteLabel(element) || footnoteMarks.some((mark) => properties[mark] !== undefined);
}

// The parser labels footnotes in English, so the labels are replaced with those of the article's language.
function footnote(element: Element, { text }: Scope): Element {
  if (isFootnoteLabel(element))
    return h('h2', { id: 'footnote-label', class: 'visually-hidden' }, text('footnotes.label'));
  const properties = { ...element.properties };
  for (const mark of footnoteMarks) if (properties[mark] !== undefined) properties[mark] = '';
  if (properties.dataFootnoteBackref === '') properties.ariaLabel = text('footnotes.back');
  return { ...element, properties };
}
