import { describe, expect, it } from 'vitest';
import { firstSentence } from '#ui/head/first-sentence.ts';
import { stepLists } from '#ui/head/html-text.ts';

describe('the description of an article without a summary', () => {
  it.each([
    [
      'en',
      '<p class="callout-title">Note</p><p>Open the <b>app</b> &amp; tap it. Then wait.</p>',
      'Open the app & tap it.',
    ],
    ['fa', '<p>کارت را باز کنید. سپس صبر کنید.</p>', 'کارت را باز کنید.'],
    ['ja', '<p>カードを開きます。次に待ちます。</p>', 'カードを開きます。'],
    ['en', '<p><img src="a.png" alt=""></p><p>After it</p>', 'After it'],
    ['en', '<ul><li>One</li></ul>', undefined],
  ])('is its first sentence (%s)', (locale, html, expected) => {
    expect(firstSentence(html, locale)).toBe(expected);
  });

  it('ends between two words if the sentence is long', () => {
    const sentence = firstSentence(`<p>${'word '.repeat(100)}end.</p>`, 'en') ?? '';
    expect(sentence.length).toBeLessThanOrEqual(201);
    expect(sentence).toMatch(/^(?:word )+word…$/);
  });
});

describe('the lists of steps in an article', () => {
  const steps = (items: string) => `<div class="steps" data-part="steps"><ol>${items}</ol></div>`;

  it('have the text of each step, with what is nested in it', () => {
    expect(stepLists(steps('<li><p>Tap <b>a</b>.</p><ol><li>In it</li></ol></li><li>Wait<br>now</li>'))).toEqual([
      { label: undefined, steps: ['Tap a. In it', 'Wait now'] },
    ]);
  });

  it('have the heading or tab above them', () => {
    const tab = (label: string) =>
      `<section class="tab"><p class="tab-label">${label}</p>${steps('<li>Go</li>')}</section>`;
    expect(
      stepLists(`<h2>By <code>app</code></h2><p>Text</p>${steps('<li>Go</li>')}${tab('iPhone')}${tab('Android')}`).map(
        ({ label }) => label,
      ),
    ).toEqual(['By app', 'iPhone', 'Android']);
  });
});
