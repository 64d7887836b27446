import { describe, expect, it } from 'vitest';
import { bodyIn, importTexts, lossesOf } from '../import-texts.ts';

const importNote = (text: string) =>
  importTexts(
    {
      'notes/Lost card.md': text,
      'cards/Order a card.md': '---\naliases: [new card]\n---\nText.\n\n## Blue card\n\nBlue.',
    },
    ['files/card pic.png', 'files/form.pdf'],
  );

describe('a link by name', () => {
  it.each([
    ['[[Order a card]]', '[Order a card](/cards/order-a-card)'],
    ['[[order-a-card|order]]', '[order](/cards/order-a-card)'],
    ['[[cards/Order a card.md]]', '[Order a card](/cards/order-a-card)'],
    ['[[new card]]', '[new card](/cards/order-a-card)'],
    ['[[Order a card#Blue card|blue]]', '[blue](/cards/order-a-card#blue-card)'],
    ['[[Order a card#^block]]', '[Order a card](/cards/order-a-card)'],
    ['[[order one|Order a card]]', '[order one](/cards/order-a-card)'],
    ['![[card pic.png]]', '![card pic](./card-pic.png)'],
    ['![[card pic.png|300]]', '![card pic](./card-pic.png)'],
    ['![[card pic.png|A card]]', '![A card](./card-pic.png)'],
    ['[[form.pdf]]', '[form.pdf](./form.pdf)'],
    ['![[Order a card#Blue card]]', '[Blue card](/cards/order-a-card#blue-card)'],
    ['`[[Order a card]]` [[Order a card]]', '`[[Order a card]]` [Order a card](/cards/order-a-card)'],
    ['| a |\n|-|\n| [[Order a card\\|order]] |', '| a |\n| - |\n| [order](/cards/order-a-card) |'],
    [
      '[[Order a card]] and [[#Here]]\n\n## Here\n\nText.',
      '[Order a card](/cards/order-a-card) and [Here](#here)\n\n## Here\n\nText.',
    ],
    ['[[Order a card]]\n\n- [>] later\n- [x] done', '[Order a card](/cards/order-a-card)\n\n- later\n- [x] done'],
    ['[[Order a card]]^[By post.]', '[Order a card](/cards/order-a-card) (By post.)'],
    [
      '[[Order a card]] ![A|100x50](../files/card%20pic.png)',
      '[Order a card](/cards/order-a-card) ![A](./card-pic.png)',
    ],
    ['[[Order a card]] is ==new== ^id', '[Order a card](/cards/order-a-card) is <mark>new</mark>'],
  ])('becomes one of ours: %s', (written, read) => {
    expect(bodyIn(importNote(written), 'notes/lost-card')).toBe(read);
  });

  it('that leads nowhere keeps its text and is reported', () => {
    const imported = importNote('[[Order a card]] and [[Gone]] and ![[gone.png]]');
    expect(bodyIn(imported, 'notes/lost-card')).toBe('[Order a card](/cards/order-a-card) and Gone and');
    expect(lossesOf(imported)).toEqual([
      'notes/Lost card.md:1 The link to "Gone" matches no file in the folder; only its text was kept.',
      'notes/Lost card.md:1 The link to "gone.png" matches no file in the folder; only its text was kept.',
    ]);
  });

  it('is text if no page links by name', () => {
    expect(bodyIn(importNote('The matrix [[1, 2]].'), 'notes/lost-card')).toBe('The matrix \\[\\[1, 2]].');
  });
});
