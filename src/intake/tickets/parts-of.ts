import type { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { jsonParts } from './json-parts.ts';
import type { Missing, Parts } from './parts.ts';
import type { Recognised } from './recognise.ts';
import { tableParts } from './table-parts.ts';

/** Where the parts of a ticket stand in an export that was recognised, or what it lacks of what tickets.yaml names. */
export function partsOf({ format, layout, keys }: Recognised, source: TicketSource): Parts | Missing {
  return format.layout === 'json'
    ? jsonParts(format, source, keys)
    : tableParts(format, source, keys, layout.kind === 'rows');
}
