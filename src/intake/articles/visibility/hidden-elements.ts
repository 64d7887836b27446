import type { Element, Properties, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Report } from '../imported-site.ts';
import { isConditionalBlock, isPrivateBlock, shortText } from './private-names.ts';
import { saysLabel } from './visibility-words.ts';

/** Boxes that a click opens: their text is hidden at first, but it's for readers. */
const OPENS = /accordion|collaps|toggle|expand|spoiler|tab(?!le)|dropdown|details|faq|reveal|panel|slide|more/i;

/** The component that an element was, and what the page itself calls it: both can say that readers don't see it. */
function componentNames({ dataOhjeComponent, dataComponent }: Properties): string[] {
  return [dataOhjeComponent, dataComponent].filter((name) => typeof name === 'string');
}

function opensOnClick(chain: readonly Element[]): boolean {
  return chain.some(({ properties }) =>
    [properties.className, properties.id, properties.role, ...componentNames(properties)].some((one) =>
      OPENS.test(Array.isArray(one) ? one.join(' ') : String(one ?? '')),
    ),
  );
}

const HIDDEN = 'Hidden text';

/** Classes of style sheets that hide an element, unless another one shows it on some screens: `hidden md:block`. */
const HIDING = new Set(['hidden', 'd-none', 'is-hidden', 'display-none']);
const SHOWING = /^(?:[\w-]+:)+(?!hidden)[\w-]+$|^d-(?:sm|md|lg|xl|xxl|print)-(?!none)\w+/;

function hasHidingClass(classes: readonly string[]): boolean {
  return classes.some((one) => HIDING.has(one)) && !classes.some((one) => SHOWING.test(one));
}

/** Mintlify's `<Visibility for="agents">` is for programs, `<Visibility for="humans">` for every reader. */
function shownTo({ dataOhjeComponent, dataOhjeAttributes }: Properties): 'programs' | 'readers' | undefined {
  if (dataOhjeComponent !== 'Visibility') return undefined;
  const said = /"for":"(agents|humans)"/.exec(String(dataOhjeAttributes))?.[1];
  return said === undefined ? undefined : said === 'agents' ? 'programs' : 'readers';
}

function whyPrivate(element: Element, above: readonly Element[]): string | undefined {
  if (shownTo(element.properties) === 'programs') return "Text that isn't for readers";
  const { className, hidden, style } = element.properties;
  const team = componentNames(element.properties).find(isPrivateBlock);
  if (team !== undefined) return `Text in <${team}>, which isn't for readers,`;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const named = classes.find((one) => one !== 'hidden' && one !== 'draft' && saysLabel(one) !== undefined);
  if (named) return `Text of the class "${named}", which isn't for readers,`;
  const away =
    hasHidingClass(classes) ||
    (hidden ?? false) !== false ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''));
  if (!away || opensOnClick([element, ...above])) return undefined;
  return HIDDEN;
}

/**
 * Removes, in place, what the source's pages hide from readers: elements for the team and those that never appear.
 * Components that show text on a condition are reported as text whose readers aren't known.
 */
export function takeOutHidden(tree: Root, report: Report): void {
  const above: Element[] = [];
  const walk = (parent: Root | Element): void => {
    for (let index = 0; index < parent.children.length; index += 1) {
      const element = parent.children[index];
      if (element?.type !== 'element') continue;
      const line = element.position?.start?.line;
      const why = whyPrivate(element, above);
      if (why) {
        const text = shortText(textOf(element));
        if (text !== '') report(line, `${why} was left out: "${text}"`, 'private');
        parent.children.splice(index, 1);
        index -= 1;
        continue;
      }
      const name = componentNames(element.properties).find(isConditionalBlock);
      if (name !== undefined && shownTo(element.properties) !== 'readers' && textOf(element).trim() !== '') {
        report(line, `The text in <${name}> was shown only on a condition. Decide who can see it.`, 'visibility');
      }
      above.push(element);
      walk(element);
      above.pop();
    }
  };
  walk(tree);
}
