import { CREDENTIALS, hasCredentials, hasPlainPath, PLAIN_PATH } from '#kb/values/web-address.ts';
import { Refusal, UsageError } from '../shared/failures.ts';
import { listOf } from '../shared/read-values.ts';

/** The address a site is published at. */
export function readAddress(text: string, label: string): string {
  if (!URL.canParse(text))
    throw new UsageError(`${label} is "${text}". Use a full address such as https://help.example.com/.`);
  if (hasCredentials(text)) throw new UsageError(`${label} contains a user name or password. ${CREDENTIALS}`);
  if (!hasPlainPath(text)) throw new UsageError(`${label} is "${text}". ${PLAIN_PATH}`);
  return text;
}

/** Languages such as `en,fi`, sorted, each once. */
export function readLocales(text: string, label: string): string[] {
  const locales = text.split(',').map((tag) => tag.trim());
  if (!locales.every((tag) => /^[A-Za-z0-9-]+$/.test(tag)))
    throw new UsageError(`${label} is "${text}". Use languages separated by commas, such as en,fi.`);
  return [...new Set(locales)].sort();
}

/** @throws Refusal if the site lacks a language of a part */
export function mustHaveLocales(locales: readonly string[], all: readonly string[]): void {
  const unknown = locales.filter((tag) => !all.includes(tag));
  if (unknown.length > 0)
    throw new Refusal(
      `--locales has ${unknown.map((tag) => `"${tag}"`).join(', ')}, but the site is in ${listOf(all, 'and')}. Nothing was built.`,
    );
}
