import { suggest } from '../findings/suggest.ts';

const PLACE = /^\{([\w-]+)\}$/;

/** The parameters in the address of a form: those that Ohje fills in, and those with a fixed value. */
export interface FormTemplate {
  /** Without its parameters. */
  action: string;
  /** The name of the parameter, by what fills it in: `{subject}`, `{article}`, … */
  names: Readonly<Record<string, string>>;
  fixed: readonly (readonly [name: string, value: string])[];
}

/**
 * Parses the address of a form on another site, such as `https://desk.example.com/new?form=7&about={subject}`, so a plain
 * HTML form can open it with every value in place, even without JavaScript.
 */
export function parseFormTemplate(address: string): FormTemplate {
  const url = new URL(address);
  const names: Record<string, string> = {};
  const fixed: [string, string][] = [];
  for (const [name, value] of url.searchParams) {
    const place = PLACE.exec(value)?.[1];
    if (place === undefined) fixed.push([name, value]);
    else names[place] = name;
  }
  return { action: url.origin + url.pathname, names, fixed };
}

/**
 * The mistake in such an address, as an instruction to fix it.
 *
 * @param parts the values that Ohje can fill in
 * @param fields the company's own fields, each of which needs a parameter to reach the form
 */
export function formTemplateFault(
  address: string,
  parts: readonly string[],
  fields: readonly string[] = [],
): string | undefined {
  const { names, fixed } = parseFormTemplate(address);
  const loose = /[{}]|%7[BD]/i.test(address.split('?', 1)[0] ?? '') || fixed.some(([, value]) => /[{}]/.test(value));
  if (loose)
    return 'Make each {…} the complete value of a parameter, such as ?subject={subject}&description={message}.';
  const known = [...parts, ...fields];
  const unknown = Object.keys(names).find((part) => !known.includes(part));
  if (unknown !== undefined) return suggest(unknown, known);
  const unsent = fields.find((field) => !Object.hasOwn(names, field));
  return unsent === undefined
    ? undefined
    : `Add a parameter for the field "${unsent}", such as &${unsent}={${unsent}}.`;
}
