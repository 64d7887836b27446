import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { turnCard } from './boxes.ts';
import type { Turn } from './found-component.ts';
import { turnBadge } from './in-line.ts';

/** Whether an attribute holds words for readers: a sentence or a word, not a setting such as `primary-dark`. */
function isProse(value: unknown): value is string {
  return typeof value === 'string' && /\p{L}/u.test(value) && (/\s/.test(value.trim()) || /[^\x20-\x7e]/.test(value));
}

/** Whether data of an attribute holds words for readers anywhere. */
export function holdsProse(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isProse(value);
  const isWords = (one: unknown) => typeof one === 'string' && /^\p{Lu}\p{Ll}|[.?!]$/u.test(one.trim());
  return Object.values(value).some((one) => isWords(one) || holdsProse(one));
}

/** The texts in a list of data, such as the questions and answers of a component, each a paragraph. */
export function paragraphsIn(value: unknown): ElementContent[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [h('p', value)];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(paragraphsIn);
  const { href, url, link, ...texts } = value as Record<string, unknown>;
  const address = [href, url, link].find((one) => typeof one === 'string');
  return Object.values(texts).flatMap((text, at): ElementContent[] => {
    if (at > 0 || typeof text !== 'string') return paragraphsIn(text);
    return [h('p', [typeof address === 'string' ? h('a', { href: address }, text) : h('strong', text)])];
  });
}

export function attributeValueText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Keeps the content of a component that has no meaning here, and the texts of its attributes; the rest is reported. */
export const turnUnknown: Turn = (found) => {
  const { name, attributes, report, inLine } = found;
  const content = inLine ? turnBadge(found) : turnCard(found);
  const others = attributes.unread();
  const texts = inLine
    ? []
    : others.flatMap(([, value]) => (isProse(value) || typeof value === 'object' ? paragraphsIn(value) : []));
  const lost = others.filter(([, value]) => inLine || !(isProse(value) || typeof value === 'object'));
  const all = [...content, ...texts];
  const kept = textOf({ type: 'root', children: all }).trim() !== '' || all.some((child) => child.type === 'element');
  const values = lost.map(([key, value]) => (value === true ? key : `${key}="${attributeValueText(value)}"`));
  const without = values.length === 0 ? '' : `, without ${values.join(', ')}`;
  const isBlock = /^[^\p{L}]/u.test(name);
  if (isBlock) report(`The block "${name}" isn't supported; its content was kept as plain text.`);
  else if (name !== 'Item')
    report(
      `The component <${name}> isn't supported; ${kept ? `only its content was kept${without}` : `it was left out${without.replace(', without', ':')}`}.`,
    );
  return all;
};
