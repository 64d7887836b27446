import { z } from 'zod';

/** Text for every language at once, or one text per language. */
export const LocalText = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
export type LocalText = z.infer<typeof LocalText>;

/** The language that {@link localText} takes the text from; `undefined` where one text is for all of them. */
export function localTextLanguage(text: LocalText, locale: string, fallback: string): string | undefined {
  if (typeof text === 'string') return undefined;
  return [locale, fallback, ...Object.keys(text)].find((one) => text[one] !== undefined);
}

/** The text in a language, or in the default language, or any text there is. */
export function localText(text: LocalText, locale: string, fallback: string): string {
  if (typeof text === 'string') return text;
  return text[localTextLanguage(text, locale, fallback) ?? ''] ?? '';
}
