import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { classesOf, isElement } from '../elements/html-elements.ts';
import type { Report } from '../imported-site.ts';
import { fileNameOf } from '../links/paths.ts';
import { embeddedPage, isVideoHost } from './embedded-pages.ts';

/** Elements that cannot be part of an article, by the name that writers use. */
const DROPPED: Record<string, string> = {
  script: 'script',
  style: 'style sheet',
  link: 'link to a style sheet',
  form: 'form',
  input: 'form field',
  select: 'form field',
  textarea: 'form field',
  svg: 'drawing (svg)',
  canvas: 'drawing (canvas)',
  math: 'formula (math)',
  noscript: 'text for browsers without scripts',
  template: 'template',
  dialog: 'dialog',
};
const SAFE_LINK = /^(?:https?:|mailto:|tel:|[^a-z]|[a-z][^:]*(?:[/?#]|$))/i;

function property(element: Element, name: string): string {
  const value = element.properties[name];
  return value === undefined || value === null ? '' : String(value);
}

function sourceOf(element: Element): string {
  const source = element.children.find((child) => child.type === 'element' && child.tagName === 'source');
  return property(element, 'src') || property(element, 'data') || (source ? property(source as Element, 'src') : '');
}

const FRAMES = ['iframe', 'frame', 'embed', 'object', 'applet'];
/** Elements that hold one line of text. */
const LINES = 'p span b strong em i a u h1 h2 h3 h4 h5 h6'.split(' ');
const FILMS = /\.(?:mp4|webm|m4v|mov|ogv)(?:[?#].*)?$/i;

/** A link to what a frame or player shows. */
function linked(element: Element, src: string, report: (what: string) => void): ElementContent[] {
  const title = property(element, 'title') || property(element, 'ariaLabel');
  const page = embeddedPage(src);
  const isPlayer = element.tagName === 'video' || element.tagName === 'audio' || isVideoHost(src);
  const what = isPlayer ? (element.tagName === 'audio' ? 'audio' : 'video') : 'page';
  report(`The embedded ${what} ${src} was replaced with a link.`);
  const name =
    page && !FILMS.test(src) && element.tagName !== 'audio' ? page.name : fileNameOf(src.replace(/[?#].*$/, ''));
  return [h('a', { href: page?.url ?? src }, title || name || src)];
}

/** A film in a file next to the page, which articles can show themselves. */
function film(element: Element, src: string): ElementContent[] {
  const track = element.children.find((child) => child.type === 'element' && child.tagName === 'track');
  const dataTitle = property(element, 'title') || property(element, 'ariaLabel') || fileNameOf(src);
  const captions = track?.type === 'element' ? property(track, 'src') : '';
  return [
    h('div', {
      dataOhjeVideo: src,
      dataTitle,
      dataOhjePoster: property(element, 'poster') || undefined,
      dataOhjeCaptions: /\.vtt$/i.test(captions) ? captions : undefined,
    }),
  ];
}

/** Players that scripts of a host put into an empty element. */
function scripted(element: Element): string | undefined {
  const classes = classesOf(element);
  const wistia = classes.map((name) => /^wistia_async_(\w+)$/.exec(name)?.[1]).find((id) => id);
  if (wistia) return `https://fast.wistia.net/embed/iframe/${wistia}`;
  const uuid = classes.includes('vidyard-player-embed') ? property(element, 'dataUuid') : '';
  if (uuid) return `https://share.vidyard.com/watch/${uuid}`;
  if (element.tagName !== 'script') return undefined;
  const src = property(element, 'src');
  return /^https:\/\/gist\.github\.com\/.+\.js/.test(src) ? src.replace(/\.js(?=$|\?)/, '') : undefined;
}

function isTaskBox(element: Element): boolean {
  return element.tagName === 'input' && property(element, 'type') === 'checkbox' && 'disabled' in element.properties;
}

/** What replaces an element, or `undefined` if it stays. */
function replacement(element: Element, report: (what: string) => void): ElementContent[] | undefined {
  const { tagName } = element;
  const player = scripted(element);
  const src = player ?? sourceOf(element);
  if (tagName === 'video' && FILMS.test(src) && !/^(?:https?:)?\/\//i.test(src)) return film(element, src);
  const isFrame = FRAMES.includes(tagName) || tagName === 'video' || tagName === 'audio' || player !== undefined;
  if (isFrame && src !== '' && SAFE_LINK.test(src)) return linked(element, src, report);
  if (FRAMES.includes(tagName)) {
    report(`The embedded page${src ? ` ${src}` : ''} can't be part of an article and was left out.`);
    return [];
  }
  if (tagName === 'video' || tagName === 'audio')
    return element.children.filter((child) => !isElement(child, 'source', 'track'));
  if (Object.hasOwn(DROPPED, tagName) && !isTaskBox(element)) {
    const address = src || property(element, 'href') || property(element, 'action');
    report(`The ${DROPPED[tagName]}${address ? ` ${address}` : ''} can't be part of an article and was left out.`);
    return [];
  }
  if (tagName === 'a' && property(element, 'href') && !SAFE_LINK.test(property(element, 'href').trim())) {
    report(`The link to ${property(element, 'href')} isn't allowed; only its text was kept.`);
    delete element.properties.href;
  }
  return undefined;
}

/** Removes, in place, what cannot be part of an article; video players become links. */
export function takeOutEmbedded(tree: Root, report: Report): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const instead = replacement(element, (what) => report(element.position?.start.line, what));
    if (!instead) return undefined;
    for (const child of instead) child.position ??= element.position;
    // Two frames side by side in a box are two lines; one in a sentence stays there.
    const inBox = !isElement(parent, ...LINES);
    const [only] = instead;
    if (inBox && isElement(only, 'a') && element.tagName !== 'a')
      instead.splice(0, 1, { ...h('p', only), ...(element.position && { position: element.position }) });
    const isFilm = instead.some((child) => child.type === 'element' && child.properties.dataOhjeVideo !== undefined);
    // A film is a block, which a paragraph can't hold.
    if (isFilm && isElement(parent, 'p')) parent.tagName = 'div';
    parent.children.splice(index, 1, ...instead);
    return [SKIP, index + instead.length];
  });
}
