import { Parser } from 'htmlparser2';
import { escapeHtml } from '#kb/values/escape.ts';
import { isHtmlName } from './html-names.ts';

/** The attributes of a component: texts, `true` for one without a value, or the data of an expression. */
export type ComponentAttributes = Record<string, unknown>;

const REAL_HTML: Record<string, string> = { Details: 'details', Kbd: 'kbd', Summary: 'summary' };

/** Components whose name in lowercase letters is an HTML element of another kind. */
const UNLIKE_HTML = new Set(['Aside', 'Button', 'Figure', 'Frame', 'Image', 'Link', 'Param', 'Video']);

/** Whether a name is written as a component's: `Tabs`, `Foo.Bar`; not `Table`, which is sloppy HTML. */
export function isComponentName(name: string): boolean {
  return UNLIKE_HTML.has(name) || (!isHtmlName(name) && /^\p{Lu}\p{Ll}|\./u.test(name));
}

function elementOf(name: string, flow: boolean): string {
  return REAL_HTML[name] ?? (flow ? 'div' : 'span');
}

/**
 * Opening tag for a component. Components (`<Tabs>`, `<Admonition type="tip">`) pass through the HTML parser as `div` or
 * `span` elements that have their name as an attribute, because the parser would lose the capitals and close a paragraph
 * at the wrong place. Their own attributes pass as JSON: the parser would lose capitals and the values of some. The
 * names of all marks start with `data-ohje-`: pages have attributes such as `data-component` or `data-video` themselves.
 */
export function openComponent(name: string, attributes: ComponentAttributes, flow: boolean): string {
  const values =
    Object.keys(attributes).length > 0 ? ` data-ohje-attributes="${escapeHtml(JSON.stringify(attributes))}"` : '';
  return `<${elementOf(name, flow)} data-ohje-component="${escapeHtml(name)}"${values}>`;
}

/** Closing tag that fits {@link openComponent}. */
export function closeComponent(name: string, flow: boolean): string {
  return `</${elementOf(name, flow)}>`;
}

/** Reads attributes as they are written in a tag, `type="tip" open`. */
export function attributesIn(written: string): ComponentAttributes {
  const attributes: ComponentAttributes = Object.create(null);
  const parser = new Parser(
    {
      onattribute(name, value, quote) {
        attributes[name] = value === '' && quote === undefined ? true : value;
      },
    },
    { lowerCaseAttributeNames: false },
  );
  parser.end(`<x ${written}>`);
  return { ...attributes };
}
