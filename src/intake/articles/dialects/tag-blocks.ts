import { knownComponent } from '../components/known-components.ts';
import { attributesIn, type ComponentAttributes, closeComponent, openComponent } from '../elements/component-tags.ts';
import { BLOCK_END, type BlockBook } from './block-marks.ts';

/** Replaces the template tags of one file that are blocks or components. */
export interface TagBlocks {
  /**
   * Returns what replaces a tag: the mark of a block, the HTML of a component, or an empty text for a tag that only holds
   * others. Returns `undefined` if the tag is neither a block nor a component.
   *
   * @param tag whether the tag is one of Hugo's, whether it says itself that it has no end, and where it begins
   */
  replace(name: string, rest: string, tag: { isHugo: boolean; isAlone: boolean; at: number }): string | undefined;
}

/** Tags that only hold others, or whose text in between is all there is to keep. */
const TRANSPARENT = new Set([
  'content-ref',
  'raw',
  'columns',
  'column',
  'embed-group',
  'prompt',
  'updates',
  'cards',
  'tabpane',
  'tabs',
  'stepper',
]);
/** Names that mean something else in one of the languages of templates. */
const OTHER_MEANING = new Set([
  'link',
  'figure',
  'highlight',
  'ref',
  'relref',
  'if',
  'for',
  'section',
  'block',
  'include',
  'content',
  'param',
  'label',
  'video',
  'a',
  'term',
  'code',
  'field',
  'row',
  'col',
  'toc',
  'property',
]);
const NAMES: Record<string, string> = {
  expand: 'details',
  collapse: 'details',
  faq: 'details',
  file: 'File',
  code: 'CodeTitle',
  notice: 'callout',
  hint: 'callout',
  alert: 'callout',
  callout: 'callout',
  admonition: 'callout',
  pageinfo: 'callout',
  hero: 'group',
  tabpane: 'tabs',
  swagger: 'group',
  'swagger-description': 'group',
  'swagger-parameter': 'Field',
  'swagger-response': 'details',
  'openapi-operation': 'group',
  'api-method': 'group',
  'api-method-parameter': 'Field',
  'api-method-response-example': 'details',
};
/** The parts of a described interface that only hold others. */
const INTERFACE_PART =
  /^api-method-(?:summary|description|spec|request|response|headers|(?:path|query|body|form-data)-parameters|response-example-description)$/;

function wordsIn(rest: string): string[] {
  const bare = rest.replace(/[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|`[^`]*`|\S+)/g, ' ');
  return [...bare.matchAll(/"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=,]+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
  );
}

function attributesOfTag(name: string, rest: string): ComponentAttributes {
  const attributes = attributesIn(rest.replace(/(["'])\s*,\s*/g, '$1 ').replace(/=`([^`]*)`/g, '="$1"'));
  const named = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== true));
  const words = wordsIn(rest);
  if (name === 'swagger' || name === 'api-method') {
    const { method, path, summary } = named;
    const address = `${named.baseUrl ?? named.host ?? ''}${path ?? ''}`;
    const title = [typeof method === 'string' && method.toUpperCase(), address].filter(Boolean).join(' ');
    return { title, ...(typeof summary === 'string' && { description: summary }) };
  }
  if (NAMES[name] === 'details' && (named.status ?? named.httpCode) !== undefined)
    return { title: [named.status ?? named.httpCode, named.description].filter(Boolean).join(' ') };
  if (NAMES[name] === 'callout') {
    const type = named.style ?? named.type ?? named.context ?? named.color ?? named.variant;
    const [first = '', second] = words;
    const kind = typeof type === 'string' ? type : /^[\w-]+$/.test(first) ? first : name;
    const title = named.title ?? (kind === first ? second : first);
    return { ...named, type: kind, ...(title && { title }) };
  }
  const [first] = words;
  // The word after tabs is the name of the group in scripts.
  const isGroup = name === 'tabs' || name === 'tabpane';
  return isGroup || first === undefined || named.title !== undefined || named.label !== undefined
    ? named
    : { ...named, title: first };
}

/** Tags that never contain one of the same name, and need no end: `{% file src="a.pdf" %}` alone is a whole file. */
const FLAT = /\{%-?\s*(end)?(file|embed|content-ref|swagger)(?![\w-])/g;

/** Where the flat tags of a text begin that have no end. */
function unendedTags(body: string): Set<number> {
  const unended = new Set<number>();
  const open = new Map<string, number>();
  for (const { 1: end, 2: name = '', index } of body.matchAll(FLAT)) {
    if (end) open.delete(name);
    else {
      const before = open.get(name);
      if (before !== undefined) unended.add(before);
      open.set(name, index);
    }
  }
  for (const at of open.values()) unended.add(at);
  return unended;
}

/**
 * Blocks of GitBook and Hugo: callouts, tabs, steps, accordions, cards and files.
 *
 * @param body the whole text, which says whether a tag is closed
 */
export function tagBlocks(body: string, book: BlockBook): TagBlocks {
  const closed = new Set(
    [...body.matchAll(/\{(?:%-?|\{[<%])\s*(?:end|\/)\s*([\w-]+)/g)].map((match) => match[1] ?? ''),
  );
  const unended = unendedTags(body);
  const open: string[] = [];
  let isCode = false;
  const codeEnd = () => (isCode && open.at(-1) === 'tab' ? '\uE00E```\uE00E' : '');
  return {
    replace(name, rest, { isHugo, isAlone, at }) {
      const [, sign, ended = ''] = /^(end|\/\s*)([\w-]+)$/.exec(name) ?? [];
      if (sign !== undefined && (isBlockName(ended) || open.includes(ended))) {
        const fence = codeEnd();
        if (ended === 'tabpane') isCode = false;
        if (!open.includes(ended)) return '';
        open.splice(open.lastIndexOf(ended), 1);
        return fence + BLOCK_END;
      }
      if (!isBlockName(name)) return undefined;
      const attributes = attributesOfTag(name, rest);
      const shown = INTERFACE_PART.test(name) ? 'group' : (NAMES[name] ?? name);
      if (!closed.has(name) || isAlone || unended.has(at)) {
        if (TRANSPARENT.has(name)) return '';
        if (knownComponent(shown)?.block === false)
          return openComponent(shown, attributes, false) + closeComponent(shown, false);
        const text = typeof attributes.text === 'string' ? attributes.text : '';
        return book.open(shown, attributes) + text + BLOCK_END;
      }
      open.push(name);
      if (name === 'tabpane') isCode = isHugo && !/\btext\s*=\s*"?true/.test(rest);
      const language = typeof attributes.lang === 'string' ? attributes.lang : '';
      return book.open(shown, attributes) + (name === 'tab' && isCode ? `\uE00E\`\`\`${language}\uE00E` : '');
    },
  };
}

function isBlockName(name: string): boolean {
  if (OTHER_MEANING.has(name)) return name === 'code';
  return (
    TRANSPARENT.has(name) ||
    INTERFACE_PART.test(name) ||
    Object.hasOwn(NAMES, name) ||
    knownComponent(name) !== undefined
  );
}
