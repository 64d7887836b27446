import { z } from 'zod';
import { isDay } from './day.ts';
import { isLocaleTag } from './locale.ts';

// Fields that several of the company's files share.

export const dayField = z.string().refine(isDay, 'Write a valid date such as 2026-11-15.');

export const localeField = z.string().refine(isLocaleTag, 'Write a language code such as en, fi or pt-BR.');

/** The fields that every line of counts has. */
export const dayAndLocale = { day: dayField, locale: localeField };

/** A whole number of 1 or more, from a CSV cell. */
export const numberFromOne = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'Write a whole number of 1 or more.')
  .transform(Number);

/** A whole number of 0 or more, from a CSV cell. */
export const numberFromZero = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,14})$/, 'Write a whole number of 0 or more.')
  .transform(Number);
