import type { Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { features } from '#markdown/parse.ts';
import { type ProsePassage, passage, placeholders, withoutCode } from './passage.ts';
import { yamlPassages } from './yaml-passages.ts';

/**
 * The paragraphs, headings, table cells, titles and labels of a page, and the texts of its front matter.
 *
 * @throws if the page cannot be parsed
 */
export function markdownPassages(source: string, path: string, others: readonly string[]): ProsePassage[] {
  const [front = '', fence = '', yaml = ''] = /^(---\n)([\s\S]*?\n)---\n/.exec(source) ?? [];
  const body = front.replace(/[^\n]/g, ' ') + source.slice(front.length);
  const toTree = path.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
  const found = yamlPassages(yaml, others, fence.length);
  visit(toTree(body, { features }) as unknown as Root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      found.push(textOf(source, node));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const { type, name, value } of node.attributes as Attribute[])
        if (type === 'mdxJsxAttribute' && typeof value === 'string' && value.includes(' ') && name !== 'src')
          found.push(labelOf(source, startOf(node), value));
  });
  return found;
}

/** What is not text in a block, such as code, addresses and tags, is overwritten. */
function textOf(source: string, block: Nodes): ProsePassage {
  const masked: [number, number][] = [];
  let at = startOf(block);
  visit(block, 'text', (text) => {
    masked.push([at, startOf(text)]);
    at = endOf(text);
  });
  masked.push([at, endOf(block)]);
  return withoutCode(passage(source, startOf(block), endOf(block), masked));
}

interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

/** The parser does not say where in its tag an attribute is. */
function labelOf(source: string, tag: number, value: string): ProsePassage {
  const start = source.indexOf(value, tag);
  return placeholders(withoutCode(passage(source, start, start + value.length)));
}

const startOf = ({ position }: Nodes) => position?.start.offset ?? 0;
const endOf = ({ position }: Nodes) => position?.end.offset ?? 0;
