import { parseAttribute, type TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import type { Sql } from '../sql.ts';
import { siteLocale } from '../ticket-locale.ts';
import { type CountedTable, countStatement } from './count-statement.ts';
import type { Dialect } from './dialects.ts';

/**
 * The statement that counts the tickets of a source in any database, from tickets.yaml alone: `id` and `created` are
 * the default names of their columns, and `updated` and `requester` are used only if they are set.
 *
 * @returns `undefined` if it doesn't name the table, or a column for the category
 */
export function sourceStatement(
  dialect: Dialect,
  source: TicketSource,
  known: Pick<CountedTable, 'words' | 'shown' | 'site'>,
): Sql | undefined {
  const { table, id = 'id', created = 'created_at', updated, requester, timezone } = source;
  const category = source.category === undefined ? undefined : parseAttribute(source.category);
  if (table === undefined || category?.kind !== 'column') return undefined;
  const cell = (name: string) => dialect.identifier(name);
  const text = (name: string) => dialect.text(cell(name));
  const locale = source.locale === undefined ? undefined : parseAttribute(source.locale);
  if (locale && locale.kind !== 'column') return undefined;
  return countStatement(
    dialect,
    {
      ...known,
      columns: {
        id: text(id),
        created: cell(created),
        updated: updated === undefined ? undefined : cell(updated),
        requester: requester === undefined ? undefined : text(requester),
        category: `nullif(${text(category.name)}, '-')`,
        locale: locale && text(locale.name),
      },
      from: table.split('.').map(cell).join('.'),
      locale: source.locale === undefined || locale ? known.site.defaultLocale : siteLocale(source.locale, known.site),
      timezone,
    },
    false,
  );
}
