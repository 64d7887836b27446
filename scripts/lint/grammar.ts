import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { WordingProblem } from './wording-problem.ts';

const grammar = unified()
  .use(retextEnglish as Plugin)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle);

/** Words that are written twice, and "a" for "an". */
export async function grammarProblems(text: string): Promise<WordingProblem[]> {
  const file = new VFile(text);
  await grammar.run(grammar.parse(file), file);
  return file.messages.flatMap(({ place, expected }) => {
    const [start, end] = place && 'start' in place ? [place.start.offset ?? 0, place.end.offset ?? 0] : [0, 0];
    const found = text.slice(start, end);
    // At the start of a text, a lowercase "a" is a name, as in lists of HTML elements.
    const isName = found === 'a' && /(?:^|\n\s*)$/.test(text.slice(0, start));
    // As in "--name NAME" and "FILE   file to read": one of the two is a placeholder.
    const isValue = /^\p{Lu}{2,}\s|\s\p{Lu}{2,}$/u.test(found) && found !== found.toUpperCase();
    // As in "--dist dist": an option and its value.
    const isOption = text.slice(0, start).endsWith('--');
    return isName || isValue || isOption ? [] : [{ start, end, found, advice: `Write: ${expected?.join(' or ')}.` }];
  });
}
