import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Report } from '../imported-site.ts';
import { fileNameOf } from '../links/paths.ts';
import { videoPage } from './video-pages.ts';

/** Elements that cannot be part of an article, by the name that writers use. */
const DROPPED: Record<string, string> = {
  script: 'script',
  style: 'style sheet',
  link: 'link to a style sheet',
  iframe: 'embedded page (iframe)',
  frame: 'embedded page (frame)',
  embed: 'embedded object',
  object: 'embedded object',
  applet: 'embedded object',
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

function player(element: Element, report: (what: string) => void): ElementContent[] {
  const src = sourceOf(element);
  if (src === '') return [];
  const page = videoPage(src);
  const title = property(element, 'title') || property(element, 'ariaLabel');
  report(`The embedded ${element.tagName === 'audio' ? 'audio' : 'video'} ${src} was replaced with a link.`);
  return [h('a', { href: page?.url ?? src }, title || (page ? `${page.host} video` : fileNameOf(src)))];
}

function isTaskBox(element: Element): boolean {
  return element.tagName === 'input' && property(element, 'type') === 'checkbox' && 'disabled' in element.properties;
}

/** What replaces an element, or `undefined` if it stays. */
function replacement(element: Element, report: (what: string) => void): ElementContent[] | undefined {
  const { tagName } = element;
  const isPlayer = ['iframe', 'embed', 'object'].includes(tagName) && videoPage(sourceOf(element));
  if (isPlayer || tagName === 'video' || tagName === 'audio') return player(element, report);
  if (Object.hasOwn(DROPPED, tagName) && !isTaskBox(element)) {
    const src = sourceOf(element) || property(element, 'href') || property(element, 'action');
    report(`The ${DROPPED[tagName]}${src ? ` ${src}` : ''} can't be part of an article and was left out.`);
    return [];
  }
  if (tagName === 'img' && property(element, 'src').startsWith('data:')) {
    report('An image embedded in the text (a "data:" address) was left out. Save it as a file.');
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
    parent.children.splice(index, 1, ...instead);
    return [SKIP, index + instead.length];
  });
}
