import { findCode } from '../dialects/code-ranges.ts';
import { shortText } from '../visibility/private-names.ts';
import { type MappedText, replaceMapped } from './mapped-text.ts';
import { readStaticExpression } from './static-values.ts';

/** An expression of Vue, or an element or block in which there are none. */
const EXPRESSION =
  /<([a-z][\w-]*)\b[^<>]*\sv-pre\b[^<>]*>[\s\S]*?<\/\1\s*>|^[ \t]*(:{3,})[ \t]*v-pre[ \t]*\n[\s\S]*?^[ \t]*\2[ \t]*$|\{\{([^{}\n]*)\}\}/gm;

/**
 * Puts what Vue's expressions say into a page of VitePress. What only the old site could tell is left out and reported.
 */
export function fillVue(
  text: MappedText,
  frontmatter: Record<string, unknown>,
  report: (line: number, what: string) => void,
): MappedText {
  if (!text.text.includes('{{')) return text;
  const { isCode } = findCode(text.text);
  return replaceMapped(text, EXPRESSION, ({ index, 0: whole, 3: expression }, line) => {
    if (isCode(index)) return undefined;
    if (expression === undefined) return whole.replace(/^[ \t]*:{3,}[ \t]*(?:v-pre)?[ \t]*$/gm, '');
    const value = readStaticExpression(expression.trim(), new Map([['$frontmatter', frontmatter]]));
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    report(line, `The expression ${shortText(whole)} works only on the old site and was left out.`);
    return '';
  });
}
