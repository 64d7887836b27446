import type { LinkKind } from '#kb/tickets/records/ticket-links.ts';
import { escapeRegExp } from '#kb/values/escape.ts';
import { NUMBERED } from '../articles/links/help-desk-addresses.ts';
import { literal, type Sql, valuesTable } from './sql.ts';
import { CLOSED } from './ticket-outcome.ts';

/** A name that articles are linked by: an id, or an address the article had before. */
export interface ArticleName {
  /** Without a host: `cards/order-a-card`, or `/hc/en-us/articles/360001234567`. */
  name: string;
  /** The id of the article. */
  article: string;
}

/**
 * What links are compared by. The key of an address on one of our sites is its path without the locale, so it is also
 * the id of an article. An address elsewhere is marked, because it can only be an old address. A help desk's address is
 * compared by its number, whatever the host, language, and title around it, and so is such a number alone.
 *
 * @param site its languages, and the address it is published under
 */
function keyMacros({ locales, url }: { locales: readonly string[]; url?: string | undefined }): Sql[] {
  const own = url === undefined ? undefined : new URL(url);
  const base = own?.pathname.replace(/^\/|\/$/g, '') ?? '';
  const start = `^(?:${base === '' ? '' : `${escapeRegExp(base.toLowerCase())}/`})?(?:${locales.map((tag) => escapeRegExp(tag.toLowerCase())).join('|')})/`;
  const host = own?.host.toLowerCase().replace(/^www\./, '') ?? '';
  return [
    String.raw`CREATE TEMP MACRO link_host(t) AS regexp_replace(lower(regexp_extract(t, '^(?:[Hh][Tt][Tt][Pp][Ss]?:)?//([^/?#]+)', 1)), '^www\.', '')`,
    String.raw`CREATE TEMP MACRO link_path(t) AS regexp_replace(
      lower(trim(url_decode(regexp_extract(t, '^(?:(?:[Hh][Tt][Tt][Pp][Ss]?:)?//[^/?#]*)?([^?#]*)', 1)), '/')), '/?index\.html?$', '')`,
    `CREATE TEMP MACRO link_number(p) AS regexp_extract('/' || p, ${literal(NUMBERED.source)}, 2)`,
    `CREATE TEMP MACRO link_name(h, p) AS CASE
      WHEN link_number(p) <> '' THEN '#' || link_number(p)
      WHEN h = '' AND regexp_full_match(p, '\\d{5,}') THEN '#' || p
      WHEN h IN ('', ${literal(host)}) THEN regexp_replace(p, ${literal(start)}, '')
      ELSE '//' || p END`,
    'CREATE TEMP MACRO link_key(t) AS hash(link_name(link_host(t), link_path(t)))',
  ];
}

/** Teaches the database by which names articles are linked. A name that two articles have had means neither. */
export function createLinkKeys(
  site: { locales: readonly string[]; url?: string | undefined },
  names: readonly ArticleName[],
): Sql[] {
  const rows = names.map(({ name, article }) => [name, article]);
  return [
    ...keyMacros(site),
    `CREATE TEMP TABLE link_keys AS
      WITH names AS (SELECT * FROM ${valuesTable(rows, ['name', 'article'])}),
      keyed AS (SELECT link_key(name) AS key, article, name = article AS own FROM names
        UNION ALL SELECT link_key('//other' || name), article, false FROM names WHERE starts_with(name, '/'))
      SELECT key, coalesce(min(article) FILTER (own), min(article)) AS article FROM keyed GROUP BY key
      HAVING bool_or(own) OR count(DISTINCT article) = 1`,
  ];
}

/** What a ticket keeps of its links: hashes, never the links themselves. */
export function linkHashes(links: Sql | undefined): Sql {
  if (links === undefined) return '[]::UBIGINT[]';
  const filled = `list_filter(${links}, lambda t: t <> '')`;
  return `coalesce(list_sort(list_distinct(list_transform(${filled}, lambda t: link_key(t)))), [])`;
}

/** Leads the links of the counted tickets to articles. */
export function createLinkedTable(column: LinkKind): Sql {
  return `CREATE OR REPLACE TEMP TABLE linked AS
  WITH told AS (SELECT day, locale, closed, ${column} AS links, count(*) AS tickets FROM counted
    WHERE len(${column}) > 0 GROUP BY ALL),
  links AS (SELECT links, list_sort(list(DISTINCT article) FILTER (article IS NOT NULL)) AS articles, count(*) FILTER (article IS NULL) AS lost
    FROM (SELECT links, unnest(links) AS key FROM (SELECT DISTINCT links FROM told)) LEFT JOIN link_keys USING (key) GROUP BY links)
  SELECT day, locale, closed, array_to_string(coalesce(articles, []), ' ') AS articles, lost, tickets FROM told JOIN links USING (links)`;
}

/** One row: tickets with a link of any kind, and links that match no article. */
export const linkTotals: Sql =
  'SELECT coalesce(sum(tickets), 0)::DOUBLE AS tickets, coalesce(sum(tickets * lost), 0)::DOUBLE AS lost FROM linked';

/**
 * The links, by day, language and articles.
 *
 * @param closed whether those of closed tickets only
 */
export function linkedCounts(closed: boolean): Sql {
  return `SELECT strftime(day, '%Y-%m-%d') AS day, locale::VARCHAR AS locale, articles, sum(tickets)::INTEGER AS tickets
    FROM linked WHERE articles <> ''${closed ? ` AND closed = ${CLOSED}` : ''} GROUP BY ALL ORDER BY ALL`;
}
