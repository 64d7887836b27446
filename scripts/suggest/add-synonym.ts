import { isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { plainScalar } from './plain-scalar.ts';

/**
 * Adds a word to the group of synonyms that has the writers' own word, or a new group. Every other byte stays.
 *
 * @param text of a synonyms file, or nothing
 */
export function addSynonym(text: string, own: string, word: string): string {
  const groups = parseDocument(text).contents;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const group =
    isSeq(groups) &&
    groups.items.find((one) => isSeq(one) && one.items.some((member) => isScalar(member) && member.value === own));
  const last: unknown = isSeq(group) ? group.items.at(-1) : undefined;
  if (isSeq(group) && isNode(last) && last.range) {
    const [start, end] = last.range;
    if (group.flow) return `${text.slice(0, end)}, ${plainScalar(word)}${text.slice(end)}`;
    const dash = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const lineEnd = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
    return `${text.slice(0, end + lineEnd)}${newline}${dash}${plainScalar(word)}${text.slice(end + lineEnd)}`;
  }
  // An empty list can't be followed by a group.
  const before =
    isSeq(groups) && groups.items.length === 0 && groups.range
      ? text.slice(0, groups.range[0]) + text.slice(groups.range[1]).replace(/^[^\S\n]*\r?\n/, '')
      : text;
  const start = before === '' || before.endsWith('\n') ? before : `${before}${newline}`;
  return `${start}- [${plainScalar(own)}, ${plainScalar(word)}]${newline}`;
}
