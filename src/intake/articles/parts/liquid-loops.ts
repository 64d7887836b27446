import { isData } from '#kb/values/data.ts';
import { findCode } from '../dialects/code-ranges.ts';
import { shortText } from '../visibility/private-names.ts';
import { type MappedText, replaceMapped } from './mapped-text.ts';

/** An innermost loop of Liquid: `{% for item in site.data.lids %}…{% endfor %}`. */
const LOOP =
  /\{%-?\s*for\s+([\w-]+)\s+in\s+([\w.-]+)\s*([^%]*?)-?%\}((?:(?!\{%-?\s*for\b)[\s\S])*?)\{%-?\s*endfor\s*-?%\}/g;
const DEEPEST = 5;
const MOST_ITEMS = 1000;

function valueIn(item: unknown, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((now, name) => (isData(now) && Object.hasOwn(now, name) ? now[name] : undefined), item);
}

/** The text of a loop for one item; nothing if it needs more than the item's own values. */
function filled(body: string, name: string, item: unknown, place: number): string | undefined {
  let known = true;
  const text = body.replace(
    /\{\{-?\s*([\w.-]+)\s*((?:\|[^{}]*)?)-?\}\}/g,
    (whole, written: string, filters: string) => {
      const [first = '', ...rest] = written.split('.');
      if (first === 'forloop') return String(rest[0] === 'index0' ? place : place + 1);
      if (first !== name) return whole;
      const value = valueIn(item, rest.join('.'));
      if (value === undefined || value === null) return '';
      if (typeof value === 'object') known = false;
      if (/\|\s*(?!(?:escape|markdownify|strip|strip_html|xml_escape)\b)/.test(filters)) known = false;
      return String(value);
    },
  );
  return known && !/\{%/.test(text) ? text : undefined;
}

/**
 * Writes out the loops of Liquid whose list is data of the source. A loop over anything else is left out and reported:
 * what it makes can't be known without running the old site.
 *
 * @param listOf the list that a name such as `site.data.lids` means
 */
export function unrollLoops(
  text: MappedText,
  listOf: (name: string) => unknown,
  report: (line: number, what: string) => void,
): MappedText {
  let now = text;
  for (let depth = 0; depth < DEEPEST && /\{%-?\s*for\s/.test(now.text); depth += 1) {
    const { isCode } = findCode(now.text);
    now = replaceMapped(now, LOOP, ({ index, 1: name = '', 2: list = '', 3: options = '', 4: body = '' }, line) => {
      if (isCode(index)) return undefined;
      const value = listOf(list);
      const items = Array.isArray(value) ? value : isData(value) ? Object.entries(value) : undefined;
      const isPlain = options.trim() === '' && items !== undefined && items.length <= MOST_ITEMS;
      const parts = isPlain ? items.map((item, place) => filled(body, name, item, place)) : [undefined];
      if (parts.every((part) => part !== undefined)) return parts.map((part) => part.replace(/^\n/, '')).join('');
      report(line, `What the old site listed here from "${list}" was left out: "${shortText(body)}"`);
      return '';
    });
  }
  return now;
}
