import type { ElementContent } from 'hast';
import type { Notes } from '../syntax/notes.ts';
import type { Scope } from '../syntax/scope.ts';
import {
  attributeValue,
  type Esm,
  isSpread,
  type JsxAttribute,
  type JsxElement,
  type TreeNode,
} from '../syntax/tree.ts';
import { variableIn } from './render-component.ts';

// No name of an article can be one that the compiler of MDX defines.
const own = (name: string) => `Imported${name}`;

/** The lines that import components, written anew from their names and files. */
export function importLines(components: ReadonlyMap<string, string> = new Map()): Esm[] {
  return [...components].map(([name, file]) => ({
    type: 'mdxjsEsm',
    value: `import ${own(name)} from ${JSON.stringify(file)};`,
  }));
}

/**
 * A component that the article imports, with attributes that are values and never code.
 *
 * @param children already turned into HTML
 */
export function importedComponent(
  node: JsxElement,
  children: ElementContent[],
  notes: Notes,
  scope: Scope,
): JsxElement {
  const name = node.name ?? '';
  const attributes = node.attributes.flatMap((attribute): JsxAttribute[] => {
    const wrong = (says: string, fix: string) => {
      notes.report('component-attribute', { ...node, position: attribute.position ?? node.position }, says, fix);
      return [];
    };
    if (isSpread(attribute))
      return wrong(
        `<${name}> contains "{${attribute.value}}", which is not an attribute.`,
        'Write each attribute separately, as name="value".',
      );
    // Names with a colon are commands to Astro, such as to print a text as HTML.
    if (!/^[A-Za-z][\w-]*$/.test(attribute.name))
      return wrong(
        `"${attribute.name}" is not an attribute that an article can give to <${name}>.`,
        'Remove it, or use a name of letters, digits and hyphens.',
      );
    const value = attributeValue(attribute) ?? variableIn(attribute, scope);
    if (value === undefined)
      return wrong(`The attribute "${attribute.name}" of <${name}> contains code.`, `Write ${attribute.name}="…".`);
    return [{ type: 'mdxJsxAttribute', name: attribute.name, value: written(value) }];
  });
  return { ...node, name: own(name), attributes, children: children as TreeNode[] };
}

function written(value: string | number | boolean): JsxAttribute['value'] {
  if (typeof value === 'string') return value;
  return { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(value) };
}
