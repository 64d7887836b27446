import type { Points } from '#search/candidates.ts';
import type { ExplainedResult, ExplainedWord, Explanation } from '#search/explain.ts';

const states: Readonly<Record<ExplainedWord['state'], string>> = {
  found: '',
  guessed: 'not in any article',
  unknown: 'not in any article',
  customers: 'only your customers use it; its weight is in tickets/words.yaml',
  'left out': 'too common to search for',
};

const names: Readonly<Record<keyof Points, string>> = {
  words: 'words',
  place: 'said in one place',
  unit: 'title, alias or heading',
  title: 'words of the title',
  learned: "customers' words",
  exact: 'the same title',
};

const reasons: Readonly<Record<keyof Points, string>> = {
  words: 'it has rarer words of the question, or more of them',
  place: 'it says more of the question in one place',
  unit: 'its title, an alias or a heading is more like the question',
  title: 'its title has more words of the question',
  learned: 'customers use more of these words for its topics',
  exact: 'its title is the question',
};

/** An explanation as a writer reads it. */
export function explanationText({ words, results, ahead, article }: Explanation): string {
  const lines = ['How much each word counts', ...wordLines(words), ''];
  if (results.length === 0) lines.push('No results.', '');
  for (const [place, one] of results.entries()) lines.push(...resultLines(one, place + 1));
  const [first, second] = results;
  if (first && second && ahead)
    lines.push(
      `"${first.title}" is before "${second.title}" mainly because ${reasons[ahead]}: ${points(first.points[ahead])} against ${points(second.points[ahead])} points.`,
      '',
    );
  if (article) lines.push(...adviceLines(article));
  return `${lines.join('\n').trimEnd()}\n`;
}

function wordLines(words: readonly ExplainedWord[]): string[] {
  if (words.length === 0) return ['  The question has no words.'];
  const width = Math.max(...words.map(({ word }) => word.length));
  return [...words]
    .sort((a, b) => b.share - a.share)
    .map(({ word, share, state, instead = [], synonyms = [] }) => {
      const notes = [
        states[state],
        instead.length > 0 ? `searched instead: ${instead.join(', ')}` : '',
        synonyms.length > 0 ? `also searched: ${synonyms.join(', ')}` : '',
      ].filter((note) => note !== '');
      return `  ${word.padEnd(width)}  ${percent(share).padStart(4)}  ${notes.join('; ')}`.trimEnd();
    });
}

function resultLines(
  { title, id, score, points: of, like, near, has, lacks }: ExplainedResult,
  place: number,
): string[] {
  const parts = (Object.keys(names) as (keyof Points)[]).filter((name) => of[name] > 0.05);
  return [
    `${place}. ${title} (${id})`,
    `   ${points(score)} points: ${parts.map((name) => `${names[name]} ${points(of[name])}`).join(', ')}`,
    ...(like.share > 0 ? [`   Most like the question: "${like.text}", ${percent(like.share)}`] : []),
    `   Says in one place: ${percent(near)} of the question`,
    `   Has: ${has.join(', ') || 'none of the words'}`,
    ...(lacks.length > 0 ? [`   Lacks: ${lacks.join(', ')}`] : []),
    '',
  ];
}

function adviceLines({ id, place, lacks }: NonNullable<Explanation['article']>): string[] {
  if (place === 1) return [`${id} is first. There is nothing to do.`];
  const lacking = lacks.map((word) => `"${word}"`).join(', ');
  const advice = [
    'Add the question in a few words to its "aliases", as your customers say it. If its text should say the words it',
    'lacks, add them there too. Then build again.',
  ];
  if (place === undefined)
    return [`${id} isn't found. Check its name. If the article exists, it has none of the words.`, ...advice];
  return [`${id} is number ${place}.${lacking === '' ? '' : ` It lacks ${lacking}.`}`, ...advice];
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function points(number: number): string {
  return number.toFixed(1);
}
