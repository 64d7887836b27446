/** The parts of a JSON Schema (draft 7) that the reference shows. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
}

/** One key of a file that people write. */
export interface KeyRow {
  /** From the top of the file, such as `contact.phone.hours[].days`; `<name>` is a name that the writer chooses. */
  key: string;
  /** What it holds: `text`, `number`, `true or false`, `list of text`, or the values it can have. */
  holds: string;
  required: boolean;
  /** As it would be written in YAML; nothing if there is none worth saying. */
  fallback: string;
  what: string;
}

/** Every key that a schema describes, in its order, each below the key it is in. Keys without a description go with theirs. */
export function keyRows(schema: JsonSchema, prefix = ''): KeyRow[] {
  return variants(schema).flatMap((one) => {
    const named = Object.entries(one.properties ?? {}).flatMap(([name, value]) => {
      const key = prefix === '' ? name : `${prefix}.${name}`;
      return [
        rowOf(key, value, one.required?.includes(name) === true && value.default === undefined),
        ...inside(key, value),
      ];
    });
    const { additionalProperties: free } = one;
    const chosen = prefix === '' ? '<name>' : `${prefix}.<name>`;
    const rows = typeof free === 'object' ? [...named, ...inside(chosen, free)] : named;
    return rows.filter(({ what }) => what !== '');
  });
}

function inside(key: string, schema: JsonSchema): KeyRow[] {
  const rows = variants(schema).flatMap((one) =>
    one.items === undefined ? keyRows(one, key) : keyRows(one.items, `${key}[]`),
  );
  // A key that can be written in several ways says the same in each.
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** The ways in which something can be written. */
function variants(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf?.flatMap(variants) ?? [schema];
}

function rowOf(key: string, schema: JsonSchema, required: boolean): KeyRow {
  const ways = variants(schema)
    .map(holdsOf)
    .filter((text) => text !== '');
  return {
    key,
    holds: [...new Set(ways)].join(' or '),
    required,
    fallback: isWorthSaying(schema.default) ? yamlOf(schema.default) : '',
    what: schema.description ?? '',
  };
}

function holdsOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return yamlOf(schema.const);
  if (schema.enum) return schema.enum.map(yamlOf).join(', ');
  if (schema.items) return `list of ${variants(schema.items).map(holdsOf).join(' or ') || 'anything'}`;
  if (schema.properties) {
    const keys = Object.entries(schema.properties);
    return keys.some(([, { description }]) => description)
      ? 'keys below'
      : keys.map(([key]) => `${key}:`).join(' and ');
  }
  if (typeof schema.additionalProperties === 'object') return 'one entry for each name';
  const names: Record<string, string> = {
    string: 'text',
    number: 'number',
    integer: 'whole number',
    boolean: 'true or false',
  };
  return [schema.type ?? []]
    .flat()
    .map((type) => names[type] ?? type)
    .join(' or ');
}

function isWorthSaying(value: unknown): boolean {
  return value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function yamlOf(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map(yamlOf).join(', ')}]`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}
