import type { Image, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import type { Report } from '../imported-site.ts';
import { attributeOf, type FlowElement } from '../tree/jsx-elements.ts';
import type { AssetShelf } from './assets.ts';
import { pictureHost } from './outside-address.ts';
import { pictureInAddress } from './picture-bytes.ts';
import { slugOfName } from './slugs.ts';

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '"': '"', '“': '”', '‘': '’', '«': '»' };

/** Removes a picture from a line, with brackets or quotes that contain nothing else, and one of two spaces. */
function removeFromLine(siblings: PhrasingContent[], index: number): void {
  siblings.splice(index, 1);
  const before = siblings[index - 1];
  const after = siblings[index];
  if (before?.type !== 'text' || after?.type !== 'text') return;
  const opening = /([([“‘«"])\s*$/.exec(before.value);
  const closing = opening?.[1] && CLOSING[opening[1]];
  if (opening && closing && after.value.trimStart().startsWith(closing)) {
    before.value = before.value.slice(0, opening.index);
    after.value = after.value.trimStart().slice(1);
  }
  if (/^[\s.,;:!?]/.test(after.value)) before.value = before.value.trimEnd();
}

function describe(url: string, alt: string | undefined): string {
  return [/\.(?:mp4|webm|m4v|mov|ogv)(?:[?#].*)?$/i.test(url) ? 'The video' : 'The image', url, alt && `("${alt}")`]
    .filter(Boolean)
    .join(' ');
}

function isMedia(node: RootContent): node is FlowElement {
  return node.type === 'mdxJsxFlowElement' && (node.name === 'Figure' || node.name === 'Video');
}

function pictureName(alt: string | undefined): string {
  return slugOfName((alt ?? '').split(/\s+/).slice(0, 6).join(' '), 'image').slice(0, 60);
}

/** The hosts that an article loads pictures from. */
export function pictureHosts(tree: Root): string[] {
  const hosts: string[] = [];
  visit(tree, (node) => {
    const url =
      node.type === 'image' ? node.url : isMedia(node as RootContent) ? attributeOf(node as FlowElement, 'src') : '';
    const host = url && pictureHost(url);
    if (host) hosts.push(host);
  });
  return hosts;
}

/**
 * Points the pictures of an article to the files next to it, in place. A picture whose file is missing is removed and
 * reported. Pictures on other sites stay and are reported, because they may disappear with that site.
 */
export function settlePictures(tree: Root, shelf: AssetShelf, report: Report): void {
  const place = (url: string, alt: string | undefined, line: number | undefined, more: string): string | undefined => {
    if (/^(?:https?:)?\/\//i.test(url)) {
      const address = url.startsWith('//') ? `https:${url}` : url;
      if (pictureHost(address) === undefined) {
        report(line, `${describe(url, alt)} has no address that articles can have and was left out${more}.`);
        return undefined;
      }
      report(line, `${describe(url, alt)} isn't in the folder; it's still loaded from the other site.`);
      return address;
    }
    if (/^data:/i.test(url.trim())) {
      const picture = pictureInAddress(url);
      if (picture) return `./${shelf.add(`${pictureName(alt)}.${picture.ending}`, picture.bytes)}`;
      report(line, `An image in the text${alt ? ` ("${alt}")` : ''} can't be read and was left out${more}.`);
      return undefined;
    }
    const target = shelf.take(url);
    const problem = shelf.problem(url);
    const why = problem ? `was left out${more}. ${problem}` : `isn't in the folder and was left out${more}.`;
    if (!target) report(line, `${describe(url, alt)} ${why}`);
    return target && `./${target}`;
  };
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const line = node.position?.start.line;
    if (node.type === 'image') {
      const target = place(node.url, node.alt || undefined, line, '');
      if (target) (node as Image).url = target;
      // A link keeps a text to click on.
      else if (parent.type === 'link' && node.alt) parent.children[index] = { type: 'text', value: node.alt };
      else removeFromLine(parent.children as PhrasingContent[], index);
      return target ? undefined : [SKIP, index];
    }
    if (!isMedia(node as RootContent)) return undefined;
    const figure = node as FlowElement;
    const caption = attributeOf(figure, 'caption');
    const more = caption ? ` together with its caption "${caption}"` : '';
    const target = place(attributeOf(figure, 'src') ?? '', attributeOf(figure, 'alt') || undefined, line, more);
    if (!target) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    figure.attributes = figure.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      if (attribute.name === 'src') return [{ ...attribute, value: target }];
      if (attribute.name !== 'poster' && attribute.name !== 'captions') return [attribute];
      const file = place(String(attribute.value), undefined, line, '');
      return file ? [{ ...attribute, value: file }] : [];
    });
    return undefined;
  });
}
