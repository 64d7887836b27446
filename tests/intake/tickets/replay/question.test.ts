import { describe, expect, it } from 'vitest';
import { plainTexts } from '#intake/tickets/replay/question.ts';

describe('what a customer wrote', () => {
  it.each<[what: string, texts: (string | null)[], plain: string[]]>([
    ['is the subject and the message', ['My card', 'It is gone.'], ['My card', 'It is gone.']],
    ['is the message alone if the subject is its start', ['It is gone…', 'It is gone. Help'], ['It is gone. Help']],
    ['is the subject alone if there is no message', ['My card', null], ['My card']],
    ['is nothing if there are no words', ['', ' \u{1F600}\u{1F480} !!! '], []],
    [
      'has no tags, styles or entities',
      ['<style>p{}</style><p>Don&#39;t <b>block</b> it</p><br>Thanks'],
      ["Don't block it\nThanks"],
    ],
    ['has no quotes of other messages', ['Still gone\n> Dear Ann,\n> we sent it'], ['Still gone']],
    ['has no quotes in HTML', ['<p>Still gone</p><blockquote><p>Dear Ann</p></blockquote>'], ['Still gone']],
    ['has smaller than and greater than', ['3 < 4 and 5 > 4'], ['3 < 4 and 5 > 4']],
  ])('%s', (_, texts, plain) => {
    expect(plainTexts(texts)).toEqual(plain);
  });

  it('survives tags that are never closed', () => {
    expect(plainTexts([`<div>${'<p>'.repeat(10_000)}lost`])).toEqual(['lost']);
  });
});
