import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isBlank, isElement } from '../elements/html-elements.ts';
import { attributesOf } from './component-attributes.ts';
import type { Turn } from './found-component.ts';
import { isComponent } from './tabs.ts';

function entries(children: readonly ElementContent[]): ElementContent[] {
  const shown = children.filter((child) => !isBlank(child));
  const listed = shown.flatMap((child): ElementContent[] => {
    const part = isComponent(child) ? child : undefined;
    if (!part) return isElement(child, 'p') ? entries(child.children) : [child];
    const name = attributesOf(part).text('name', 'title', 'label');
    return [h('li', [...(name ? [h('p', [h('code', name)])] : []), ...entries(part.children)])];
  });
  const isList = listed.some((child) => isElement(child, 'li'));
  return isList ? [h('ul', listed)] : listed;
}

/** `<Tree>` of folders and files, or `<FileTree>` around a list: nested lists. */
export const turnTree: Turn = ({ children }) => entries(children);
