import type { DeskGet, DeskResource } from '#export/desks/desk-target.ts';
import { type DeskIds, filledBody, filledPath } from '#export/desks/fill-ids.ts';

/**
 * The id that a desk gave to something, if it isn't known whether it was created: of the same name, in the same place, and
 * none that is known already.
 *
 * @param ids those that are known, by key
 * @returns `undefined` if the desk doesn't have it
 */
export async function findPushed(
  { key, create, find, title }: DeskResource,
  ids: DeskIds,
  get: DeskGet,
): Promise<string | number | undefined> {
  if (!find) return undefined;
  // Sections and articles can have the same numbers.
  const kind = key.split(':')[0];
  const taken = new Set(Object.entries(ids).flatMap(([key, id]) => (key.split(':')[0] === kind ? [String(id)] : [])));
  const parent = find.parent === undefined ? undefined : parentIn(filledBody(create.body, ids), find.parent);
  let last = '';
  for (let page = 1; ; page++) {
    const json = await get(`${filledPath(find.path, ids)}&page=${page}`);
    const list = find.list === undefined ? json : (json as Record<string, unknown>)[find.list];
    const text = JSON.stringify(list);
    if (!Array.isArray(list) || list.length === 0 || text === last) return undefined;
    last = text;
    const found = list.find(
      (one) =>
        one[find.name] === title &&
        !taken.has(String(one.id)) &&
        (find.parent === undefined || String(one[find.parent] ?? '') === parent),
    );
    if (found) return found.id;
  }
}

/** The id of what it is in, in a body or one level below; empty if it is in nothing. */
function parentIn(body: unknown, name: string): string {
  const levels = [body, ...Object.values(body as object)] as (Record<string, unknown> | null | undefined)[];
  return String(levels.map((level) => level?.[name]).find((id) => id !== undefined && id !== null) ?? '');
}
