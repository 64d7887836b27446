import type { Points } from './candidates.ts';
import type { ExplainedResult, ExplainedWord, Explanation } from './explain.ts';

// What an explanation says to writers, in the terminal and in the preview.

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

/** A word that counts less than this decides nothing, and shares a row with the others. On a phone, each row counts. */
const DECIDES = 0.04;

/** The words of a question, those that count most first. The note is empty for a word that articles have. */
export function wordRows(words: readonly ExplainedWord[]): { word: string; share: string; note: string }[] {
  const sorted = [...words].sort((a, b) => b.share - a.share);
  const small = sorted.filter((one) => one.share < DECIDES && noteOf(one) === '');
  const shown = small.length < 2 ? sorted : sorted.filter((one) => !small.includes(one));
  const rows = shown.map((one) => ({ word: one.word, share: percent(one.share), note: noteOf(one) }));
  if (small.length < 2) return rows;
  const share = small.reduce((sum, one) => sum + one.share, 0);
  return [...rows, { word: small.map(({ word }) => word).join(', '), share: percent(share), note: 'together' }];
}

function noteOf({ state, instead = [], synonyms = [] }: ExplainedWord): string {
  const notes = [
    states[state],
    instead.length > 0 ? `searched instead: ${instead.join(', ')}` : '',
    synonyms.length > 0 ? `also searched: ${synonyms.join(', ')}` : '',
  ];
  return notes.filter((note) => note !== '').join('; ');
}

/** What a result has its points for, one fact per line. */
export function resultFacts({ score, points: of, like, near, has, lacks }: ExplainedResult): string[] {
  const parts = (Object.keys(names) as (keyof Points)[]).filter((name) => of[name] > 0.05);
  return [
    `${points(score)} points: ${parts.map((name) => `${names[name]} ${points(of[name])}`).join(', ')}`,
    ...(like.share > 0 ? [`Most like the question: "${like.text}", ${percent(like.share)}`] : []),
    `Says in one place: ${percent(near)} of the question`,
    `Has: ${has.join(', ') || 'none of the words'}`,
    ...(lacks.length > 0 ? [`Lacks: ${lacks.join(', ')}`] : []),
  ];
}

/** Why the first result is before the second. */
export function aheadText({ results: [first, second], ahead }: Explanation): string | undefined {
  if (!first || !second || !ahead) return undefined;
  return `"${first.title}" is before "${second.title}" mainly because ${reasons[ahead]}: ${points(first.points[ahead])} against ${points(second.points[ahead])} points.`;
}

/** Where an article is, and how to move it up. */
export function adviceLines({ id, place, lacks }: NonNullable<Explanation['article']>): string[] {
  if (place === 1) return [`${id} is first. There is nothing to do.`];
  const lacking = lacks.map((word) => `"${word}"`).join(', ');
  const advice = [
    'Add the question in a few words to its "aliases", as your customers say it. If its text should say the words it',
    'lacks, add them there too.',
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
