import type { Report } from '../imported-site.ts';
import { replaceOutsideCode } from './code-ranges.ts';

/** A line end that isn't in the file, see `separateMarks`. */
const LINE_END = '\uE00E';
/** What makes it a formula and not two prices in one line. */
const TEX = /\\[a-zA-Z]+|[\^_={}]|[a-zA-Z]\s*[+*/<>-]\s*[\w(]|^[a-zA-Z](?:'|_\w)?$/;

function asCode(formula: string): string {
  const longest = Math.max(0, ...(formula.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${formula.trim()}${space}${fence}`;
}

/**
 * Shows formulas (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`) as code with their source, which readers would otherwise see with all
 * the characters around it. The number of lines stays the same.
 */
export function showFormulas(text: string, report: Report): string {
  if (!/\$|\\[([]/.test(text)) return text;
  const tell = (before: string, formula: string) => {
    const shown = formula.replace(/\s+/g, ' ').trim();
    const short = shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
    report(before.split('\n').length, `The formula "${short}" is shown as its source.`);
  };
  const block = (formula: string, indent: string, offset: number, whole: string) => {
    tell(whole.slice(0, offset + 1), formula);
    // The lines of a formula over several lines become those of the block.
    const lines = formula.replace(/^[ \t]*\n|\n[ \t]*$/g, (found) => (found.includes('\n') ? '' : found));
    const missing = formula.split('\n').length - lines.split('\n').length;
    const open = `${indent}\`\`\`latex${missing > 0 ? '\n' : LINE_END}`;
    return `${open}${lines.trimEnd()}${missing > 1 ? '\n' : LINE_END}${indent}\`\`\``;
  };
  const blocks = replaceOutsideCode(
    text,
    /^([ \t]*)\$\$((?:[^$]|\\\$)+?)\$\$[ \t]*$|^([ \t]*)\\\[((?:(?!\\\])[\s\S])*?\\[a-z](?:(?!\\\])[\s\S])*?)\\\][ \t]*$/gm,
    ([, indent, formula, otherIndent, other], offset) =>
      block(formula ?? other ?? '', indent ?? otherIndent ?? '', offset, text),
  );
  return replaceOutsideCode(
    blocks,
    /(?<![\\$])\$\$((?:[^$\n]|\\\$)+?)\$\$|(?<![\\$\w])\$(?![\s$])((?:[^$\\\n]|\\.)+?)(?<!\s)\$(?![\w$])|\\\(((?:(?!\\\))[^\n])*)\\\)/g,
    ([all = '', double, single, bracketed], offset) => {
      const formula = double ?? single ?? bracketed ?? '';
      if (!TEX.test(formula.trim()) || (bracketed !== undefined && !/\\[a-z]|[\^_=]/.test(formula))) return all;
      tell(blocks.slice(0, offset), formula);
      return asCode(formula);
    },
  );
}
