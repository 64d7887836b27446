import { nameToEmoji } from 'gemoji';
import { replaceOutsideCode } from './code-ranges.ts';

/** Replaces names of emoji (`:bulb:`, as on GitHub) outside code; other words between colons stay. */
export function writeEmoji(text: string): string {
  return replaceOutsideCode(text, /(?<![\w:/.\\-]):([a-z][\w+-]+):(?![\w:/])/g, ([all = '', name = '']) =>
    Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? all) : all,
  );
}
