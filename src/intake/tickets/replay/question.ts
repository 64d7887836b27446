import { Parser } from 'htmlparser2';

/** What is in these isn't what the customer wrote here. */
const left = new Set(['style', 'script', 'head', 'title', 'blockquote']);
/** These don't end a line of text. */
const inline = new Set([
  'a',
  'b',
  'i',
  'u',
  's',
  'em',
  'strong',
  'span',
  'font',
  'small',
  'code',
  'sub',
  'sup',
  'mark',
]);

const markup = /<\/?[a-z!][^<>]*>|&(?:#\w+|[a-z]+);/i;

/**
 * What a customer wrote at first, as lines of plain text: without tags, and without quotes of other messages.
 *
 * @param texts as exported: the subject, the message, or both
 */
export function plainTexts(texts: readonly (string | null)[]): string[] {
  const plain = texts
    .map((text) => text ?? '')
    .map((text) => (markup.test(text) ? withoutTags(text) : text).replace(/^\s*>.*$/gm, '').trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const [first = '', second] = plain;
  // Many help desks take the subject from the first words of the message.
  return second !== undefined && startsAlike(second, first) ? [second] : plain;
}

function startsAlike(message: string, subject: string): boolean {
  const start = subject.replace(/(?:\.\.\.|…)$/, '').trim();
  return message.slice(0, start.length).toLowerCase() === start.toLowerCase();
}

function withoutTags(html: string): string {
  let text = '';
  const open: string[] = [];
  const parser = new Parser({
    onopentagname(name) {
      if (left.has(name)) open.push(name);
      if (!inline.has(name)) text += '\n';
    },
    ontext(part) {
      if (open.length === 0) text += part;
    },
    onclosetag(name) {
      if (open.at(-1) === name) open.pop();
      if (!inline.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return text.replace(/[^\S\n]+/g, ' ').replace(/\s*\n\s*/g, '\n');
}
