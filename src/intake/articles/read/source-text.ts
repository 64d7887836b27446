import { damaged, encodingOf, notUtf8 } from '../../encoding.ts';

/** The text of a file, or why it has none, as a sentence with what to do. */
export type SourceText = { text: string } | { problem: string };

/** The encoding that a page declares: `<meta charset>`, an XML declaration, or an editor's mark. */
const DECLARED = [
  /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i,
  /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)["']/i,
  /-\*-.*\bcoding:\s*([\w.-]+).*-\*-/i,
];

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function declared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2000));
  return DECLARED.map((pattern) => pattern.exec(head)?.[1]).find((name) => name !== undefined);
}

/**
 * Reads a file of the source as text: UTF-8, UTF-16, or the encoding that it declares. No letter is guessed or replaced:
 * a file in another encoding gives a problem.
 */
export function readSourceText(bytes: Uint8Array): SourceText {
  const { encoding, marked } = encodingOf(bytes);
  const isGuessed = encoding === 'utf-8' && !marked;
  const asDeclared = () => {
    const named = isGuessed ? declared(bytes) : undefined;
    return named && decode(bytes, named);
  };
  const text = decode(bytes, encoding) ?? asDeclared();
  if (text === undefined) {
    const { says, fix } = isGuessed ? notUtf8 : damaged(encoding);
    const save = isGuessed ? 'Open it in a text editor and save it as UTF-8.' : fix;
    return { problem: `${says} It wasn't imported. ${save}` };
  }
  if (text.includes('\0')) return { problem: "The file isn't text and wasn't imported." };
  return { text };
}
