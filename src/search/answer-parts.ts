import { markedText } from './marked-text.ts';
import type { PassageWord } from './passage-words.ts';
import type { Passage } from './search-index.ts';

/**
 * A part of the passage that answers, as the article has it. All texts are HTML with the words of the question in
 * `<mark>`.
 */
export type AnswerPart =
  | { kind: 'text'; html: string }
  /** `first` is the number of the first step. Some steps can be left out at the end. */
  | { kind: 'steps'; first: number; items: string[]; isWhole: boolean }
  | { kind: 'list'; items: string[] }
  /** The row of a table that answers, with the headings of its columns. */
  | { kind: 'row'; cells: { heading: string; html: string }[] };

/** In words. More steps than this are read in the article. */
const MOST_WORDS = 150;

interface Text {
  words: readonly PassageWord[];
  /** See `Passage.shape`. */
  shape: string;
  /** Its place in the passage, in words. */
  start: number;
  end: number;
}

/**
 * What is shown of a passage as the answer: steps from the first one on, one row of a table with its headings, and all
 * else as far as it is between `start` and `end`.
 *
 * @param start in words
 * @param end in words
 * @param keys of the words to mark
 */
export function answerParts(
  { shape = '' }: Pick<Passage, 'shape'>,
  words: readonly PassageWord[],
  start: number,
  end: number,
  keys: ReadonlySet<string>,
): AnswerPart[] {
  const texts = textsOf(words, shape);
  const html = (text: Text) =>
    markedText(text.words, Math.max(0, start - text.start), Math.min(text.words.length, end - text.start), keys);
  const whole = ({ words: own }: Text) => markedText(own, 0, own.length, keys);
  const isAsked = (text: Text) => text.end > start && text.start < end;
  const first = texts.findIndex(isAsked);
  const list = introducedBy(texts, texts.findLastIndex(isAsked), end);
  const isShown = (text: Text) => isAsked(text) || list.has(text);
  const last = texts.findLastIndex(isShown);
  const parts: AnswerPart[] = [];
  const before = texts[startOf(texts, first) - 1];
  // What introduces the steps or the table.
  if (before && texts[first]?.shape !== '.' && introduces(before)) parts.push({ kind: 'text', html: whole(before) });
  for (let at = startOf(texts, first); at >= 0 && at <= last; ) {
    const text = texts[at] as Text;
    const next = endOf(texts, at);
    const group = texts.slice(at, next);
    at = next;
    if (!group.some(isShown)) continue;
    if (text.shape === '1') parts.push(stepsOf(group, isShown, whole));
    else if (text.shape === '-') {
      const items = itemsOf(group).filter((item) => item.some(isShown));
      parts.push({ kind: 'list', items: items.map((item) => item.map(whole).join(' ')) });
    } else if (isCell(text)) parts.push(rowOf(group, keys, isShown, whole));
    else parts.push({ kind: 'text', html: html(text) });
  }
  return parts;
}

function introduces({ shape, words }: Text): boolean {
  return shape === '.' && /:\S*$/.test(words.at(-1)?.word ?? '');
}

/** The steps or the list that a text introduces as the last one of an answer, which says nothing without them. */
function introducedBy(texts: readonly Text[], at: number, end: number): ReadonlySet<Text> {
  const [text, next] = texts.slice(at, at + 2);
  if (!text || !next || text.end > end || !introduces(text) || !'1-'.includes(next.shape)) return new Set();
  const group = texts.slice(at + 1, endOf(texts, at + 1));
  return new Set(group.filter((one) => one.end - next.start <= MOST_WORDS));
}

function textsOf(words: readonly PassageWord[], shape: string): Text[] {
  const starts = words.flatMap(({ starts: kind }, at) => (kind === 'text' ? at : []));
  return starts.map((start, place) => {
    const end = starts[place + 1] ?? words.length;
    return { words: words.slice(start, end), shape: shape[place] ?? '.', start, end };
  });
}

const isCell = ({ shape }: Text) => /[a-z]/i.test(shape);

/** Where the list or table starts that a text is in; the text itself outside of them. */
function startOf(texts: readonly Text[], at: number): number {
  let start = at;
  const shape = () => texts[start]?.shape ?? '.';
  const cell = texts[at] && isCell(texts[at] as Text);
  if (cell) while (start > 0 && isCell(texts[start - 1] as Text)) start -= 1;
  else while (start > 0 && '2-+'.includes(shape()) && '12-+'.includes(texts[start - 1]?.shape ?? '.')) start -= 1;
  return start;
}

/** Where what starts at a text ends. */
function endOf(texts: readonly Text[], at: number): number {
  const { shape } = texts[at] as Text;
  const goesOn = (text: Text) =>
    isCell(texts[at] as Text)
      ? isCell(text)
      : shape === '1'
        ? '2+'.includes(text.shape)
        : shape === '-' && '-+'.includes(text.shape);
  let end = at + 1;
  while (end < texts.length && goesOn(texts[end] as Text)) end += 1;
  return end;
}

/** The texts of each item. */
function itemsOf(group: readonly Text[]): Text[][] {
  const items: Text[][] = [];
  for (const text of group)
    if (text.shape === '+') items.at(-1)?.push(text);
    else items.push([text]);
  return items;
}

function stepsOf(group: readonly Text[], isShown: (text: Text) => boolean, whole: (text: Text) => string): AnswerPart {
  const steps = itemsOf(group);
  const words = (step: readonly Text[]) => step.reduce((sum, { words: own }) => sum + own.length, 0);
  const asked = steps.findIndex((step) => step.some(isShown));
  const upTo = steps.slice(0, asked + 1).reduce((sum, step) => sum + words(step), 0);
  const from = upTo > MOST_WORDS ? asked : 0;
  let sum = 0;
  const shown = steps.slice(from).filter((step, place) => {
    sum += words(step);
    return place === 0 || sum <= MOST_WORDS;
  });
  return {
    kind: 'steps',
    first: from + 1,
    items: shown.map((step) => step.map(whole).join(' ')),
    isWhole: from + shown.length === steps.length,
  };
}

/** The row of a table that has the most words of the question. */
function rowOf(
  group: readonly Text[],
  keys: ReadonlySet<string>,
  isShown: (text: Text) => boolean,
  whole: (text: Text) => string,
): AnswerPart {
  const headings = new Map<string, string>();
  const rows: Text[][] = [];
  let previous = '';
  for (const text of group) {
    if (/[A-Z]/.test(text.shape)) {
      const column = text.shape.toLowerCase();
      headings.set(
        column,
        [headings.get(column), text.words.map(({ word }) => word).join(' ')].filter(Boolean).join(' '),
      );
    } else if (text.shape < previous || rows.length === 0) rows.push([text]);
    else rows.at(-1)?.push(text);
    previous = /[a-z]/.test(text.shape) ? text.shape : '';
  }
  const worth = (row: readonly Text[]) =>
    new Set(row.flatMap(({ words }) => words.flatMap(({ keys: own }) => own.filter((key) => keys.has(key))))).size +
    (row.some(isShown) ? 0.5 : 0);
  const best = rows.reduce<Text[]>((most, row) => (most.length === 0 || worth(row) > worth(most) ? row : most), []);
  const cells: { heading: string; html: string }[] = [];
  for (const [place, cell] of best.entries()) {
    const last = cells.at(-1);
    if (last && best[place - 1]?.shape === cell.shape) last.html += ` ${whole(cell)}`;
    else cells.push({ heading: headings.get(cell.shape) ?? '', html: whole(cell) });
  }
  return { kind: 'row', cells };
}
