import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';

// What the editors of all help desks keep when a text is pasted: paragraphs, lists, bold, italic, code and links.

const inline: Readonly<Record<string, string>> = {
  ...{ strong: 'strong', b: 'strong', em: 'em', i: 'em', code: 'code', kbd: 'strong' },
};
const dropped = new Set(['img', 'picture', 'video', 'audio', 'svg', 'iframe', 'hr', 'input']);
const blockNames = /^(?:p|ul|ol|li|div|section|blockquote|pre|table|thead|tbody|tr|dl|h[1-6])$/;

/** Paragraphs and lists with the text of an article's blocks; pictures are left out. */
export function simpleBlocks(blocks: readonly ElementContent[]): Element[] {
  return blocks.flatMap((block): Element[] => {
    if (block.type !== 'element') return [];
    const { tagName, children } = block;
    if (dropped.has(tagName)) return [];
    if (tagName === 'ol' || tagName === 'ul') return listOf(block);
    if (tagName === 'pre') return paragraph(codeLines(block));
    if (/^h[1-6]$/.test(tagName)) return paragraph([h('strong', inlineOf(children))]);
    if (tagName === 'tr')
      return paragraph(
        joined(
          elements(children).map((cell) => inlineOf(cell.children)),
          ' · ',
        ),
      );
    if (elements(children).some((child) => blockNames.test(child.tagName))) return simpleBlocks(wrapped(children));
    return paragraph(inlineOf(children));
  });
}

function listOf({ tagName, properties, children }: Element): Element[] {
  const { start } = properties;
  const items = elements(children).flatMap((item) => {
    const content = simpleBlocks(wrapped(item.children));
    // A paragraph in an item would be pasted with a blank line around it.
    const lines = content.flatMap((block, index): ElementContent[] =>
      block.tagName === 'p' ? [...(index > 0 ? [h('br')] : []), ...block.children] : [block],
    );
    return lines.length > 0 ? [h('li', lines)] : [];
  });
  return items.length > 0 ? [h(tagName, start === undefined ? {} : { start }, items)] : [];
}

/** Code keeps its lines. */
function codeLines(block: Element): ElementContent[] {
  const lines = textOf(block).trimEnd().split('\n');
  return lines.flatMap((line, index) => [...(index > 0 ? [h('br')] : []), h('code', line)]);
}

/** Puts loose text between blocks into paragraphs. */
function wrapped(nodes: readonly ElementContent[]): Element[] {
  const blocks: Element[] = [];
  let loose: ElementContent[] = [];
  const close = () => {
    if (loose.length > 0) blocks.push(h('p', loose));
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && blockNames.test(node.tagName)) {
      close();
      blocks.push(node);
    } else loose.push(node);
  }
  close();
  return blocks;
}

function inlineOf(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
    if (node.type !== 'element' || dropped.has(node.tagName)) return [];
    // The notes are on the page.
    if (node.properties.dataFootnoteRef !== undefined) return [];
    const children = inlineOf(node.children);
    if (node.tagName === 'br') return [h('br')];
    const { href } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string' && /^(?:https?|mailto|tel):/i.test(href))
      return [h('a', { href }, children)];
    const name = Object.hasOwn(inline, node.tagName) ? inline[node.tagName] : undefined;
    return name === undefined ? children : [h(name, children)];
  });
}

function paragraph(children: ElementContent[]): Element[] {
  const text = children.map((child) => (child.type === 'text' ? child.value : '.')).join('');
  return text.trim() === '' ? [] : [h('p', children)];
}

function joined(parts: readonly ElementContent[][], between: string): ElementContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ type: 'text', value: between } as const, ...part]));
}

function elements(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
