import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Turn } from './found-component.ts';

const PLACES = ['query', 'path', 'body', 'header', 'cookie'];

/**
 * `<ParamField query="target" type="number" required>`: a parameter of an interface. Its name, type, default and whether
 * it is required are a line above its description.
 */
export const turnField: Turn = ({ attributes, children }) => {
  const name = attributes.text('name', 'field', 'prop', 'property', 'param', ...PLACES);
  const facts: ElementContent[][] = [];
  const type = attributes.text('type', 'datatype', 'kind');
  if (type) facts.push([{ type: 'text', value: type }]);
  for (const flag of ['required', 'optional', 'deprecated', 'nullable', 'readonly'])
    if (attributes.flag(flag)) facts.push([{ type: 'text', value: flag }]);
  for (const key of ['default', 'defaultvalue', 'initial', 'placeholder', 'example', 'min', 'max', 'pattern']) {
    const value = attributes.text(key);
    if (value) facts.push([{ type: 'text', value: `${key === 'defaultvalue' ? 'default' : key}: ` }, h('code', value)]);
  }
  const line = facts.flatMap((fact, at): ElementContent[] =>
    at === 0 ? fact : [{ type: 'text', value: ', ' }, ...fact],
  );
  const about = attributes.text('description', 'desc', 'title', 'label');
  return [
    h('p', [
      ...(name ? [h('strong', [h('code', name)])] : []),
      ...(line.length > 0
        ? [
            { type: 'text' as const, value: name ? ' (' : '' },
            ...line,
            { type: 'text' as const, value: name ? ')' : '' },
          ]
        : []),
    ]),
    ...(about ? [h('p', about)] : []),
    ...children,
  ];
};
