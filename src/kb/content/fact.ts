import { z } from 'zod';

/** One amount, limit or time from `facts.yaml`: `6 EUR`, `2 %`, `5-7`, 18, or text (once or per language). */
export const Fact = z
  .union([z.number(), z.string().min(1), z.record(z.string(), z.string())])
  .describe('An amount such as 6 EUR, 2 % or 18, or a text, once or per language.');
export type Fact = z.infer<typeof Fact>;

export const FactsFile = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'Use only letters and digits in the name of a fact, such as cardFee.'),
  Fact,
);
export type Facts = z.infer<typeof FactsFile>;

const quantity = /^(?<from>-?\d+(?:\.\d+)?)(?:\s*[-–]\s*(?<to>\d+(?:\.\d+)?))?(?:\s*(?<unit>%|[A-Z]{3}))?$/;

/**
 * Formats a fact with the numbers, currency and digits of a language: `€6`, `6 €`, `۶`.
 * Text stays as it is; text per language falls back to `fallback`.
 *
 * @returns `undefined` if a fact has text for neither language
 */
export function formatFact(fact: Fact, locale: string, fallback: string): string | undefined {
  if (typeof fact === 'object') return fact[locale] ?? fact[fallback];
  const parts = quantity.exec(String(fact))?.groups;
  if (!parts) return String(fact);
  const { from, to, unit } = parts;
  const scale = unit === '%' ? 100 : 1;
  const format = new Intl.NumberFormat(locale, options(unit));
  return to === undefined
    ? format.format(Number(from) / scale)
    : format.formatRange(Number(from) / scale, Number(to) / scale);
}

function options(unit: string | undefined): Intl.NumberFormatOptions {
  if (unit === '%') return { style: 'percent', maximumFractionDigits: 2 };
  if (unit) return { style: 'currency', currency: unit, trailingZeroDisplay: 'stripIfInteger' };
  return {};
}
