/** One text of the interface, or its forms by the plural category (`one`, `few`, `other`, …) of the number `count`. */
export type InterfaceText = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** Texts of the interface by their keys. */
export type InterfaceTexts = Readonly<Record<string, InterfaceText>>;

/** Looks up a text of the interface by its key, and fills in its placeholders. An unknown key is returned as it is. */
export type TextLookup = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** How many layers are in the language itself: the company's, the theme's, and the engine's. The rest are fallbacks. */
export const OWN_LAYERS = 3;

/**
 * The texts of the interface in one language. Numbers are printed in the digits of that language.
 *
 * @param layers the company's own texts first, then the theme's, the engine's, and the fallbacks
 */
export function makeTextLookup(locale: string, layers: readonly InterfaceTexts[]): TextLookup {
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
