import { isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { plainScalar } from './plain-scalar.ts';

/**
 * Adds a word to the group of synonyms that has the writers' own word, or a new group. Every other byte stays.
 *
 * @param text of a synonyms file, or nothing
 */
export function addSynonym(text: string, own: string, word: string): string {
  const groups = parseDocument(text).contents;
  const group =
    isSeq(groups) &&
    groups.items.find((one) => isSeq(one) && one.items.some((member) => isScalar(member) && member.value === own));
  const last: unknown = isSeq(group) && group.flow ? group.items.at(-1) : undefined;
  if (isNode(last) && last.range) {
    const [, end] = last.range;
    return `${text.slice(0, end)}, ${plainScalar(word)}${text.slice(end)}`;
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
  return `${before}- [${plainScalar(own)}, ${plainScalar(word)}]${newline}`;
}
