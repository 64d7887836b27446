import type { ComponentAttributes } from '../elements/component-tags.ts';
import { emptyLine, type NumberedLine } from './numbered-lines.ts';

/** The start of a block of another dialect: `:::note Title`, `!!! tip`, `{% hint %}`. */
export interface BlockStart {
  /** As it is written, for messages. */
  name: string;
  /** With `title`, if the block has one. */
  attributes: ComponentAttributes;
}

/**
 * The blocks of one file. Each dialect writes them in its own way; they pass the Markdown parser as lines that hold only
 * a mark, of characters that `withoutMarks` removes from the source.
 */
export interface BlockBook {
  /** The mark for the start of a block. */
  open(name: string, attributes?: ComponentAttributes): string;
  at(number: number): BlockStart | undefined;
}

/** The mark for the end of the block that was opened last. `\uE00E` is a line end that was not in the file. */
export const BLOCK_END = '\uE00D';
export const BLOCK_MARK = /\uE00B(\d+)\uE00C|\uE00D/g;

/** A text without the characters of marks. Only icon fonts use them, and readers would see an empty box. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE00B-\uE00E]/g, '');
}

export function blockBook(): BlockBook {
  const starts: BlockStart[] = [];
  return {
    open(name, attributes = {}) {
      starts.push({ name, attributes });
      return `\uE00B${starts.length - 1}\uE00C`;
    },
    at: (number) => starts[number],
  };
}

const PREFIX = /^((?:[ \t]|>)*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?/;

/** Puts each mark on a line of its own, with blank lines around it; what is around it stays in its list item or quote. */
export function separateMarks(lines: readonly NumberedLine[]): NumberedLine[] {
  return lines.flatMap((line) => {
    if (!/[\uE00B\uE00D\uE00E]/.test(line.text)) return [line];
    const [, start = '', item = ''] = PREFIX.exec(line.text) ?? [];
    const later = start + ' '.repeat(item.length);
    const pieces = line.text
      .slice(start.length + item.length)
      .split(/(\uE00B\d+\uE00C|\uE00D)|\uE00E/)
      .map((piece) => piece?.trim() ?? '')
      .filter((piece) => piece !== '');
    return pieces.flatMap((piece, at) => {
      const isMark = /[\uE00B\uE00D]/.test(piece);
      const isFirst = at === 0;
      return [
        ...(isMark && !(isFirst && item !== '') ? [emptyLine(later, line.from)] : []),
        { text: (isFirst ? start + item : later) + piece, from: line.from },
        ...(isMark ? [emptyLine(later, line.from)] : []),
      ];
    });
  });
}

/** A title without its Markdown, as it becomes an attribute. */
export function plainTitle(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/:(?:material|fontawesome|octicons|simple|phosphor|lucide)-[\w-]+:(?:\{[^}]*\})?/g, ' ')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(^|\s)[*_](\S.*?)[*_](?=\s|$)/g, '$1$2')
    .replace(/<[^<>]*>/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
