import { describe, expect, it } from 'vitest';
import { percentile, rankOf, score } from '../../../../scripts/bench/search/results/scores.ts';
import { questionsFrom } from '../../../../scripts/bench/search/sets/made-questions.ts';
import { pageText } from '../../../../scripts/bench/search/sets/pages.ts';
import { isSentence, parseQuestions, spread } from '../../../../scripts/bench/search/sets/questions.ts';
import { run } from '../../../run.ts';

describe('questions', () => {
  const parse = (...lines: unknown[]) =>
    parseQuestions(lines.map((line) => JSON.stringify(line)).join('\n'), 'asked.jsonl', 'en');

  it('have their right articles as a list, or as one id', () => {
    expect(
      parse(
        { query: 'where is my card', locale: 'fi', relevant: ['cards/late', 'cards/order', 'cards/late'] },
        { query: 'lost it', id: 'cards/lost' },
        { query: 'lost it', id: ['cards/lost', 'cards/freeze'] },
      ),
    ).toEqual([
      { query: 'where is my card', locale: 'fi', relevant: ['cards/late', 'cards/order'] },
      { query: 'lost it', locale: 'en', relevant: ['cards/lost'] },
      { query: 'lost it', locale: 'en', relevant: ['cards/lost', 'cards/freeze'] },
    ]);
  });

  it('can have no answer', () => {
    expect(parse({ query: 'do you sell bicycles', relevant: [] })).toMatchObject([{ relevant: [] }]);
  });

  it.each([
    ['no JSON', 'where is my card'],
    ['no question', '{"locale": "en", "relevant": []}'],
    ['nothing said about what is right', '{"query": "where is my card"}'],
  ])('with %s are refused with their place', (_, line) => {
    expect(() => parseQuestions(`{"query": "a", "relevant": []}\n\n${line}\n`, 'asked.jsonl', 'en')).toThrow(
      /^asked\.jsonl:3 isn't a question\./,
    );
  });

  it('are required', () => {
    expect(() => parseQuestions('\n', 'asked.jsonl', 'en')).toThrow('asked.jsonl contains no questions.');
  });

  it('are sentences from 7 to 23 words', () => {
    expect(isSentence('where is the card that I ordered')).toBe(true);
    expect(isSentence('where is the card – I ordered')).toBe(false);
    expect(isSentence('card '.repeat(24))).toBe(false);
  });

  it('are sampled evenly', () => {
    expect(spread([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
    expect(spread([0, 1], 3)).toEqual([0, 1]);
  });

  it('can be made from sentences of articles, with every article that includes the sentence as right', () => {
    const say = 'You can order a **card** in the app today.';
    const articles = ['a', 'b', 'c'].map((path) => ({ path, title: path, body: `## Cards\n\nToo short. ${say}\n` }));
    expect(questionsFrom(articles, 10)).toEqual([
      { query: 'You can order a card in the app today.', locale: 'en', relevant: ['a', 'b', 'c'] },
    ]);
  });
});

describe('scores', () => {
  const ask = (...relevant: string[]) => ({ query: 'q', locale: 'en', relevant });

  it('count the first right article among ten', () => {
    expect(rankOf(['a', 'b', 'c'], ['c', 'b'])).toBe(2);
    expect(rankOf([...'abcdefghijk'], ['k'])).toBe(0);
  });

  it('are shares of the questions that have an answer', () => {
    const questions = [ask('a'), ask('b'), ask('c'), ask('d'), ask()];
    const found = [['a'], ['x', 'b'], ['w', 'x', 'y', 'c'], [], ['x']];
    expect(score(questions, found)).toEqual({
      questions: 4,
      top1: 1 / 4,
      top3: 2 / 4,
      mrr: (1 + 1 / 2 + 1 / 4) / 4,
      none: 1 / 4,
    });
  });

  it('of no questions are zero', () => {
    expect(score([], [])).toEqual({ questions: 0, top1: 0, top3: 0, mrr: 0, none: 0 });
  });

  it('include percentiles of the time, by nearest rank', () => {
    const times = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(times, 50), percentile(times, 95), percentile(times, 100)]).toEqual([50, 95, 100]);
    expect(percentile([7], 95)).toBe(7);
    expect(percentile([], 95)).toBeUndefined();
  });
});

it('the text of a page is its title, its headings and the rest, without markup', () => {
  expect(
    pageText(
      '<article><h1 id="x">Fees &amp; limits</h1><svg><title>icon</title></svg>' +
        '<p>It costs <strong>5</strong>&nbsp;&#8364;.</p><h2>Abroad</h2><ul><li>one</li><li>two</li></ul>',
    ),
  ).toEqual({ title: 'Fees & limits', headings: 'Abroad', body: 'It costs 5 €. one two' });
});

describe('npm run bench', () => {
  it.each([
    [['speed'], 'Unknown command "speed". Use build or search.'],
    [['search', '--articles', 'many'], '--articles is "many"'],
    [['search', '--articles', '5', '--dist', 'dist'], 'Use either --dist or --articles.'],
    [['search', '--set', 'a', '--questions', 'b'], 'Use either --questions or --set.'],
    [['search', '--split', 'dev'], '--split needs --set.'],
    [['search', '--distractor-count', '5'], '--distractor-count needs --distractors.'],
    [['search', '--set', 'a', '--locale', 'english please'], '--locale is "english please". Use a language code'],
    [
      ['search', '--set', 'a', '--locale', 'en', '--locale', 'sv'],
      'Name one --locale for all sets, or one for each --set',
    ],
    [['build', '--questions', 'asked.jsonl'], 'Unknown option --questions. It belongs to "npm run bench -- search".'],
  ])('%j is wrong usage', async (words, says) => {
    const { code, stdout, stderr } = await run('bench', words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('says what a judged set is if a folder is something else', async () => {
    const { code, stdout, stderr } = await run('bench', ['search', '--set', 'src']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('src has neither a corpus.jsonl nor a site.yaml.');
  });
});
