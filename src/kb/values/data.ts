/** Values by name, as JSON, YAML and the like hold them. */
export type Data = Record<string, unknown>;

/** Whether a value has values by name; a list doesn't. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
