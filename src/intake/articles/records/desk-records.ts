import { type Data, isData } from '#kb/values/data.ts';

/** A record as a help desk wrote it. Nothing about it is certain. */
export type DeskRecord = Readonly<Data>;

/** What the ids of records without one start with. */
const NO_ID = 'no-id-';

/** Whether a record has its id from the desk. */
export function hasOwnId({ id }: DeskRecord): boolean {
  return idOf(id) !== undefined && !String(id).startsWith(NO_ID);
}

/** Records of a help desk by kind: `articles`, `sections` … */
export class DeskRecords {
  readonly #kinds = new Map<string, Map<string, DeskRecord>>();
  #count = 0;

  /** Adds records; one that is there already, by its id and language, is kept once, with the fields of both. */
  add(kind: string, records: readonly unknown[]): void {
    const all = this.#kinds.get(kind) ?? new Map<string, DeskRecord>();
    this.#kinds.set(kind, all);
    for (const record of records) {
      if (!isData(record)) continue;
      this.#count += 1;
      // Without an id of its own, a record would be taken for another one.
      const id = idOf(record.id) ?? `${NO_ID}${this.#count}`;
      const key = `${id} ${textOf(record.locale) ?? ''}`;
      all.set(key, { ...all.get(key), ...record, id });
    }
  }

  all(kind: string): DeskRecord[] {
    return [...(this.#kinds.get(kind)?.values() ?? [])];
  }

  /** Records of a kind by their ids. */
  byId(kind: string): Map<string, DeskRecord> {
    return new Map(this.all(kind).map((record) => [idOf(record.id) ?? '', record]));
  }

  kinds(): string[] {
    return [...this.#kinds.keys()];
  }
}

/** A record inside a record; empty if there is none. */
export function recordOf(value: unknown): DeskRecord {
  return isData(value) ? value : {};
}

/** The records of a list, which some systems write as an object by id. */
export function recordsOf(value: unknown): DeskRecord[] {
  if (Array.isArray(value)) return value.filter(isData);
  return isData(value) ? Object.values(value).filter(isData) : [];
}

/** A text or number without outer spaces; nothing for anything else or an empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() || undefined;
}

export function idOf(value: unknown): string | undefined {
  return textOf(value);
}

export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  const number = Number(text);
  return text === undefined || !Number.isFinite(number) ? undefined : number;
}

/** Texts of a list, or of one text with commas, as CSV has it. */
export function textListOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const texts = list.map((one) => textOf(isData(one) ? (one.name ?? one.title) : one));
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** The day of a time in ISO 8601, or in seconds since 1970: `YYYY-MM-DD`. */
export function dayOfTime(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const seconds = /^\d{9,10}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  const date = seconds === undefined ? new Date(text) : new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) || !/^\d{4}|\D/.test(text) ? undefined : date.toISOString().slice(0, 10);
}

/** The path of an address, decoded as people write it; nothing if it isn't one. */
export function pathIn(address: string | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const { pathname } = new URL(address, 'https://desk.invalid');
    return pathname === '/' ? undefined : pathname.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}
