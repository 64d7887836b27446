import { z } from 'zod';
import { isDay } from './day.ts';
import { isLocaleTag } from './locale.ts';

// What several of the company's files hold in the same way.

export const dayField = z.string().refine(isDay, 'Write a valid date such as 2026-11-15.');

export const localeField = z.string().refine(isLocaleTag, 'Write a language code such as en, fi or pt-BR.');

/** What a line of counts is about. */
export const dayAndLocale = { day: dayField, locale: localeField };

/** A whole number from 1, as a cell of CSV holds it. */
export const numberFromOne = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'Write a whole number of 1 or more.')
  .transform(Number);

/** A whole number from 0, as a cell of CSV holds it. */
export const numberFromZero = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,14})$/, 'Write a whole number of 0 or more.')
  .transform(Number);
