import type { TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { wordKey } from '#kb/values/word-key.ts';
import { ticketValue } from './category.ts';
import { literal, type Sql } from './sql.ts';
import type { TicketSql } from './ticket-sql.ts';

/** How the language of a ticket is read: in steps, for the same reason as a category. */
export interface SpokenLocale {
  /** What the ticket says. */
  spoken: Sql;
  /** The site's language, of a column that contains `spoken` and one with the `word_key` of it. */
  locale(spoken: Sql, key: Sql): Sql;
}

/**
 * The SQL that gives the site's language of a ticket: by its tag, by its language part (`en-US` is
 * read by those who read `en`), by its name in English or in itself; otherwise the default one.
 *
 * @param locale an attribute, or one language for all tickets; without it a column that is named so
 * @returns `undefined` where the export has no such part
 */
export function localeSql(
  ticket: TicketSql,
  locale: TicketAttribute | string | undefined,
  site: { locales: readonly string[]; defaultLocale: string },
): SpokenLocale | undefined {
  const always = (tag: string): SpokenLocale => ({ spoken: 'NULL', locale: () => literal(tag) });
  if (typeof locale === 'string') return always(siteLocale(locale, site));
  const written = locale === undefined ? ticket.locale : ticketValue(ticket, locale);
  if (written === undefined) return locale === undefined ? always(site.defaultLocale) : undefined;
  const entries = [...localeNames(site)].map(([name, tag]) => `${literal(name)}: ${literal(tag)}`).join(', ');
  const names = `MAP {${entries}}`;
  const plain = site.locales.map((tag) => `WHEN ${literal(tag)} THEN ${literal(tag)}`).join(' ');
  const named = (key: Sql) =>
    `coalesce(${names}[${key}], ${names}[split_part(${key}, '-', 1)], ${literal(site.defaultLocale)})`;
  return {
    spoken: written,
    locale: (spoken, key) => `CASE ${spoken} ${plain} ELSE ${named(`replace(${key}, '_', '-')`)} END`,
  };
}

/** The SQL of what an export says about the language of a ticket; `undefined` if it says nothing. */
export function writtenLocale(ticket: TicketSql, locale: TicketAttribute | string | undefined): Sql | undefined {
  if (typeof locale === 'string') return undefined;
  return locale === undefined ? ticket.locale : ticketValue(ticket, locale);
}

/** Whether a text names a language that the site doesn't have. */
export function isOtherLanguage(text: string, site: { locales: readonly string[]; defaultLocale: string }): boolean {
  const key = wordKey(text).replaceAll('_', '-');
  const [base = ''] = key.split('-');
  const own = localeNames(site);
  return !own.has(key) && !own.has(base) && (allLanguages().has(key) || (key !== base && allLanguages().has(base)));
}

let languages: Set<string> | undefined;

/** The tags of two letters of all languages, and their names in English and in themselves, in lowercase letters. */
function allLanguages(): Set<string> {
  if (languages) return languages;
  languages = new Set();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const inEnglish = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  for (const tag of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = inEnglish.of(tag);
    if (name === undefined) continue;
    const own = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag);
    for (const one of [tag, name, own]) if (one !== undefined) languages.add(wordKey(one));
  }
  return languages;
}

/** The site's language for one that tickets.yaml names. */
export function siteLocale(tag: string, site: { locales: readonly string[]; defaultLocale: string }): string {
  const names = localeNames(site);
  const key = wordKey(tag);
  return names.get(key) ?? names.get(key.split('-')[0] ?? '') ?? site.defaultLocale;
}

/** The site's languages by their tags and names, in lowercase letters. */
export function localeNames({
  locales,
  defaultLocale,
}: {
  locales: readonly string[];
  defaultLocale: string;
}): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string | undefined, tag: string) => {
    if (name !== undefined && !names.has(wordKey(name))) names.set(wordKey(name), tag);
  };
  for (const tag of locales) add(tag, tag);
  for (const tag of [defaultLocale, ...locales]) {
    add(tag.split('-')[0], tag);
    for (const shown of ['en', tag])
      add(new Intl.DisplayNames(shown, { type: 'language', fallback: 'none' }).of(tag), tag);
  }
  return names;
}
