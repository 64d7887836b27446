import { isScalar, Lexer, parseDocument, visit } from 'yaml';
import { type ProsePassage, passage, placeholders, withoutCode } from './passage.ts';

// The lexer adds its own marker characters, which are not in the file.
const marks = new Set(['\x02', '\x18', '\x1f']);
const SCALAR_FOLLOWS = '\x1f';

// Under these keys are words and questions as customers write them.
const customers = ['aliases', 'question', 'words'];

/**
 * The comments and the English texts of a YAML file.
 *
 * @param others codes of languages other than English: the texts under such a key are left out
 */
export function yamlPassages(source: string, others: readonly string[], offset = 0): ProsePassage[] {
  return [...commentsIn(source), ...valuesIn(source, others)].map(({ start, text }) => ({
    start: start + offset,
    text,
  }));
}

function valuesIn(source: string, others: readonly string[]): ProsePassage[] {
  const found: ProsePassage[] = [];
  visit(parseDocument(source), {
    Pair: (_, { key }) =>
      isScalar(key) && [...others, ...customers].includes(String(key.value)) ? visit.SKIP : undefined,
    Scalar: (place, { value, range }) => {
      if (place !== 'key' && typeof value === 'string' && range && value.includes(' '))
        found.push(placeholders(withoutCode(passage(source, range[0], range[1]))));
    },
  });
  return found;
}

/** Lines of comments that follow each other are one text. */
function commentsIn(source: string): ProsePassage[] {
  const found: { start: number; end: number }[] = [];
  let at = 0;
  let previous = '';
  for (const token of new Lexer().lex(source)) {
    const start = at;
    if (!marks.has(token)) at += token.length;
    if (token.startsWith('#') && previous !== SCALAR_FOLLOWS) {
      const last = found.at(-1);
      if (last && /^\n[ \t]*$/.test(source.slice(last.end, start))) last.end = at;
      else found.push({ start, end: at });
    }
    previous = token;
  }
  return found.map(({ start, end }) =>
    withoutCode({ start, text: source.slice(start, end).replace(/^[ \t]*#/gm, (sign) => ' '.repeat(sign.length)) }),
  );
}
