import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { classesOf, isBlank, isElement } from '../elements/html-elements.ts';
import { type CalloutType, calloutType } from '../tree/callout-types.ts';
import { typeOfColor } from '../tree/color-types.ts';
import { typeOfEmoji } from '../tree/emoji-types.ts';

const CARRIERS = ['div', 'aside', 'section', 'p', 'blockquote', 'figure', 'article', 'fieldset'];
const words = (text: string) => new Set(text.split(/\s+/));
/** Names that always mean a box; `example` or `quote` can mean anything. */
const BOXES = words(`note info tip hint important warning caution danger attention notice alert callout admonition
  admonitionblock infobox notebox pageinfo`);
/** Names of boxes that are callouts only together with a type or color. */
const FRAMES = words(
  'panel message notification box block banner flash macro blurb highlight infoblock well is bg color background',
);
/** Names of systems and what they put around the name of a box. */
const AROUND =
  words(`bs fd uk zd zs hs gb hc kb md book intercom interblocks confluence information article help content
  helpjuice archbee slab guru document360 knowledgeowl docs doc sphinx dita custom style type theme variant default
  solid outline light standard basic primary secondary`);
const TITLE = /(?:^|[-_])(?:title|heading|header|label)$/i;
const CONTENT = /(?:^|[-_])(?:content|body|text|inner|description)$/i;

function wordsOf(name: string): string[] {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function styleOf(element: Element): string {
  return typeof element.properties.style === 'string' ? element.properties.style : '';
}

/** The type of a box by its classes; `callout_danger`, `infoBox`, `alert alert-warning`, `callout-yellow`. */
function typeOf(element: Element): CalloutType | undefined {
  let isBox = false;
  let isFrame = false;
  const types: CalloutType[] = [];
  const colors: CalloutType[] = [];
  for (const name of classesOf(element)) {
    const parts = wordsOf(name);
    const known = parts.map((word) => ({
      box: BOXES.has(word),
      frame: FRAMES.has(word),
      type: calloutType(word),
      color: typeOfColor(word),
    }));
    const isOurs = known.every(
      ({ box, frame, type, color }, at) => box || frame || type || color || AROUND.has(parts[at] ?? ''),
    );
    const says = known.some(({ box, frame }) => box || frame) || (parts.length === 1 && known[0]?.type !== undefined);
    if (!isOurs || !says) continue;
    isBox ||= known.some(({ box }) => box);
    isFrame ||= known.some(({ frame }) => frame);
    types.push(...known.flatMap(({ type }) => type ?? []));
    colors.push(...known.flatMap(({ color }) => color ?? []));
  }
  if (!isBox && !(isFrame && types.length + colors.length > 0)) return undefined;
  const background = /(?:background(?:-color)?|border(?:-left)?(?:-color)?)\s*:\s*([^;]+)/i.exec(styleOf(element))?.[1];
  const emoji = typeof element.properties.theme === 'string' ? typeOfEmoji(element.properties.theme) : undefined;
  // `admonition warning`: the general word comes first, the type says more.
  return types.find((type) => type !== 'note') ?? emoji?.type ?? colors[0] ?? typeOfColor(background ?? '') ?? 'note';
}

function firstContent(element: Element): ElementContent | undefined {
  return element.children.find(
    (child) => !isBlank(child) && !(child.type === 'element' && textOf(child).trim() === '' && !holdsPicture(child)),
  );
}

function holdsPicture(element: Element): boolean {
  return element.tagName === 'img' || element.children.some((child) => child.type === 'element' && holdsPicture(child));
}

/** Takes the title out of a box: an element that is named so, or a heading in front. */
function takeTitle(element: Element): string | undefined {
  const first = firstContent(element);
  if (first?.type !== 'element') return undefined;
  const isTitle = classesOf(first).some((name) => TITLE.test(name)) || /^(?:h[1-6]|legend)$/.test(first.tagName);
  if (isTitle && !holdsPicture(first)) {
    element.children = element.children.filter((child) => child !== first);
    return textOf(first).replace(/\s+/g, ' ').trim() || undefined;
  }
  const holds =
    isElement(first, 'div', 'header') &&
    (classesOf(first).some((name) => CONTENT.test(name)) || isElement(first, 'header'));
  return holds ? takeTitle(first) : undefined;
}

/** Takes an emoji off the start of the text of a box; it says the type. */
function takeEmoji(element: Element): CalloutType | undefined {
  const first = firstContent(element);
  if (first?.type === 'element') {
    const isMark = /^(?:div|p|span|strong|b|figure)$/.test(first.tagName);
    const found = isMark ? takeEmoji(first) : undefined;
    if (found && textOf(first).trim() === '') element.children = element.children.filter((child) => child !== first);
    return found;
  }
  if (first?.type !== 'text') return undefined;
  const found = typeOfEmoji(first.value.trimStart());
  if (!found) return undefined;
  first.value = first.value.trimStart().slice(found.length).trimStart();
  return found.type;
}

/** The cell with the text, in boxes that are laid out as a table with an icon. */
function unwrapTable(element: Element): void {
  const [only, ...others] = element.children.filter((child) => !isBlank(child));
  if (!isElement(only, 'table') || others.length > 0) return;
  visit(only, 'element', (cell) => {
    if (isElement(cell, 'td') && classesOf(cell).includes('content')) element.children = cell.children;
  });
}

/** Takes the icon of Notion off a callout, which has a color in its name and is no picture of the article. */
function takeNotionIcon(element: Element): string | undefined {
  let name: string | undefined;
  visit(element, 'element', (image, index, parent) => {
    if (!isElement(image, 'img') || !parent || index === undefined) return undefined;
    const icon = /notion\.so\/icons\/([\w-]+)\.svg/.exec(String(image.properties.src))?.[1];
    if (icon === undefined) return undefined;
    name = icon;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return name;
}

/** Marks boxes that are callouts by their class (`<div class="note">`), in place, for the Markdown writer. */
export function markCallouts(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (!CARRIERS.includes(element.tagName) || element.properties.dataCallout) return;
    const named = typeOf(element);
    const isAside = element.tagName === 'aside';
    if (!named && !isAside) return;
    const icon = isAside
      ? takeNotionIcon(element)
          ?.split('_')
          .find((word) => calloutType(word))
      : undefined;
    const emoji = takeEmoji(element) ?? (icon && calloutType(icon));
    if (!named && !emoji && textOf(element).trim() === '') return;
    unwrapTable(element);
    const title = takeTitle(element);
    if (isElement(element, 'p')) element.children = [h('p', element.children)];
    element.tagName = 'div';
    element.properties.dataCallout = named && named !== 'note' ? named : (emoji ?? named ?? 'note');
    if (title) element.properties.dataTitle = title;
    delete element.properties.className;
  });
}
