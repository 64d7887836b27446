import { isData } from '#kb/values/data.ts';
import {
  type DeskRecord,
  type DeskRecords,
  idOf,
  numberOf,
  recordOf,
  recordsOf,
  textOf,
} from '../records/desk-records.ts';
import type { DeskAnswer, DeskApi } from './desk.ts';

/** A list that a help desk gives in pages. */
export interface PagedList {
  /** The path of its first page. */
  path: string;
  /** What to call its records. */
  kind: string;
  /** The name of the list in the answer; the kind by default. `undefined` in an answer that is the list itself. */
  list?: string;
  /** Other lists of the same answers, by their names there, and what to call their records. */
  beside?: Readonly<Record<string, string>>;
  /** Fields that every record gets, such as its language or its folder. */
  with?: DeskRecord;
  /** There is no import without it. */
  needed?: boolean;
  /** Pages are numbered, and one with fewer records than this is the last. */
  fullPage?: number;
}

/** No help center has more pages of a list. */
const MOST_PAGES = 5000;

/**
 * Reads a list page after page. It ends where the desk says so, and also where a page repeats an earlier one or brings
 * nothing new, which is reported.
 *
 * @returns the records, or `undefined` if the desk has no such list or the token may not read it
 */
export async function readPagedList(
  api: DeskApi,
  records: DeskRecords,
  paged: PagedList,
): Promise<DeskRecord[] | undefined> {
  const { kind, beside = {}, with: fields = {} } = paged;
  const all = new Map<string, DeskRecord>();
  const asked = new Set<string>();
  let wanted: number | undefined;
  let path: string | undefined = paged.path;
  while (path !== undefined) {
    asked.add(path);
    const first: boolean = asked.size === 1;
    const answer: DeskAnswer | undefined = first && !paged.needed ? await api.getIfAllowed(path) : await api.get(path);
    if (!answer) return undefined;
    const list = listIn(answer.json, paged.list ?? kind);
    if (!list) {
      api.report(`The answer to /${path} has no list of ${kind}.`);
      break;
    }
    const before = all.size;
    for (const record of list) all.set(idOf(record.id) ?? `#${all.size}`, { ...fields, ...record });
    for (const [name, other] of Object.entries(beside)) records.add(other, recordsOf(recordOf(answer.json)[name]));
    wanted = countIn(answer.json, paged.list ?? kind) ?? wanted;
    const named = nextPath(answer, path, list.length);
    const isFull = paged.fullPage !== undefined && list.length >= paged.fullPage && all.size > before;
    path = named ?? (isFull ? nextNumber(path) : undefined);
    if (path === undefined) break;
    if (asked.has(path) || (list.length > 0 && all.size === before)) {
      api.report(`The pages of /${paged.path} repeat, so reading ended after ${all.size} ${kind}.`);
      break;
    }
    if (asked.size >= MOST_PAGES) {
      api.report(`Reading /${paged.path} ended after ${MOST_PAGES} pages.`);
      break;
    }
  }
  if (wanted !== undefined && wanted > all.size)
    api.report(`The desk has ${wanted} ${kind} in /${paged.path}, but gave only ${all.size}.`);
  records.add(kind, [...all.values()]);
  return [...all.values()];
}

function listIn(json: unknown, name: string): DeskRecord[] | undefined {
  if (Array.isArray(json)) return json.filter(isData);
  const value = recordOf(json)[name];
  if (Array.isArray(value)) return value.filter(isData);
  // Help Scout: {articles: {page, pages, count, items}}.
  const items = recordOf(value).items;
  return Array.isArray(items) ? items.filter(isData) : undefined;
}

function countIn(json: unknown, name: string): number | undefined {
  const outer = recordOf(json);
  return numberOf(outer.count) ?? numberOf(outer.total_count) ?? numberOf(recordOf(outer[name]).count);
}

/** The path of the next page in the ways of all desks; nothing after the last one. */
function nextPath({ json, next }: DeskAnswer, path: string, size: number): string | undefined {
  if (next) return next;
  const answer = recordOf(json);
  const pages = recordOf(answer.pages);
  const links = recordOf(answer.links);
  const more = recordOf(answer.meta).has_more;
  const named = textOf(answer.next_page) ?? (more === false ? undefined : textOf(links.next)) ?? textOf(pages.next);
  if (named !== undefined) return named;
  const after = textOf(recordOf(pages.next).starting_after);
  if (after !== undefined) return withParameter(path, 'starting_after', after);
  const inner = Object.values(answer)
    .map(recordOf)
    .find((value) => numberOf(value.pages) !== undefined);
  const page = numberOf(pages.page) ?? numberOf(inner?.page);
  const last = numberOf(pages.total_pages) ?? numberOf(inner?.pages);
  if (page !== undefined && last !== undefined && page < last && size > 0)
    return withParameter(path, 'page', String(page + 1));
  return undefined;
}

function nextNumber(path: string): string {
  const page = Number(new URLSearchParams(path.split('?')[1]).get('page') ?? 1);
  return withParameter(path, 'page', String(page + 1));
}

function withParameter(path: string, name: string, value: string): string {
  const [bare = '', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${bare}?${parameters}`;
}
