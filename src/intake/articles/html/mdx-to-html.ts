import type { Html, Nodes, Parents, Root, RootContent } from 'mdast';
import { escapeHtml } from '#kb/values/escape.ts';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import {
  type ComponentAttributes,
  closeComponent,
  isComponentName,
  openComponent,
} from '../elements/component-tags.ts';
import { dataOfExpression, type ExpressionData, isWrittenJsx } from '../elements/expression-data.ts';
import { isHtmlName, isVoid } from '../elements/html-names.ts';
import type { Report } from '../imported-site.ts';

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** What the parts of one file are read with. */
interface MdxFile {
  /** The text that the positions of the tree count in. */
  source: string;
  /** Reads a piece of MDX; nothing if it can't be read. */
  parse(text: string): Root | undefined;
  report: Report;
  /** Whether it is only read as MDX, so what is in braces are words. */
  bracesAreWords?: boolean;
}

const HTML_ATTRIBUTES: Record<string, string> = { className: 'class', htmlFor: 'for' };
/** Attributes whose text is a label: a component shows it, and what else is in JSX belongs to its content. */
const LABELS = /^(?:title|label|summary|header|heading|name|question|tip|tooltip|caption|alt)$/i;

/** remark-mdx puts the parsed expression here, which the types of its nodes don't say. */
function programOf({ data }: { data?: object | null | undefined }): unknown {
  return data && 'estree' in data ? data.estree : undefined;
}

function attributeData(attribute: Jsx['attributes'][number], { source }: MdxFile): ExpressionData | true | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') return undefined;
  const { value } = attribute;
  if (typeof value === 'string') return value;
  return value ? dataOfExpression(programOf(value), source) : true;
}

function reportCode(node: Jsx, name: string, { report }: MdxFile): void {
  const lookOnly = /^(?:style|key|ref|sx|css|on[A-Z]\w*)$/.test(name);
  if (!lookOnly) report(node.position?.start.line, `The value of "${name}" is code and was left out.`);
}

function htmlAttributes(node: Jsx, file: MdxFile): string {
  const written = node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return [];
    const { name } = attribute;
    const value = attributeData(attribute, file);
    if (value === undefined || (typeof value === 'object' && name !== 'style')) reportCode(node, name, file);
    if (value === undefined || value === false || typeof value === 'object') return [];
    return [`${HTML_ATTRIBUTES[name] ?? name}="${escapeHtml(value === true ? '' : String(value))}"`];
  });
  return written.join(' ');
}

function html(value: string, from: Nodes): Html {
  return { type: 'html', value, position: from.position };
}

/** The text of JSX without its tags, for attributes that can only be text. */
function textOfJsx(jsx: string): string {
  return jsx
    .replace(/<[^<>]*>|\{\s*['"`]|['"`]\s*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** JSX in an attribute or expression, as blocks. Its positions are those of the node. */
function blocksOf(jsx: string, node: Nodes, file: MdxFile): RootContent[] {
  const inside = jsx.replace(/^<>|<\/>$/g, '').replace(/^[ \t]+/gm, '');
  const tree = file.parse(`\n${inside}\n`);
  if (!tree) {
    file.report(node.position?.start.line, `This JSX can't be read and was left out: ${inside}`);
    return [];
  }
  turnMdx(tree, {
    ...file,
    source: `\n${inside}\n`,
    report: (_line, ...loss) => file.report(node.position?.start.line, ...loss),
  });
  visit(tree, (child) => {
    child.position = node.position;
  });
  return tree.children;
}

function component(name: string, attributes: ComponentAttributes, children: RootContent[], node: Jsx): RootContent[] {
  const flow = node.type === 'mdxJsxFlowElement';
  return [html(openComponent(name, attributes, flow), node), ...children, html(closeComponent(name, flow), node)];
}

/** An entry of a list in an attribute, such as `steps={[{ step: 'One', content: <p>…</p> }]}`, as a component of its own. */
function entry(data: ExpressionData, node: Jsx, file: MdxFile): RootContent[] {
  const fields = isWrittenJsx(data) || typeof data !== 'object' ? { content: data } : data;
  const attributes: ComponentAttributes = {};
  const children: RootContent[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (isWrittenJsx(value) && !LABELS.test(key)) children.push(...blocksOf(value.jsx, node, file));
    else attributes[key] = isWrittenJsx(value) ? textOfJsx(value.jsx) : value;
  }
  return component('Item', attributes, children, node);
}

function holdsJsx(data: ExpressionData): boolean {
  if (typeof data !== 'object') return false;
  return isWrittenJsx(data) || Object.values(data).some(holdsJsx);
}

function unfoldedComponent(name: string, node: Jsx, file: MdxFile): RootContent[] {
  const attributes: ComponentAttributes = {};
  const more: RootContent[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') continue;
    const value = attributeData(attribute, file);
    if (value === undefined) reportCode(node, attribute.name, file);
    else if (isWrittenJsx(value)) {
      if (LABELS.test(attribute.name)) attributes[attribute.name] = textOfJsx(value.jsx);
      else more.push(...blocksOf(value.jsx, node, file));
    } else if (Array.isArray(value) && value.some(holdsJsx)) {
      more.push(...value.flatMap((one) => entry(one, node, file)));
    } else if (value !== false) attributes[attribute.name] = value;
  }
  return component(name, attributes, [...(node.children as RootContent[]), ...more], node);
}

function unfolded(node: Jsx, file: MdxFile): RootContent[] {
  const children = node.children as RootContent[];
  if (!node.name) return children;
  // ReadMe writes tables as components around the elements of one.
  const isTable = (child: Nodes) => 'name' in child && /^(?:thead|tbody|tr)$/.test(String(child.name));
  if (node.name === 'Table' && children.some(isTable))
    return [html('<table>', node), ...children, html('</table>', node)];
  if (!isHtmlName(node.name) || /^\p{Lu}/u.test(node.name) || isComponentName(node.name)) {
    return unfoldedComponent(node.name, node, file);
  }
  const open = html(`<${node.name} ${htmlAttributes(node, file)}>`, node);
  return isVoid(node.name) ? [open] : [open, ...children, html(`</${node.name}>`, node)];
}

type Expression = Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>;

function unfoldedExpression(node: Expression, file: MdxFile): RootContent[] {
  if (/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value)) return [];
  const data = dataOfExpression(programOf(node), file.source);
  if (data !== undefined && /&&|\|\|/.test(node.value)) {
    const condition = node.value.replace(/\s+/g, ' ').trim().slice(0, 60);
    const what = `The text in {${condition}…} was shown only on a condition. Decide who can see it.`;
    file.report(node.position?.start.line, what, 'visibility');
  }
  if (typeof data === 'string' || typeof data === 'number') return [{ type: 'text', value: String(data) }];
  if (isWrittenJsx(data) && node.type === 'mdxFlowExpression') return blocksOf(data.jsx, node, file);
  if (file.bracesAreWords) return [{ type: 'text', value: `{${node.value}}` }];
  file.report(node.position?.start.line, `The expression {${node.value.trim()}} is code and was left out.`);
  return [];
}

/**
 * Writes the parts of MDX that are not Markdown as HTML, in place. Nothing is run: expressions that are data become what
 * they say, other expressions and import and export lines are reported and left out.
 */
export function turnMdx(tree: Root, file: MdxFile): void {
  visit(tree, (node, index, parent: Parents | undefined) => {
    if (!parent || index === undefined) return undefined;
    const put = (nodes: RootContent[]) => {
      (parent.children as RootContent[]).splice(index, 1, ...nodes);
      return [SKIP, index] as const;
    };
    switch (node.type) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return [...put(unfolded(node, file))];
      case 'mdxjsEsm':
        file.report(node.position?.start.line, 'Import and export lines are code and were left out.');
        return [...put([])];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [...put(unfoldedExpression(node, file))];
      default:
        return undefined;
    }
  });
}
