import { element } from '../element.ts';

const kept = new Set(
  (
    'a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small source span strong ' +
    'sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'
  ).split(' '),
);
// Elements whose text is not for readers either.
const dropped = new Set(
  'button canvas embed form iframe input link math meta noscript object script select style svg template textarea'.split(
    ' ',
  ),
);
const attributes = (
  'alt aria-describedby aria-hidden aria-label aria-labelledby class colspan controls data-align data-background data-label ' +
  'data-part data-platform datetime decoding dir headers height id kind label lang loading open preload reversed role rowspan ' +
  'scope span srclang start tabindex title type width'
).split(' ');
const addresses = ['href', 'src', 'poster'];
const followed = /^(?:https?|mailto|tel):$/;

/**
 * Copies what readers should see, element by element, and nothing else: no scripts, no forms, no styles. Addresses become
 * absolute, and headings move one level down, because the page around has its own.
 *
 * @param page the address of the page they are from
 */
export function safeCopy(nodes: Iterable<Node>, page: string): Node[] {
  return [...nodes].flatMap((node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
    if (!(node instanceof Element) || dropped.has(node.localName)) return [];
    const children = safeCopy(node.childNodes, page);
    if (!kept.has(node.localName)) return children;
    const made = element(lower(node.localName), {}, ...children);
    for (const name of attributes) {
      const value = node.getAttribute(name);
      if (value !== null) made.setAttribute(name, value);
    }
    for (const name of addresses) {
      const address = wholeAddress(node.getAttribute(name), page);
      if (address !== undefined) made.setAttribute(name, address);
    }
    // Browsers show captions from another host only with CORS.
    if (made instanceof HTMLVideoElement) made.crossOrigin = 'anonymous';
    if (made instanceof HTMLTrackElement)
      made.default = ['default', 'data-default'].some((name) => node.hasAttribute(name));
    return [made];
  });
}

function lower(name: string): keyof HTMLElementTagNameMap {
  const level = /^h([1-5])$/.exec(name)?.[1];
  return (level === undefined ? name : `h${Number(level) + 1}`) as keyof HTMLElementTagNameMap;
}

function wholeAddress(value: string | null, page: string): string | undefined {
  if (value === null || !URL.canParse(value, page)) return undefined;
  const url = new URL(value, page);
  return followed.test(url.protocol) ? url.href : undefined;
}
