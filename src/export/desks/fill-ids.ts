import type { DeskRequest } from './desk-target.ts';

/** The ids that a desk gave, by the keys of what has them. */
export type DeskIds = Readonly<Record<string, string | number>>;

/** A path with ids for the keys in it. */
export function filledPath(path: string, ids: DeskIds): string {
  return path.replace(/\{([^}]+)\}/g, (_, key: string) => encodeURIComponent(String(ids[key] ?? key)));
}

/** A body with ids for the keys in it; `asNumbers` if the desk takes no others there. */
export function filledBody(value: unknown, ids: DeskIds, asNumbers = false): unknown {
  if (Array.isArray(value)) return value.map((one) => filledBody(one, ids, asNumbers));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        name.endsWith('_id') ? idFor(one, ids, asNumbers) : filledBody(one, ids, asNumbers),
      ]),
    );
  return value;
}

function idFor(value: unknown, ids: DeskIds, asNumbers: boolean): unknown {
  const key = typeof value === 'string' ? /^\{(.+)\}$/.exec(value)?.[1] : undefined;
  const id = key === undefined ? undefined : ids[key];
  if (id === undefined) return value;
  return asNumbers ? Number(id) : id;
}

/** A request with further fields within those of its body. */
export function withFields(request: DeskRequest, fields: Readonly<Record<string, object>> = {}): DeskRequest {
  const body = { ...(request.body as Record<string, object>) };
  for (const [name, values] of Object.entries(fields)) body[name] = { ...values, ...body[name] };
  return { ...request, body };
}
