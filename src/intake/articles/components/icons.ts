import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from '#markdown/syntax/walk.ts';
import { classesOf, isElement } from '../elements/html-elements.ts';
import type { Report } from '../imported-site.ts';
import { attributesOf } from './component-attributes.ts';

/** Classes that only icon fonts have, and those that frame the name of an icon: `fa-plus`, `icon-power`, `bi-x`. */
const FONT =
  /^(?:fa[bdlrs]?|glyphicons?|bi|mdi|material-(?:icons|symbols)(?:-\w+)?|ti|ri|la[bdlrs]?|pi|dashicons|octicon|feather|lucide|zmdi|ion|codicon|iconfont|icofont|icons?|k-icon|ico)$/;
const NAMED =
  /^(?:fa[bdlrs]?|glyphicons?|bi|mdi|ti|ri|la|pi|dashicons|octicon|feather|lucide|zmdi|ion|codicon|iconfont|icofont|icons?|k-icons?|ico)[-_](.+)$/;
/** Parts of the names of icons that say how they look. */
const STYLE =
  /^(?:xs|sm|lg|xl|2xl|[1-9]x|10x|fw|ul|li|border|pull-\w+|spin|pulse|rotate-\d+|flip-\w+|stack\S*|inverse|solid|regular|light|thin|brands|duotone|sharp|outlined?|rounded?|filled|fill|small|medium|large|inline|left|right|white|black|primary|secondary)$/;
const ICON_COMPONENT = /^(?:\w*Icon|Icon[A-Z]\w*|(?:Fa|Fi|Md|Bs|Ai|Io|Bi|Hi|Lu|Tb|Ri|Gi|Si|Vsc)[A-Z]\w+|i-[\w-]+)$/;
const HOSTS = ['a', 'b', 'strong', 'button', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'th', 'label', 'dt'];

function wordsOf(name: string): string {
  return name
    .replace(/^.*[:/]/, '')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .replace(/^(?:fa[bdlrs]?|icon|mdi|bi|lucide)[-_\s]+|\s*\bIcon$/gi, '')
    .replace(/^(?:Fa|Fi|Md|Bs|Ai|Io|Bi|Hi|Lu|Tb|Ri|Gi|Si|Vsc)\s/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

function nameInClasses(classes: readonly string[]): string | undefined {
  const named = classes.map((name) => NAMED.exec(name)?.[1]).filter((name) => name && !STYLE.test(name));
  const plain = classes.filter((name) => !FONT.test(name) && !NAMED.test(name) && !STYLE.test(name));
  return named[0] ?? plain[0];
}

function property(element: Element, ...names: string[]): string | undefined {
  return names
    .map((name) => element.properties[name])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');
}

function titleOfDrawing(svg: Element): string | undefined {
  let name: string | undefined;
  visit(svg, 'element', (child) => {
    if (isElement(child, 'title')) name ??= textOf(child).trim() || undefined;
    const target = isElement(child, 'use') ? (child.properties.href ?? child.properties.xLinkHref) : undefined;
    if (typeof target === 'string') name ??= wordsOf(target.replace(/^.*#/, ''));
  });
  return name;
}

/** The name of an icon; `undefined` if an element isn't one. */
function iconName(element: Element): string | undefined {
  const said = property(element, 'title', 'ariaLabel', 'alt');
  const component = element.properties.dataOhjeComponent;
  if (typeof component === 'string') {
    if (!ICON_COMPONENT.test(component)) return undefined;
    const own = attributesOf(element);
    const name =
      own.text('title', 'label', 'aria-label', 'alt') ?? own.text('icon', 'name', 'type', 'svg', 'src', 'id');
    return wordsOf(name ?? component) || undefined;
  }
  const classes = classesOf(element);
  const { tagName } = element;
  if (tagName === 'svg')
    return said?.trim() || (titleOfDrawing(element) ?? wordsOf(nameInClasses(classes) ?? '')) || undefined;
  if (!/^(?:i|span|em|\w+-icon)$/.test(tagName)) return undefined;
  const isFont = classes.some((name) => FONT.test(name) || NAMED.test(name)) || tagName.endsWith('-icon');
  const text = textOf(element)
    .trim()
    .replace(/^:[\w-]+:$/, '');
  const isLigature = /^[a-z\d_]+$/.test(text) && classes.some((name) => /^material-(?:icons|symbols)/.test(name));
  if (text !== '' && !isLigature) return undefined;
  if (!isFont && !(tagName === 'i' && classes.length > 0)) return undefined;
  const name =
    said ??
    (isLigature ? text : undefined) ??
    property(element, 'icon', 'name', 'dataIcon', 'dataLucide', 'dataFeather');
  // A title is already words.
  return said?.trim() || wordsOf(name ?? nameInClasses(classes) ?? '') || undefined;
}

function isInWords(parent: Element | Root, index: number): boolean {
  const around = parent.children as RootContent[];
  const text = (nodes: RootContent[]) =>
    nodes.map((node) => (node.type === 'text' ? node.value : textOf(node as Element))).join('');
  const before = text(around.slice(0, index)).trim();
  const after = text(around.slice(index + 1)).trim();
  if (before === '' && after === '') return true;
  if (parent.type === 'element' && HOSTS.includes(parent.tagName)) return false;
  // "[icon] Add a lid" shows the icon beside its name; "[icon]: adds a lid" needs the name.
  if (before === '') return /^[\p{Ll}:=,.;–—(-]/u.test(after);
  return true;
}

function isAlreadyBold(ancestors: readonly (Element | Root)[]): boolean {
  return ancestors.some((node) => node.type === 'element' && /^(?:b|strong|h[1-6]|a)$/.test(node.tagName));
}

/**
 * Puts names where a line of text has icons of a font or drawings, in place: "Click the [icon] button" would miss a word
 * without. Icons beside a text that says the same are left out; both are reported.
 */
export function nameIcons(tree: Root, report: Report): void {
  const walk = (parent: Element | Root, ancestors: readonly (Element | Root)[]) => {
    for (let index = 0; index < parent.children.length; index += 1) {
      const child = parent.children[index];
      if (child?.type !== 'element') continue;
      if (child.tagName === 'pre' || child.tagName === 'code') continue;
      const name = iconName(child);
      if (name === undefined) {
        walk(child, [...ancestors, parent]);
        continue;
      }
      const line = child.position?.start.line;
      const needed = isInWords(parent, index);
      report(line, `The icon "${name}" was ${needed ? 'replaced with its name' : 'left out'}.`);
      const word: ElementContent = isAlreadyBold([...ancestors, parent])
        ? { type: 'text', value: name }
        : h('strong', name);
      if (needed && word.type === 'element') word.position = child.position;
      parent.children.splice(index, 1, ...(needed ? [word] : []));
      if (!needed) index -= 1;
    }
  };
  walk(tree, []);
}
