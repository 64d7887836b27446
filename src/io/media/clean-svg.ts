import { type CssNode, generate, type List, parse, walk } from 'css-tree';
import { type CustomPlugin, optimize, type XastElement } from 'svgo';
import { cssName, isLoadingFunction } from '#kb/values/css-name.ts';
import { cleanDataPicture } from './data-picture.ts';

/** Elements that draw, describe or move something (SVG 2). Links, scripts and other languages are not among them. */
const elements = new Set(
  [
    'svg g defs symbol use switch title desc view style',
    'path rect circle ellipse line polyline polygon image text tspan textPath',
    'marker pattern clipPath mask linearGradient radialGradient stop',
    'animate animateMotion animateTransform set mpath filter',
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap',
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode',
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
  ].flatMap((names) => names.split(' ')),
);
/** Rules of style sheets that import nothing. */
const atRules = new Set(['media', 'supports', 'font-face', 'keyframes', '-webkit-keyframes', 'layer', 'container']);
const animations = new Set(['animate', 'animateMotion', 'animateTransform', 'set']);
// These start a script, lead elsewhere, or say what no reader sees.
const refusedAttribute =
  /^(?:on.*|data-.*|src|srcdoc|action|formaction|ping|background|style|href|xmlns|base|externalResourcesRequired)$/i;

/**
 * An SVG picture that can draw and move, but neither run a script nor load anything, without comments and metadata.
 *
 * @returns `undefined` if the text is not an SVG picture
 */
export function cleanSvg(text: string): string | undefined {
  // An entity made of others can be longer than any memory.
  if (/<!ENTITY\s+(?:%|[^>]*["'][^"'>]*[&<])/i.test(text)) return undefined;
  let isPicture = false;
  const strict: CustomPlugin = {
    name: 'strict',
    fn: (root) => {
      root.children = root.children.filter(
        (node): node is XastElement => node.type === 'element' && node.name === 'svg',
      );
      isPicture = root.children.length === 1;
      for (const node of root.children) if (node.type === 'element') cleanElement(node, true);
      return null;
    },
  };
  try {
    const { data } = optimize(text, { plugins: [strict], multipass: false });
    return isPicture ? `${data}\n` : undefined;
  } catch {
    return undefined;
  }
}

function cleanElement(node: XastElement, isRoot: boolean): void {
  const attributes: Record<string, string> = isRoot ? { xmlns: 'http://www.w3.org/2000/svg' } : {};
  for (const [name, value] of Object.entries(node.attributes)) {
    const address = /^(?:\w+:)?href$/i.test(name) ? cleanAddress(node.name, value) : undefined;
    if (address !== undefined) attributes.href = address;
    else if (name === 'style') attributes.style = cleanCss(value, 'declarationList');
    else if (name === 'xml:space' || name === 'xml:lang') attributes[name] = value;
    else if (!name.includes(':') && !refusedAttribute.test(name) && !isLoading(name, value)) attributes[name] = value;
  }
  node.attributes = attributes;
  if (node.name === 'style') {
    const css = node.children.map((child) => ('value' in child ? String(child.value) : '')).join('');
    node.children = [{ type: 'text', value: cleanCss(css, 'stylesheet') }];
    return;
  }
  node.children = node.children.flatMap((child): typeof node.children => {
    if (child.type === 'text') return [child];
    if (child.type === 'cdata') return [{ type: 'text', value: child.value }];
    if (child.type !== 'element') return [];
    // What a link is around stays.
    if (child.name === 'a') {
      cleanElement(child, false);
      return child.children;
    }
    if (!elements.has(child.name) || (animations.has(child.name) && !isHarmless(child))) return [];
    cleanElement(child, false);
    return [child];
  });
}

// An animation could give an element the address that it is not allowed to have.
function isHarmless({ attributes }: XastElement): boolean {
  const name = attributes.attributeName ?? '';
  return !name.includes(':') && !refusedAttribute.test(name);
}

function cleanAddress(element: string, value: string): string | undefined {
  const address = value.trim();
  if (address.startsWith('#')) return address;
  return element === 'image' || element === 'feImage' ? cleanDataPicture(address) : undefined;
}

/** Whether the value of an attribute, read as CSS, loads anything. */
function isLoading(name: string, value: string): boolean {
  if (!/[(\\]/.test(value) || /^(?:aria-.*|id|class|role|lang)$/.test(name)) return false;
  try {
    return loads(parse(value, { context: 'value', parseCustomProperty: true }));
  } catch {
    // Browsers may read it even if we can't.
    return true;
  }
}

// A part of the picture itself, or a picture or font that is written out in it.
function isOwn(address: string): boolean {
  const isFont = /^data:(?:font\/|application\/(?:x-)?font-)[\w.+-]+;base64,/i.test(address);
  return address.startsWith('#') || isFont || cleanDataPicture(address) === address;
}

function loads(tree: CssNode): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.type === 'Url' && !isOwn(node.value.trim())) found = true;
    if (node.type === 'Function' && isLoadingFunction(node.name)) found = true;
    if (node.type === 'Raw' && /[\\(]/.test(node.value)) found = true;
  });
  return found;
}

function cleanCss(css: string, context: 'stylesheet' | 'declarationList'): string {
  const tree = parse(css, { context, parseCustomProperty: true });
  walk(tree, (node: CssNode, item, list: List<CssNode> | undefined) => {
    const isLoader =
      (node.type === 'Atrule' && !atRules.has(cssName(node.name))) ||
      (node.type === 'Declaration' &&
        (loads(node.value) || ['behavior', '-moz-binding'].includes(cssName(node.property)))) ||
      node.type === 'Raw' ||
      node.type === 'Comment';
    if (isLoader && item && list) list.remove(item);
  });
  return generate(tree);
}
