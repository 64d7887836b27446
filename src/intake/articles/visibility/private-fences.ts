import type { Report } from '../imported-site.ts';
import { isPrivateBlock, shortText } from './private-names.ts';

const OPENING = /^[ \t>]*:{3,}[ \t]*([\w{-].*)$/;
const CLOSING = /^[ \t>]*:{3,}[ \t]*$/;

/** The name of the block that a line opens: the one that makes it private, or the first; nothing for other lines. */
function nameIn(line: string): string | undefined {
  const rest = OPENING.exec(line)?.[1];
  if (rest === undefined) return undefined;
  const first = /^\{?\.?([\w-]+)/.exec(rest)?.[1] ?? '';
  const attributes = /\{([^}]*)\}/.exec(rest)?.[1] ?? '';
  const classes = [...attributes.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  return [first, ...classes].find(isPrivateBlock) ?? first;
}

/** Empties `:::internal` blocks and reports them, with the blocks inside; one that isn't closed ends with the text. */
export function dropFences(text: string, isCode: (at: number) => boolean, report: Report): string {
  const lines = text.split('\n');
  let at = 0;
  let depth = 0;
  let dropped: { line: number; name: string; inside: string[] } | undefined;
  const finish = () => {
    if (!dropped) return;
    const inside = shortText(dropped.inside.join(' '));
    report(dropped.line, `The block "${dropped.name}" isn't for readers and was left out: "${inside}"`, 'private');
    dropped = undefined;
  };
  lines.forEach((line, index) => {
    const start = at;
    at += line.length + 1;
    const name = nameIn(line);
    const closes = CLOSING.test(line);
    if ((name === undefined && !closes && !dropped) || isCode(start)) {
      if (dropped) lines[index] = '';
      return;
    }
    if (!dropped && name !== undefined && isPrivateBlock(name)) {
      dropped = { line: index + 1, name, inside: [] };
      depth = 0;
    }
    if (!dropped) return;
    if (name !== undefined) depth += 1;
    else if (closes) depth -= 1;
    else dropped.inside.push(line);
    lines[index] = '';
    if (depth === 0) finish();
  });
  finish();
  return lines.join('\n');
}
