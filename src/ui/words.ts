import type { Words } from '#markdown/syntax/component.ts';

/** One text, or its forms by plural category (`one`, `few`, `other`, …) of the number `count`. */
export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Texts = Readonly<Record<string, Text>>;

/** So many of a language's layers are its own: the company's, the theme's and the engine's. The others are fallen back to. */
export const OWN_LAYERS = 3;

/**
 * The texts of the interface in one language. Numbers are printed in the digits of that language.
 *
 * @param layers the company's own texts first, then the theme's, the engine's, and those to fall back to
 */
export function makeWords(locale: string, layers: readonly Texts[]): Words {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const text = layers.find((layer) => Object.hasOwn(layer, key))?.[key] ?? key;
    const form = typeof text === 'string' ? text : (text[plural.select(Number(values.count))] ?? text.other ?? key);
    return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
    });
  };
}
