// The parser tries each tag in code in two ways, so every two more double its time: 24 take less than a second.
const TAGS_IN_CODE = 24;

/**
 * The place of a tag that follows too many others between braces, or in a line of code.
 *
 * Code that is only shown, between backticks, does not count.
 */
export function tooManyTagsInCode(source: string): number | undefined {
  let braces = 0;
  let module = false;
  let tags = 0;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    const isLineStart = index === 0 || source[index - 1] === '\n';
    if (isLineStart && braces === 0) {
      if (/^(?:import|export)\b/.test(source.slice(index, index + 7))) module = true;
      else if (module && /^[ \t]*$/.test(source.slice(index, source.indexOf('\n', index)).slice(0, 80))) module = false;
      if (!module) tags = 0;
    }
    const isCode = braces > 0 || module;
    if (character === '\\' && !isCode) index++;
    else if (character === '`' && !isCode) index = endOfShown(source, index);
    else if (character === '{') braces++;
    else if (character === '}') braces = Math.max(0, braces - 1);
    else if (character === '<' && isCode && /[A-Za-z>]/.test(source[index + 1] ?? '') && ++tags > TAGS_IN_CODE)
      return index;
  }
  return undefined;
}

/** The last backtick of code that is only shown; the place itself if it never ends. */
function endOfShown(source: string, start: number): number {
  let length = 1;
  while (source[start + length] === '`') length++;
  const marks = '`'.repeat(length);
  for (let at = source.indexOf(marks, start + length); at >= 0; at = source.indexOf(marks, at + 1)) {
    let end = at + length;
    if (source[end] !== '`') return end - 1;
    while (source[end] === '`') end++;
    at = end - 1;
  }
  return start + length - 1;
}
