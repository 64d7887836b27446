import { expect, it } from 'vitest';
import { analysisFor } from '#search/analysis.ts';
import { answerParts } from '#search/answer-parts.ts';
import { readPassage } from '#search/passage-words.ts';

const analysis = await analysisFor('en');

/** What is shown of texts, each with its shape before it, for the place of the first `asked` words, marked. */
function partsOf(texts: readonly [shape: string, text: string][], asked: string, length = 6) {
  const passage = { texts: texts.map(([, text]) => text), shape: texts.map(([shape]) => shape).join('') };
  const words = readPassage(passage, analysis).words();
  const keys = new Set(analysis.terms(asked).map(({ key }) => key));
  const start = words.findIndex((word) => word.keys.some((key) => keys.has(key)));
  return answerParts(passage, words, start, start + length, keys);
}

const steps: [string, string][] = [
  ['.', 'To freeze a card:'],
  ['1', 'Open the app.'],
  ['2', 'Choose Cards.'],
  ['+', 'They are at the bottom.'],
  ['2', 'Press Freeze.'],
  ['.', 'It takes a moment.'],
];

it('shows steps from the first one on, with what introduces them', () => {
  expect(partsOf(steps, 'bottom', 2)).toEqual([
    { kind: 'text', html: 'To freeze a card:' },
    {
      kind: 'steps',
      first: 1,
      items: ['Open the app.', 'Choose Cards. They are at the <mark>bottom</mark>.', 'Press Freeze.'],
      isWhole: true,
    },
  ]);
});

it('leaves out steps after many words, and starts at a late step that is asked for', () => {
  const long = Array.from({ length: 30 }, (_, place): [string, string] => [
    place === 0 ? '1' : '2',
    `Step number ${place} has words to read here${place === 25 ? ' and a zebra' : ''}.`,
  ]);
  const [early] = partsOf(long, 'step');
  expect(early).toMatchObject({ kind: 'steps', first: 1, isWhole: false });
  const [late] = partsOf(long, 'zebra', 2);
  expect(late).toMatchObject({ kind: 'steps', first: 26, isWhole: true });
});

it('shows the row of a table that answers, with the headings of its columns', () => {
  const table: [string, string][] = [
    ['A', 'Country'],
    ['B', 'Price'],
    ['C', 'Time'],
    ['a', 'Finland'],
    ['b', '5 euros'],
    ['c', '2 days'],
    ['a', 'Norway'],
    ['c', '4 days'],
  ];
  expect(partsOf(table, 'Norway', 1)).toEqual([
    {
      kind: 'row',
      cells: [
        { heading: 'Country', html: '<mark>Norway</mark>' },
        { heading: 'Time', html: '4 days' },
      ],
    },
  ]);
  expect(partsOf(table, 'price in Finland', 9)).toMatchObject([
    { cells: [{}, { heading: 'Price', html: '5 euros' }, {}] },
  ]);
});

it('shows items of a list and paragraphs as far as they are in the passage', () => {
  const list: [string, string][] = [
    ['.', 'You need these.'],
    ['-', 'A passport'],
    ['-', 'A phone'],
    ['-', 'An address'],
  ];
  expect(partsOf(list, 'passport', 2)).toEqual([{ kind: 'list', items: ['A <mark>passport</mark>', 'A phone'] }]);
  expect(partsOf(steps, 'moment', 4)).toEqual([{ kind: 'text', html: '… <mark>moment</mark>.' }]);
});

it('shows the list or the steps that its last paragraph introduces, as far as that is short', () => {
  const many = Array.from({ length: 60 }, (_, place): [string, string] => ['-', `Item number ${place} of these.`]);
  const list: [string, string][] = [
    ['.', 'For families:'],
    ['-', 'A card for each child'],
    ['-', 'A shared account'],
  ];
  expect(partsOf(list, 'families', 1)).toEqual([
    { kind: 'text', html: '… <mark>families</mark>:' },
    { kind: 'list', items: ['A card for each child', 'A shared account'] },
  ]);
  expect(partsOf(steps, 'freeze', 3)).toMatchObject([{ kind: 'text' }, { kind: 'steps', first: 1, isWhole: true }]);
  const [, cut] = partsOf([['.', 'For families:'], ...many], 'families', 1);
  expect(cut?.kind === 'list' && cut.items.length).toBe(30);
});
