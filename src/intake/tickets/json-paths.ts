import { plainName } from '../column-name.ts';
import { identifier, literal, type Sql } from './sql.ts';

/** Objects around a ticket's own fields, as Jira, HubSpot or search indexes write them. */
const wrappers = new Set(
  'fields properties attributes custom_fields customFields custom custom_attributes customAttributes values _source ticket conversation case issue record data meta node document request incident'.split(
    ' ',
  ),
);
/** Keys of the text that people read, in an object that is one value. */
const readable = [
  'display_value',
  'displayValue',
  'displayName',
  'display_name',
  'name',
  'label',
  'title',
  'value',
  'text',
  'iso8601',
];
/** Objects about a person or a company. */
const people =
  /^(?:customer|requester|reporter|contact|contacts|user|users|client|author|creator|sender|recipient|from|to|end ?user|assignee|agent|owner|submitter|opened by|closed by|resolved by|assigned to|caller id|caller|organi[sz]ation|company|account|[\p{L} ]*user|[\p{L} ]*(?:agent|author|contact|customer))$/u;
/** Keys that never hold a word of the help desk. */
const technical =
  /^(?:id|ids|uuid|guid|self|url|urls|uri|href|link|links|key|slug|hash|token|etag|avatar.*|icon.*|image.*|\d+x\d+|color|colour|hex|position|sort ?order|time ?zone|account (?:id|type)|e ?mail.*|phone.*|active|version)$/;

/** The keys that lead to a value in a ticket, as read from its beginning. */
export type Steps = readonly string[];

/** As `column:` in tickets.yaml names it: the keys with dots between them. */
export function pathName(steps: Steps): string {
  return steps.join('.');
}

/**
 * The name of a nested value to compare by, as if it were a column: `fields.issuetype.name` is "issuetype", and
 * `customer.id` is "customer id".
 */
export function plainPath(steps: Steps): string {
  const start = steps.findIndex((step, index) => index === steps.length - 1 || !wrappers.has(step));
  const own = steps.slice(start);
  const named = own.length > 1 && readable.includes(own.at(-1) ?? '') ? own.slice(0, -1) : own;
  return named.map(plainName).join(' ');
}

/** Whether a nested value can be a word of the help desk, not an id, an address or something about a person. */
export function canBeWord(steps: Steps): boolean {
  if (steps.length === 1) return true;
  const last = plainName(steps.at(-1) ?? '');
  return !technical.test(last) && !steps.slice(0, -1).some((step) => people.test(plainName(step)));
}

/**
 * Leaves out what says the same twice: of an object with a name or a shown value, its other values.
 *
 * @param isTime whether a value is a time by its name; of times, the raw one has no local format
 */
export function oncePerValue(paths: readonly Steps[], isTime: (name: string) => boolean): Steps[] {
  const known = new Set(paths.map(pathName));
  return paths.filter((steps) => {
    if (steps.length < 2) return true;
    const last = steps.at(-1) ?? '';
    const beside = (key: string) => key !== last && known.has(pathName([...steps.slice(0, -1), key]));
    const time = isTime(plainPath(steps));
    if (last === 'display_value' || last === 'displayValue') return !(time && beside('value'));
    if (last !== 'value') return true;
    return time || !['display_value', 'displayValue', 'displayName', 'name', 'label', 'title'].some(beside);
  });
}

/** The text at the end of a path; a number is a place in a list, or a key such as a custom field's id. */
export function pathValue(steps: Steps): Sql {
  const [top = '', ...inner] = steps;
  if (inner.length === 0) return identifier(top);
  const key = (step: string) => `."${step.replaceAll('"', '')}"`;
  const valueAt = (path: readonly string[]) => `(${identifier(top)}->>${literal(`$${path.join('')}`)})`;
  const asList = valueAt(inner.map((step) => (/^(?:\d+|\*)$/.test(step) ? `[${step}]` : key(step))));
  if (!inner.some((step) => /^\d+$/.test(step))) return asList;
  return `coalesce(${asList}, ${valueAt(inner.map((step) => (step === '*' ? '[*]' : key(step))))})`;
}
