import { describe, expect, it } from 'vitest';
import type { Effect } from '#kb/tickets/measures/edit-effect.ts';
import { effectsMarkdown } from '#report/effects-markdown.ts';
import { effectsText } from '#report/effects-text.ts';
import { effectWords } from '#report/effects-words.ts';
import { makeEffect } from './make-effect.ts';

describe('whether edits helped', () => {
  it.each<[string, Partial<Effect>]>([
    ['fell by 45 % (95 % interval 20 to 62 %) against all other topics after this change', {}],
    [
      'rose by 80 % (95 % interval 20 to 160 %) against all other topics after this change',
      { verdict: 'rose', ratio: 1.8, low: 1.2, high: 2.6 },
    ],
    ['rose from none against all other topics after this change', { verdict: 'rose', ratio: null, low: 3, high: 900 }],
    [
      'about as before against all other topics (95 % interval 20 % fewer to 25 % more)',
      { verdict: 'unchanged', ratio: 1, low: 0.8, high: 1.25 },
    ],
    [
      'no further from all other topics than their course before would lead one to expect',
      { verdict: 'unchanged', drifting: true },
    ],
    ['too little to say', { verdict: 'too-few', low: null, high: null }],
  ])('is said as "%s"', (words, differs) => {
    expect(effectWords(makeEffect(differs))).toBe(words);
  });

  it('is in the terminal and in Markdown, with what is left out', () => {
    const all = { effects: [makeEffect(), makeEffect({ verdict: 'too-few' })], cutOn: '2026-05-01' };
    const text = effectsText(all);
    expect(text).toMatch(/^Did edits help\?\n/);
    expect(text).toContain('\n   1,200    660  2026-09-14  en        cards/lost  1a2b3c4d  fell by 45 %');
    expect(text).toContain(
      '\n1 change with too little to say.\nThis clone is shallow: its history begins on 2026-05-01',
    );
    const markdown = effectsMarkdown(all);
    expect(markdown).toMatch(/^## Did edits help\?\n\n/);
    expect(markdown).toContain('| 1,200 | 660 | 2026-09-14 | en | `cards/lost` | 1a2b3c4d | fell by 45 %');
  });

  it('says in one sentence why it cannot be seen', () => {
    expect(effectsText({ effects: [], none: 'no repository' })).toBe(
      'Did edits help?\nWhether edits helped cannot be seen: the content folder is in no git repository.',
    );
    expect(effectsText({ effects: [], none: 'not in the repository' })).toContain('no article of the content folder');
    expect(effectsText({ effects: [], none: 'no git' })).toContain('git is not installed');
    expect(effectsMarkdown({ effects: [], none: { git: 'fatal: <odd>' } })).toContain('git said "fatal: \\<odd>"');
    expect(effectsText({ effects: [] })).toContain('No article changed in the days with tickets.');
  });
});
