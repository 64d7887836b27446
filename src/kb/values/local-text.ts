import { z } from 'zod';

/** One text for all languages, or one text per language. */
export const LocalText = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
export type LocalText = z.infer<typeof LocalText>;

/** The language that {@link localText} takes the text from; `undefined` if one text is used for all languages. */
export function localTextLanguage(text: LocalText, locale: string, fallback: string): string | undefined {
  if (typeof text === 'string') return undefined;
  return [locale, fallback, ...Object.keys(text)].find((one) => text[one] !== undefined);
}

/** The text in a language, else in the default language, else in any language. */
export function localText(text: LocalText, locale: string, fallback: string): string {
  if (typeof text === 'string') return text;
  return text[localTextLanguage(text, locale, fallback) ?? ''] ?? '';
}
