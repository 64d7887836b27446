/**
 * The lines of a long text, one after the other. Only a line feed ends one: Node's readline also stops at U+2028, which
 * JSON strings can contain.
 */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
