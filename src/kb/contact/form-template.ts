import { suggest } from '../findings/suggest.ts';

const PLACE = /^\{([\w-]+)\}$/;

/** The parameters of a form's address: those to fill in, by what goes into them, and those that are fixed. */
export interface FormTemplate {
  /** Without its parameters. */
  action: string;
  /** The name of a parameter, by what fills it: `{subject}`, `{article}`, … */
  names: Readonly<Record<string, string>>;
  fixed: readonly (readonly [name: string, value: string])[];
}

/**
 * Splits the address of a form elsewhere, such as `https://desk.example.com/new?form=7&about={subject}`, so a plain form
 * can lead there with everything filled in, also without JavaScript.
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
 * What is wrong with such an address, as what to write instead.
 *
 * @param parts what may be asked for
 * @param fields what must be: the company's own fields would not reach it otherwise
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
