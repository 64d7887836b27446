import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';

// The parts of an article's page that Markdown has no form for, as HTML that has one.

/**
 * The HTML of an article with our components as plain HTML, and every address complete.
 *
 * @param page the address of the page: complete, or from the root of the host if the host isn't known
 */
export function plainTree(tree: Root, page: string): Root {
  return { type: 'root', children: plainAll(tree.children as ElementContent[], page) };
}

function plainAll(nodes: readonly ElementContent[], page: string): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'element' ? plain(node, page) : node.type === 'text' ? [node] : []));
}

type Form = (element: Element, children: () => ElementContent[], page: string) => ElementContent[];

const nothing: Form = () => [];
const onlyContent: Form = (_element, children) => children();
const strongLine: Form = (_element, children) => [h('p', h('strong', children()))];

/** By the class that a component gives its element. */
const byClass: Readonly<Record<string, Form>> = {
  // The contents of the page, which the headings are.
  'contents-folded': nothing,
  anchor: onlyContent,
  enlarge: onlyContent,
  'callout-title': strongLine,
  'tab-label': strongLine,
  figure: (_element, children) => [h('div', children())],
  video: ({ children }, _children, page) => {
    const isFilm = ({ tagName }: Element) => tagName === 'video' || tagName === 'a';
    const [film] = elements(children).filter(isFilm);
    const title = elements(children).find(({ tagName }) => tagName === 'figcaption');
    const [source] = film ? elements(film.children) : [];
    const address = film?.properties.href ?? source?.properties.src;
    const rest = children.filter((child) => child !== film && child !== title);
    return [
      h('p', h('a', { href: absolute(String(address ?? ''), page) }, title ? textOf(title) : String(address ?? ''))),
      ...plainAll(rest, page),
    ];
  },
};

const byName: Readonly<Record<string, Form>> = {
  script: nothing,
  style: nothing,
  template: nothing,
  aside: (_element, children) => [h('blockquote', children())],
  details: (_element, children) => [h('div', children())],
  summary: strongLine,
  // Around the box of a task.
  label: onlyContent,
  figcaption: (_element, children) => [h('p', children())],
};

function plain(element: Element, page: string): ElementContent[] {
  const { tagName, properties } = element;
  if (properties.id === 'footnote-label' || properties.dataFootnoteBackref !== undefined) return [];
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  const children = () => plainAll(element.children, page);
  const form = classes.map((name) => own(byClass, name)).find((found) => found !== undefined) ?? own(byName, tagName);
  if (form) return form(element, children, page);
  const { href, src, dataAlign } = properties;
  return [
    {
      ...element,
      properties: {
        ...properties,
        ...(typeof href === 'string' && { href: absolute(href, page) }),
        ...(typeof src === 'string' && { src: absolute(src, page) }),
        ...(typeof dataAlign === 'string' && { align: alignments[dataAlign] }),
      },
      children: children(),
    },
  ];
}

// Markdown writes them from left to right.
const alignments: Readonly<Record<string, string>> = { start: 'left', center: 'center', end: 'right' };

function own<T>(forms: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(forms, name) ? forms[name] : undefined;
}

function elements(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}

// A host that doesn't exist, to follow addresses without one.
const NOWHERE = 'http://nowhere.invalid';

function absolute(address: string, page: string): string {
  // As it is written, so it is the same as its text if that is the address.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, new URL(page, NOWHERE))) return address;
  const { href } = new URL(address, new URL(page, NOWHERE));
  return href.startsWith(`${NOWHERE}/`) ? href.slice(NOWHERE.length) : href;
}
