/** A version of a ticket, as it was in the help desk for some time. Times are in hours since the start. */
interface Version {
  at: number;
  category: string;
  closed: boolean;
}

interface SimulatedTicket {
  id: number;
  created: number;
  versions: Version[];
  /** When it was deleted. */
  gone: number;
}

export type SimulatedKind = 'full' | 'changed' | 'view' | 'overlapping';

/** An export of the desk: what it lists, and when it was made. */
export interface SimulatedExport {
  kind: SimulatedKind;
  at: number;
  csv: string;
  rows: Map<number, { day: string; version: Version }>;
}

const HOUR = 3_600_000;
const START = Date.UTC(2024, 10, 4);
const categories = ['lost_card', 'card_late', 'refund', 'login'];
export const WEEK = 168;

const timeOf = (hours: number) => new Date(START + hours * HOUR).toISOString();
const dayOf = (hours: number) => timeOf(hours).slice(0, 10);

/**
 * A help desk with a life of its own.
 *
 * @param random gives numbers from 0 to 1
 */
export function simulateDesk(random: () => number, weeks: number, perWeek: number): SimulatedTicket[] {
  const word = () => categories[Math.floor(random() * categories.length)] ?? '';
  return Array.from({ length: weeks * perWeek }, (_, id) => {
    const created = (id + random()) * (WEEK / perWeek);
    const versions = [{ at: created, category: word(), closed: false }];
    for (let at = created + random() * 60; random() < 0.75; at += 1 + random() * random() * 900)
      versions.push({
        at,
        category: random() < 0.2 ? word() : (versions.at(-1)?.category ?? ''),
        closed: random() < 0.6,
      });
    const gone = random() < 0.02 ? created + random() * 1500 : Number.POSITIVE_INFINITY;
    return { id, created, versions, gone };
  });
}

/** @param since for changed tickets: the time of the export before */
export function exportDesk(
  desk: readonly SimulatedTicket[],
  kind: SimulatedKind,
  at: number,
  since: number,
): SimulatedExport {
  const rows: SimulatedExport['rows'] = new Map();
  const lines = ['id,created,updated,category,status'];
  for (const ticket of desk) {
    const version = ticket.versions.findLast((one) => one.at <= at);
    if (!version || ticket.gone <= at) continue;
    const isListed = {
      full: true,
      changed: version.at >= since,
      view: version.category === 'refund' && !version.closed,
      overlapping: ticket.created >= at - 4 * WEEK,
    };
    if (!isListed[kind]) continue;
    rows.set(ticket.id, { day: dayOf(ticket.created), version });
    const status = version.closed ? 'closed' : 'open';
    lines.push([ticket.id, timeOf(ticket.created), timeOf(version.at), version.category, status].join(','));
  }
  return { kind, at, csv: `${lines.join('\n')}\n`, rows };
}

/**
 * The counts that a set of exports proves, in whatever order they were imported: each ticket in the newest version that
 * was exported, unless a newer export of all tickets of its day lacks it.
 */
export function provenCounts(exports: readonly SimulatedExport[]): string[] {
  const newest = new Map<number, { at: number; day: string; version: Version }>();
  for (const { at, rows } of exports)
    for (const [id, row] of rows) if ((newest.get(id)?.at ?? -1) <= at) newest.set(id, { at, ...row });
  const complete = exports
    .filter(({ kind }) => kind === 'full' || kind === 'overlapping')
    .map(({ at, rows }) => {
      const days = [...rows.values()].map(({ day }) => day).sort();
      return { at, first: days[0] ?? '', last: days.at(-1) ?? '' };
    });
  const sums = new Map<string, { tickets: number; closed: number }>();
  for (const { at, day, version } of newest.values()) {
    if (complete.some((one) => one.at > at && day > one.first && day < one.last)) continue;
    const key = `${day},en,${version.category}`;
    const sum = sums.get(key) ?? { tickets: 0, closed: 0 };
    sums.set(key, { tickets: sum.tickets + 1, closed: sum.closed + (version.closed ? 1 : 0) });
  }
  return [...sums].map(([key, { tickets, closed }]) => `${key},${tickets},${closed}`).sort();
}
