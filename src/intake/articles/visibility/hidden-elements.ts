import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Report } from '../imported-site.ts';
import { isConditionalBlock, isPrivateBlock, shortText } from './private-names.ts';
import { saysLabel } from './visibility-words.ts';

/** Boxes that a click opens: their text is hidden at first, but it's for readers. */
const OPENS = /accordion|collaps|toggle|expand|spoiler|tab|dropdown|details|faq|reveal|panel|slide|more/i;

function opensOnClick(chain: readonly Element[]): boolean {
  return chain.some(({ properties }) =>
    [properties.className, properties.id, properties.role, properties.dataComponent].some((one) =>
      OPENS.test(Array.isArray(one) ? one.join(' ') : String(one ?? '')),
    ),
  );
}

const HIDDEN = 'Hidden text';

function whyPrivate(element: Element, above: readonly Element[]): string | undefined {
  const { dataComponent, className, hidden, style } = element.properties;
  if (typeof dataComponent === 'string' && isPrivateBlock(dataComponent))
    return `Text in <${dataComponent}>, which isn't for readers,`;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const named = classes.find((one) => one !== 'hidden' && one !== 'draft' && saysLabel(one) !== undefined);
  if (named) return `Text of the class "${named}", which isn't for readers,`;
  const away = (hidden ?? false) !== false || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''));
  if (!away || opensOnClick([element, ...above])) return undefined;
  return HIDDEN;
}

/**
 * Takes out, in place, what the source's pages hide from readers: elements for the team and those that never appear.
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
      const name = element.properties.dataComponent;
      if (typeof name === 'string' && isConditionalBlock(name) && textOf(element).trim() !== '') {
        report(line, `The text in <${name}> was shown only on a condition. Decide who can see it.`, 'visibility');
      }
      above.push(element);
      walk(element);
      above.pop();
    }
  };
  walk(tree);
}
