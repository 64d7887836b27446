import { describe, expect, it } from 'vitest';
import type { ArticlePlan } from '#kb/content/new-article.ts';
import { compile } from '#markdown/compile.ts';
import { writeDraft } from '#markdown/draft.ts';
import { makeArticle, makeScope } from '../make.ts';

function plan(differs: Partial<ArticlePlan> = {}, fields = {}): ArticlePlan {
  return {
    path: 'articles/en/cards/lost.mdx',
    id: 'cards/lost',
    locale: 'en',
    fields: { title: 'Lost card', type: 'solution', topics: ['card-lost'], confidence: 'work-in-progress', ...fields },
    sectionFrom: 'asked',
    beside: [],
    ...differs,
  };
}

const read = (of: ArticlePlan) => compile({ path: of.path, source: writeDraft(of) }, makeScope());

describe('a draft', () => {
  it('starts with its front matter, as writers write it', () => {
    const text = writeDraft(plan({}, { aliases: ['purse gone', 'lost: card'], source: '123456789012' }));
    expect(text.slice(0, text.indexOf('---\n\n') + 4)).toBe(`---
title: Lost card
type: solution
topics: [card-lost]
confidence: work-in-progress
aliases:
  - purse gone
  - "lost: card"
source: "123456789012"
---
`);
  });

  it('shows readers nothing and has no findings, whatever its title', () => {
    for (const title of ['Why: "this" #1?', '- [x] & {y}', 'یادداشت', '# no', 'true'])
      for (const type of ['faq', 'solution'] as const) {
        const { article, findings } = read(plan({}, { title, type }));
        expect(findings).toEqual([]);
        expect(article).toMatchObject({ title, type, confidence: 'work-in-progress' });
      }
  });

  it('that is a translation names its original, its summary and headings, with any characters', () => {
    const original = makeArticle('cards/lost', {
      title: 'Lost */ {card}',
      summary: 'Freeze `it` */',
      outline: [{ level: 2, text: 'First */ {x}', slug: 'first' }],
    });
    const of = plan({ original });
    expect(writeDraft(of)).toContain('{/* Translate articles/en/cards/lost.mdx: "Lost * / {card}". */}');
    expect(writeDraft(of)).toContain('## First * / {x}');
    expect(read(of).findings).toEqual([]);
  });
});
