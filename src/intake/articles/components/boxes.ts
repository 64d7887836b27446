import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { isElement } from '../elements/html-elements.ts';
import { calloutType } from '../tree/callout-types.ts';
import type { Turn } from './found-component.ts';

/** Names of callouts of any type; the type is in an attribute. */
const GENERIC = /^(?:admonition|aside|callout|alert|notice|banner|message|infobox|box|blockquotealert|flash)?$/i;
const TYPES = ['type', 'variant', 'severity', 'status', 'kind', 'intent', 'level', 'color', 'theme', 'icon', 'emoji'];

/** The type in a name such as `WarningBox`, `:::warning` or `!!! warning`. */
export function typeInName(name: string): string {
  const words = name.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '');
  return words.replace(/(?<=\p{L})-?(?:box|block|callout|alert|admonition)$/iu, '');
}

/** `<Callout type="tip">` and `<Warning>`: the type is in an attribute or in the name. */
export const turnCallout: Turn = ({ name, attributes, children }) => {
  const own = typeInName(name);
  const said = TYPES.map((key) => calloutType(attributes.text(key) ?? '')).find((one) => one);
  const type = (GENERIC.test(own) ? said : calloutType(own)) ?? said ?? 'note';
  const title = attributes.text('title', 'heading', 'header', 'label');
  return [box(type, title, children, attributes.text('text', 'content', 'message', 'description'))];
};

function box(type: string, title: string | undefined, children: ElementContent[], text: string | undefined) {
  return h('div', { dataCallout: type, dataTitle: title }, [...(text ? [h('p', text)] : []), ...children]);
}

/** `<Accordion title="…">` */
export const turnAccordion: Turn = ({ attributes, children }) => {
  const summary = children.find((child) => isElement(child, 'summary'));
  const title = attributes.text('title', 'summary', 'label', 'header', 'heading', 'question', 'trigger', 'name', 'q');
  const answer = attributes.text('description', 'answer', 'text', 'content', 'subtitle');
  const written = summary ? textOf(summary).trim() : '';
  return [
    h('details', [
      h('summary', written || title || ''),
      ...(answer ? [h('p', answer)] : []),
      ...children.filter((child) => child !== summary),
    ]),
  ];
};

/** `<Card title="…" href="…">`: a link with what is on the card below it. */
export const turnCard: Turn = ({ attributes, children }) => {
  const title = attributes.text('title', 'label', 'name', 'heading', 'header', 'text');
  const href = attributes.text('href', 'to', 'link', 'url');
  const about = attributes.text('description', 'desc', 'subtitle', 'body', 'summary', 'content');
  const action = attributes.text('cta', 'linktext', 'actiontext', 'buttontext', 'arrowtext');
  const image = attributes.text('img', 'image', 'src', 'cover');
  const alt = attributes.text('alt', 'imagealt') ?? title ?? '';
  const label = title ?? action ?? '';
  const text = [...(about ? [h('p', about)] : []), ...children];
  const isBare = title === undefined && action === undefined;
  return [
    ...(image && isPicture(image) ? [h('p', [h('img', { src: image, alt })])] : []),
    ...(isBare ? [] : [h('p', [href ? h('a', { href }, label) : h('strong', label)])]),
    ...(isBare && href ? [h('a', { href }, text)] : text),
    ...(title && action && href ? [h('p', [h('a', { href }, action)])] : []),
  ];
};

export function isPicture(address: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)(?:[?#].*)?$/i.test(address);
}

/** `<Update label="March 2025" description="2.1">`: an entry of a list of changes. */
export const turnUpdate: Turn = ({ attributes, children }) => {
  const label = attributes.text('label', 'title', 'date', 'version');
  const about = attributes.text('description', 'subtitle', 'version');
  return [...(label ? [h('h2', label)] : []), ...(about ? [h('p', about)] : []), ...children];
};

/** `<Frame caption="…">` around a picture. */
export const turnFrame: Turn = ({ attributes, children }) => {
  const caption = attributes.text('caption', 'title', 'hint', 'description');
  return caption ? [h('figure', [...children, h('figcaption', caption)])] : children;
};

/** A component that only holds others: its title, if any, and its content. */
export const turnGroup: Turn = ({ attributes, children, inLine }) => {
  const title = attributes.text('title', 'heading', 'header', 'label');
  const about = attributes.text('description', 'subtitle');
  if (inLine) return children;
  return [...(title ? [h('p', [h('strong', title)])] : []), ...(about ? [h('p', about)] : []), ...children];
};
