import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { makeLocale } from '#kb/values/locale.ts';

/** An article as an answer that agents send. */
export interface Reply {
  id: string;
  locale: string;
  title: string;
  /** The names of its sections, from the outermost inwards. */
  sections: readonly string[];
  summary?: string | undefined;
  /** The complete address of the article. */
  url: string;
  html: string;
  text: string;
}

const writer = unified().use(rehypeStringify).freeze();

/** The HTML of a short answer; one that is written from right to left says so in every block, because editors drop what is around them. */
export function replyHtml(blocks: readonly Element[], locale: string): string {
  const { dir } = makeLocale(locale);
  const children =
    dir === 'ltr' ? blocks : blocks.map((block) => ({ ...block, properties: { ...block.properties, dir } }));
  return writer.stringify({ type: 'root', children: [...children] });
}

/** A short answer as plain text, such as for chat. */
export function replyText(blocks: readonly Element[]): string {
  return blocks.map((block) => linkLine(block) ?? textBlock(block, '')).join('\n\n');
}

/** A link on its own has its address on a line of its own, where programs make it a link. */
function linkLine({ children }: Element): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'element' || only.tagName !== 'a') return undefined;
  return `${textOf(only)}\n${only.properties.href}`;
}

function textBlock({ tagName, properties, children }: Element, indent: string): string {
  if (tagName !== 'ol' && tagName !== 'ul') return inlineText(children);
  const first = Number(properties.start ?? 1);
  return children
    .filter((child) => child.type === 'element')
    .map((item, index) => {
      const mark = tagName === 'ol' ? `${first + index}. ` : '- ';
      const lines = item.children.map((child) =>
        child.type === 'element' && (child.tagName === 'ol' || child.tagName === 'ul')
          ? `\n${textBlock(child, `${indent}   `)}`
          : inlineText([child]),
      );
      return `${indent}${mark}${lines.join('').trim()}`;
    })
    .join('\n');
}

function inlineText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type !== 'element') return node.type === 'text' ? node.value : '';
      if (node.tagName === 'br') return '\n';
      if (node.tagName !== 'a') return inlineText(node.children);
      const [text, href] = [textOf(node), String(node.properties.href)];
      return href === text || href === `mailto:${text}` ? text : `${text} (${href})`;
    })
    .join('');
}
