import type { ExplainedWord, Explanation } from '#search/explain.ts';
import { adviceLines, aheadText, resultFacts, wordRows } from '#search/explanation-words.ts';

/** An explanation as a writer reads it in the terminal. */
export function explanationText(explanation: Explanation): string {
  const { words, results, article } = explanation;
  const lines = ['How much each word counts', ...wordLines(words), ''];
  if (results.length === 0) lines.push('No results.', '');
  for (const [place, one] of results.entries())
    lines.push(`${place + 1}. ${one.title} (${one.id})`, ...resultFacts(one).map((fact) => `   ${fact}`), '');
  const ahead = aheadText(explanation);
  if (ahead !== undefined) lines.push(ahead, '');
  if (article) {
    lines.push(...adviceLines(article));
    if (article.place !== 1) lines.push('Then build again.');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function wordLines(words: readonly ExplainedWord[]): string[] {
  if (words.length === 0) return ['  The question has no words.'];
  const rows = wordRows(words);
  const width = Math.max(...rows.map(({ word }) => word.length));
  return rows.map(({ word, share, note }) => `  ${word.padEnd(width)}  ${share.padStart(4)}  ${note}`.trimEnd());
}
