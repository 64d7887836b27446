import { createHash } from 'node:crypto';
import type { Image, Nodes, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import type { SourcePage } from '../collection.ts';
import type { Report } from '../imported-site.ts';
import { attributeOf, type FlowElement } from '../tree/jsx-elements.ts';
import type { AssetShelf } from './assets.ts';
import { pictureHost } from './outside-address.ts';
import { pictureInAddress } from './picture-bytes.ts';
import { slugOfName } from './slugs.ts';

/** A picture in the text itself. */
export interface HeldPicture {
  /** The placeholder for its address in the tree. */
  key: string;
  /** The name of a file for it. */
  name: string;
  bytes: Uint8Array;
}

/** Where a picture or film is. */
export interface PictureAnswer {
  /** The address in the source that the written one means. */
  means: string;
  /** The name of its file next to the article. */
  file?: string | undefined;
  /** Why its file can't be taken, as a sentence. */
  problem?: string | undefined;
}

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

function isMedia(node: Nodes): node is FlowElement {
  return node.type === 'mdxJsxFlowElement' && (node.name === 'Figure' || node.name === 'Video');
}

function pictureName(alt: string | undefined): string {
  return slugOfName((alt ?? '').split(/\s+/).slice(0, 6).join(' '), 'image').slice(0, 60);
}

const IN_TEXT = /^\s*data:/i;
const OUTSIDE = /^(?:https?:)?\/\//i;
/** Attributes of a figure or film with the address of a file. */
const ADDRESSES = ['src', 'poster', 'captions'];

/** Calls `use` with each address of a picture, film or its files, and puts what it returns in its place. */
function eachAddress(tree: Root, use: (url: string, alt: string | undefined) => string): void {
  visit(tree, (node) => {
    if (node.type === 'image') node.url = use(node.url, node.alt || undefined);
    if (!isMedia(node)) return;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || !ADDRESSES.includes(attribute.name)) continue;
      if (typeof attribute.value === 'string') attribute.value = use(attribute.value, attributeOf(node, 'alt'));
    }
  });
}

/** Takes pictures that are in the text itself out of it, in place; one that can't be read stays. */
export function holdPictures(tree: Root): HeldPicture[] {
  const held = new Map<string, HeldPicture>();
  eachAddress(tree, (url, alt) => {
    const picture = IN_TEXT.test(url) ? pictureInAddress(url) : undefined;
    if (!picture) return url;
    const { bytes, ending } = picture;
    const key = `data:${createHash('sha256').update(bytes).digest('hex')}`;
    if (!held.has(key)) held.set(key, { key, name: `${pictureName(alt)}.${ending}`, bytes: new Uint8Array(bytes) });
    return key;
  });
  return [...held.values()];
}

/** The addresses of pictures and films as they are written, each once, without those in the text. */
export function pictureAddresses(tree: Root): string[] {
  const addresses = new Set<string>();
  eachAddress(tree, (url) => {
    if (!IN_TEXT.test(url)) addresses.add(url);
    return url;
  });
  return [...addresses];
}

/** Says for each picture of an article where it is; its file is put next to the article. */
export function answerPictures(
  { pictures, heldPictures }: { pictures: readonly string[]; heldPictures: readonly HeldPicture[] },
  shelf: AssetShelf,
  resolveUrl: SourcePage['resolveUrl'],
): Map<string, PictureAnswer> {
  const answers = new Map<string, PictureAnswer>();
  for (const url of pictures) {
    const means = resolveUrl?.(url) ?? url;
    if (OUTSIDE.test(means)) answers.set(url, { means });
    else {
      const file = shelf.take(means);
      answers.set(url, file === undefined ? { means, problem: shelf.problem(means) } : { means, file });
    }
  }
  for (const { key, name, bytes } of heldPictures) answers.set(key, { means: key, file: shelf.add(name, bytes) });
  return answers;
}

/** The hosts that an article loads pictures from. */
export function pictureHosts(tree: Root): string[] {
  const hosts = new Set<string>();
  eachAddress(tree, (url) => {
    const host = pictureHost(url);
    if (host) hosts.add(host);
    return url;
  });
  return [...hosts];
}

/**
 * Points the pictures of an article to the files next to it, in place. A picture whose file is missing is removed and
 * reported. Pictures on other sites stay and are reported, because they may disappear with that site.
 */
export function settlePictures(tree: Root, answers: ReadonlyMap<string, PictureAnswer>, report: Report): void {
  const place = (key: string, alt: string | undefined, line: number | undefined, more: string): string | undefined => {
    const { means: url = key, file, problem } = answers.get(key) ?? {};
    if (OUTSIDE.test(url)) {
      const address = url.startsWith('//') ? `https:${url}` : url;
      if (pictureHost(address) === undefined) {
        report(line, `${describe(url, alt)} has no address that articles can have and was left out${more}.`);
        return undefined;
      }
      report(line, `${describe(url, alt)} isn't in the folder; it's still loaded from the other site.`);
      return address;
    }
    if (file) return `./${file}`;
    if (IN_TEXT.test(url)) {
      report(line, `An image in the text${alt ? ` ("${alt}")` : ''} can't be read and was left out${more}.`);
      return undefined;
    }
    const why = problem ? `was left out${more}. ${problem}` : `isn't in the folder and was left out${more}.`;
    report(line, `${describe(url, alt)} ${why}`);
    return undefined;
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
    if (!isMedia(node)) return undefined;
    const figure = node;
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
