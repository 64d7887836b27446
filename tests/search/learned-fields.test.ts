import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexSearch } from '#build/indexing/search-index.ts';
import { readContent } from '#io/content/read-content.ts';
import { openBuiltIndex } from '#io/search/open-index.ts';
import { analysisFor } from '#search/analysis.ts';
import { ask } from '#search/ask.ts';
import {
  isWrittenOnPage,
  learnedFields,
  learnedKey,
  learnedWeight,
  learnedWeights,
  withoutLearned,
} from '#search/learned-fields.ts';
import { makeFolder } from '../folder.ts';

const english = await analysisFor('en');

describe('a learned word', () => {
  it('is filed under the key of its word, or of both of its words', () => {
    expect(learnedKey(english, 'cards')).toBe(learnedKey(english, 'Card'));
    expect(learnedKey(english, 'my cards')).toBe(learnedKey(english, 'my card'));
    expect(learnedKey(english, 'my card')).not.toBe(learnedKey(english, 'my'));
    expect(learnedKey(english, 'all of them')).toBeUndefined();
    expect(learnedKey(english, '?')).toBeUndefined();
  });

  it('of several topics of an article has the weight of the topic it points to most', () => {
    const topics = new Map([
      ['lost', new Map([['gone', 1]])],
      ['late', new Map([['gone', 2.5]])],
      ['other', new Map([['gone', 3]])],
    ]);
    expect(learnedWeights(['lost', 'late'], topics, english)).toEqual(new Map([['gone', 2.5]]));
    expect(learnedWeights(['lost'], undefined, english)).toEqual(new Map());
  });

  it.each([0, 0.25, 0.5, 1.75, 3.75])('of weight %f is read from the fields as it was written', (weight) => {
    const fields = Object.entries(learnedFields(new Map([['gone', weight]])));
    expect(learnedWeight(fields.filter(([, keys]) => keys.includes('gone')).map(([name]) => name))).toBe(weight);
  });
});

describe('a word is on a page', () => {
  const hit = (score: number, ...fields: string[]) => ({
    page: 'a',
    score,
    places: [],
    fields,
    load: () => Promise.reject(),
  });

  it('in its text, or in a field that writers filled', () => {
    expect(isWrittenOnPage(hit(1))).toBe(true);
    expect(isWrittenOnPage(hit(1, 'words2'))).toBe(true);
    expect(isWrittenOnPage(hit(0, 'words2', 'synonyms'))).toBe(true);
  });

  it('but not where only customers say it', () => {
    expect(isWrittenOnPage(hit(0, 'words1', 'words8'))).toBe(false);
  });
});

/** A small help center whose customers have words of their own. */
async function built() {
  const article = (title: string, topic: string) => `---\ntitle: ${title}\ntopics: [${topic}]\n---\n\nOpen the app.\n`;
  const root = await makeFolder({
    'site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
    'topics.yaml': 'topics:\n  lost: {}\n  late: {}\n',
    'articles/en/cards/freeze.mdx': article('Freeze a card', 'lost'),
    'articles/en/cards/wait.mdx': article('Wait for the post', 'late'),
    'tickets/words.yaml': 'en:\n  lost:\n    nicked: 3.5\n    left behind: 2\n  late:\n    envelope: 3\n    away: 0\n',
  });
  const { library } = await readContent(root);
  if (!library) throw new Error('The content of the test is wrong.');
  await indexSearch(library, async () => '<article><p>Open the app.</p></article>', join(root, 'dist/pagefind'));
  const index = await (await openBuiltIndex(join(root, 'dist')))?.open('en');
  if (!index) throw new Error('There is no index.');
  const found = async (question: string, of = index) => (await ask(of, question, 3)).results.map(({ id }) => id);
  return { index, found };
}

describe('in an index, a learned word', () => {
  it('finds the articles of its topic, even if no page has it', async () => {
    const { found } = await built();
    expect(await found('somebody nicked it')).toEqual(['cards/freeze']);
    expect(await found('an envelope.')).toContain('cards/wait');
    expect(await found('away.')).toEqual([]);
  });

  it('of two words is found only if they are side by side', async () => {
    const { found } = await built();
    expect(await found('I left behind it all.')).toEqual(['cards/freeze']);
    expect(await found('I left it behind.')).toEqual([]);
  });

  it('is shown nowhere', async () => {
    const { index } = await built();
    const { results } = await ask(index, 'nicked.', 3);
    expect(results).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain('nicked');
  });

  it('can be left out, to compare results without it', async () => {
    const { index, found } = await built();
    expect(await found('somebody nicked it.', withoutLearned(index))).toEqual([]);
    expect((await found('freeze a card.', withoutLearned(index)))[0]).toBe('cards/freeze');
  });
});
