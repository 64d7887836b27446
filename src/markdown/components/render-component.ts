import type { ElementContent } from 'hast';
import { suggest } from '#kb/findings/suggest.ts';
import type { Component, Media } from '../syntax/component.ts';
import { type Notes, truncate } from '../syntax/notes.ts';
import type { Scope } from '../syntax/scope.ts';
import { attributeValue, isSpread, type JsxAttribute, type JsxElement } from '../syntax/tree.ts';

/**
 * Turns a component in an article into HTML, and reports every invalid attribute.
 *
 * @param children already turned into HTML
 */
export function renderComponent(
  component: Component,
  node: JsxElement,
  children: ElementContent[],
  notes: Notes,
  scope: Scope,
): ElementContent[] {
  const name = node.name ?? '';
  const texts = new Map<string, string>();
  const flags = new Set<string>();
  const files = new Map<string, Media | undefined>();
  const wrong = (attribute: JsxElement['attributes'][number], says: string, fix: string) =>
    notes.report('component-attribute', { ...node, position: attribute.position ?? node.position }, says, fix);

  for (const attribute of node.attributes) {
    if (isSpread(attribute)) {
      const says = `<${name}> contains "{${attribute.value}}", which is not an attribute.`;
      wrong(attribute, says, 'Write each attribute separately, as name="value".');
      continue;
    }
    const rule = Object.hasOwn(component.attributes, attribute.name) ? component.attributes[attribute.name] : undefined;
    if (!rule) {
      const choices = Object.keys(component.attributes);
      wrong(
        attribute,
        `<${name}> has no attribute "${attribute.name}".`,
        choices.length > 0 ? suggest(attribute.name, choices) : 'Remove it.',
      );
      continue;
    }
    const value = attributeValue(attribute) ?? variableIn(attribute, scope);
    if (rule.kind === 'flag') {
      if (value === true || value === 'true') flags.add(attribute.name);
      else if (value !== false && value !== 'false')
        wrong(
          attribute,
          `The attribute "${attribute.name}" of <${name}> takes no value.`,
          `Write only ${attribute.name}.`,
        );
      continue;
    }
    if (value === undefined || typeof value === 'boolean') {
      wrong(attribute, `The attribute "${attribute.name}" of <${name}> has no text.`, `Write ${attribute.name}="…".`);
      continue;
    }
    const text = String(value);
    if (rule.values && !rule.values.includes(text))
      wrong(attribute, `"${text}" is not a valid ${attribute.name} for <${name}>.`, suggest(text, rule.values));
    if (rule.ending && !text.toLowerCase().endsWith(rule.ending))
      wrong(
        attribute,
        `"${truncate(text)}" cannot be the ${attribute.name} of <${name}>, because browsers only read "${rule.ending}" files.`,
        `Convert the file, and use one whose name ends in "${rule.ending}".`,
      );
    if (rule.kind === 'media') files.set(attribute.name, notes.file(text, node, rule.linked));
    else texts.set(attribute.name, rule.kind === 'link' ? notes.link(text, node) : text);
  }
  for (const [key, rule] of Object.entries(component.attributes))
    if (rule.required && !node.attributes.some((attribute) => !isSpread(attribute) && attribute.name === key))
      notes.report('component-attribute', node, `<${name}> needs the attribute "${key}".`, `Add ${key}="…".`);
  const fault = component.fault?.(children);
  if (fault) notes.report('component-content', node, fault.says, fault.fix);

  return component.render(
    { text: (key) => texts.get(key), flag: (key) => flags.has(key), media: (key) => files.get(key) },
    children,
    scope.text,
  );
}

/** The value of the variable that an attribute names, such as `title={facts.fee}`. */
export function variableIn({ value }: JsxAttribute, scope: Scope): string | undefined {
  return value !== null && typeof value === 'object' ? scope.variable(value.value.trim()) : undefined;
}
