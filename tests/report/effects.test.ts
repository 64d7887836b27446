import { describe, expect, it } from 'vitest';
import type { Effect } from '#kb/tickets/measures/edit-effect.ts';
import { effectsMarkdown } from '#report/effects-markdown.ts';
import { effectsText } from '#report/effects-text.ts';
import { effectText } from '#report/effects-wording.ts';
import { makeEffect } from './make-effect.ts';

describe('whether edits helped', () => {
  it.each<[string, Partial<Effect>]>([
    ['fell by 45% compared with all other topics (95% interval 20% to 62%)', {}],
    [
      'rose by 80% compared with all other topics (95% interval 20% to 160%)',
      { verdict: 'rose', ratio: 1.8, low: 1.2, high: 2.6 },
    ],
    ['rose from zero, compared with all other topics', { verdict: 'rose', ratio: null, low: 3, high: 900 }],
    [
      'about the same, compared with all other topics (95% interval 20% fewer to 25% more)',
      { verdict: 'unchanged', ratio: 1, low: 0.8, high: 1.25 },
    ],
    ['in line with the trend before the change', { verdict: 'unchanged', drifting: true }],
    ['not enough data', { verdict: 'too-few', low: null, high: null }],
  ])('reads "%s"', (text, differs) => {
    expect(effectText(makeEffect(differs))).toBe(text);
  });

  it('is printed in the terminal and in Markdown, with what is left out', () => {
    const all = { effects: [makeEffect(), makeEffect({ verdict: 'too-few' })], cutOn: '2026-05-01' };
    const text = effectsText(all);
    expect(text).toMatch(/^Did edits help\?\n/);
    expect(text).toContain('\n   1,200    660  2026-09-14  en        cards/lost  1a2b3c4d  fell by 45%');
    expect(text).toContain('\n1 change without enough data.\nThis clone is shallow: its history starts on 2026-05-01');
    const markdown = effectsMarkdown(all);
    expect(markdown).toMatch(/^## Did edits help\?\n\n/);
    expect(markdown).toContain('| 1,200 | 660 | 2026-09-14 | en | `cards/lost` | 1a2b3c4d | fell by 45%');
  });

  it('says in one sentence why there is nothing to show', () => {
    expect(effectsText({ effects: [], none: 'no repository' })).toBe(
      "Did edits help?\nOhje can't tell whether edits helped: the content folder isn't in a git repository.",
    );
    expect(effectsText({ effects: [], none: 'not in the repository' })).toContain('no article in the content folder');
    expect(effectsText({ effects: [], none: 'no git' })).toContain("git isn't installed");
    expect(effectsMarkdown({ effects: [], none: { git: 'fatal: <odd>' } })).toContain('git reported "fatal: \\<odd>"');
    expect(effectsText({ effects: [] })).toContain('No article changed during the days with tickets.');
  });
});
