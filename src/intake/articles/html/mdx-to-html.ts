import type { Html, Nodes, Parents, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { escapeHtml } from '#kb/values/escape.ts';
import { closeComponent, openComponent, stringInExpression } from '../elements/component-tags.ts';
import { isHtmlName, isVoid } from '../elements/html-names.ts';
import type { Report } from '../imported-site.ts';

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const HTML_ATTRIBUTES: Record<string, string> = { className: 'class', htmlFor: 'for' };

function attributesOf(node: Jsx, report: Report): string {
  const written = node.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return undefined;
    const { name, value } = attribute;
    const text = typeof value === 'object' && value ? stringInExpression(value.value) : (value ?? '');
    if (text === undefined) {
      const lookOnly = name === 'style' || name.startsWith('on');
      if (!lookOnly) report(node.position?.start.line, `The value of "${name}" is code and was left out.`);
      return undefined;
    }
    return `${HTML_ATTRIBUTES[name] ?? name}="${escapeHtml(text)}"`;
  });
  return written.filter((attribute) => attribute !== undefined).join(' ');
}

function html(value: string, from: Nodes): Html {
  return { type: 'html', value, position: from.position };
}

function unfolded(node: Jsx, report: Report): RootContent[] {
  const flow = node.type === 'mdxJsxFlowElement';
  const children = node.children as RootContent[];
  if (!node.name) return children;
  const attributes = attributesOf(node, report);
  if (!isHtmlName(node.name) || /^\p{Lu}/u.test(node.name)) {
    const close = html(closeComponent(node.name, flow), node);
    return [html(openComponent(node.name, attributes, flow), node), ...children, close];
  }
  const open = html(`<${node.name} ${attributes}>`, node);
  return isVoid(node.name) ? [open] : [open, ...children, html(`</${node.name}>`, node)];
}

/**
 * Writes the parts of MDX that are not Markdown as HTML, in place. Nothing is run: expressions that are one string
 * become that string, other expressions and import and export lines are reported and left out.
 */
export function turnMdx(tree: Root, report: Report): void {
  visit(tree, (node, index, parent: Parents | undefined) => {
    if (!parent || index === undefined) return undefined;
    const put = (...nodes: RootContent[]) => {
      (parent.children as RootContent[]).splice(index, 1, ...nodes);
      return [SKIP, index] as const;
    };
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      return [...put(...unfolded(node, report))];
    if (node.type === 'mdxjsEsm') {
      report(node.position?.start.line, 'Import and export lines are code and were left out.');
      return [...put()];
    }
    if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return undefined;
    const comment = /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value);
    const value = comment ? undefined : stringInExpression(node.value);
    if (value === undefined && !comment) {
      report(node.position?.start.line, `The expression {${node.value.trim()}} is code and was left out.`);
    }
    return [...put(...(value === undefined ? [] : [{ type: 'text' as const, value }]))];
  });
}
