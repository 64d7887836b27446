import { isHtmlName } from './html-names.ts';

/**
 * Components (`<Tabs>`, `<Admonition type="tip">`) pass through the HTML parser as `div` or `span` elements that
 * have their name as an attribute, because the parser would lose the capitals and close a paragraph at the wrong place.
 */
const COMPONENT_ATTRIBUTE = 'data-component';

const REAL_HTML: Record<string, string> = { Details: 'details', Kbd: 'kbd', Summary: 'summary' };

/** Components whose name in small letters is an HTML element of another kind. */
const UNLIKE_HTML = new Set(['Aside', 'Figure', 'Link', 'Video']);

/** Whether a name is written as a component's: `Tabs`, `Foo.Bar`; not `Table`, which is sloppy HTML. */
export function isComponentName(name: string): boolean {
  return UNLIKE_HTML.has(name) || (!isHtmlName(name) && /^\p{Lu}\p{Ll}|\./u.test(name));
}

function elementOf(name: string, flow: boolean): string {
  return REAL_HTML[name] ?? (flow ? 'div' : 'span');
}

/** Opening tag for a component; `attributes` as HTML. */
export function openComponent(name: string, attributes: string, flow: boolean): string {
  return `<${elementOf(name, flow)} ${COMPONENT_ATTRIBUTE}="${name}" ${attributes.trim()}>`;
}

/** Closing tag that fits {@link openComponent}. */
export function closeComponent(name: string, flow: boolean): string {
  return `</${elementOf(name, flow)}>`;
}

/** The text in a JSX expression that is a single string: `{'x'}`, `{require('./x.png').default}`. */
export function stringInExpression(expression: string): string | undefined {
  const strings = [...expression.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`$]*)`/g)];
  const only = strings.length === 1 ? strings[0] : undefined;
  return only && (only[1] ?? only[2] ?? only[3]);
}
