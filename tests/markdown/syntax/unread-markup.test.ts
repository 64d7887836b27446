import { describe, expect, it } from 'vitest';
import { unreadMarkup } from '#markdown/syntax/unread-markup.ts';

const found = (text: string) => unreadMarkup(text).map((one) => one.text);

describe('markup that readers would see', () => {
  it.each([
    ['太字 **（例）**です', '**（例）**', 'Put a space outside the asterisks'],
    ['[!WARNING]\nHot.', '[!WARNING]', '<Callout type="warning">'],
    [':::note\nMind the lid.\n:::', ':::note', '<Callout type="note">'],
    ['!!! tip "Lid"', '!!! tip "Lid"', '<Callout type="tip">'],
    ['=== "Kettle One"', '=== "Kettle One"', '<Tabs>'],
    ['See [[The lid]].', '[[The lid]]', '[text](./article.mdx)'],
    ['A note[^lid].', '[^lid]', '[^lid]: …'],
    ['See [the lid][lid].', '[the lid][lid]', 'round brackets'],
    ['| Lid | Price |\n| Steel | 19 € |', '| Lid | Price |\n| Steel | 19 € |', '| --- | --- |'],
    ['#Boil', '#Boil', 'Add a space'],
    ['It is $$x^2$$.', '$$x^2$$', 'Formulas'],
  ])('is found in %s', (text, marked, fix) => {
    const [one, ...others] = unreadMarkup(text);
    expect(one).toMatchObject({ text: marked, fix: expect.stringContaining(fix) });
    expect(others).toEqual([]);
  });

  it.each([
    'Two stars: 2 ** 3 = 8, and a * b * c',
    'Rated ** out of *****',
    'Order #1 or the #2 card',
    'It costs $5, or $$$ abroad',
    'An array[0][1] of [numbers]',
    'Press | to pipe | on',
    'Ends with: :: or ...',
    '[1] and [x]',
  ])('is not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
