import { describe, expect, it } from 'vitest';
import { topicClaimedTwice, topicUnknown } from '#kb/rules/topics.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const topics = [
  { id: 'card-late', categories: ['card_late'] },
  { id: 'card-lost', categories: ['lost_card'] },
];

describe('topic-unknown', () => {
  const named = (...ids: string[]) => [
    ...topicUnknown(
      makeLibrary({
        topics,
        articles: [makeArticle('cards/freeze', { topics: ids, lines: { 'topics.0': 3, 'topics.1': 4 } })],
      }),
    ),
  ];

  it('is not raised for topics of topics.yaml', () => {
    expect(named('card-lost', 'card-late')).toEqual([]);
  });

  it('is raised for each other one, on its own line', () => {
    expect(named('card-lots', 'card-lat').map(({ line }) => line)).toEqual([3, 4]);
  });

  it('names the nearest topic', () => {
    const [found] = named('card-lots');
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"The topic "card-lots" is not in topics.yaml. Did you mean "card-late"? If not, add "card-lots" to topics.yaml."`,
    );
  });

  it('is raised for a category instead of a topic', () => {
    expect(named('lost_card')).toHaveLength(1);
  });
});

describe('topic-claimed-twice', () => {
  const claimed = (...categories: string[][]) => [
    ...topicClaimedTwice(
      makeLibrary({ topics: categories.map((own, index) => ({ id: `topic-${index}`, categories: own })) }),
    ),
  ];

  it('is not raised for categories that differ', () => {
    expect(claimed(['lost_card'], ['card_late', 'card-late'])).toEqual([]);
  });

  it('is raised for a category under two topics, however it is written', () => {
    const [found, ...more] = claimed(['lost_card'], ['card_late', ' Lost_Card']);
    expect(more).toEqual([]);
    expect(found?.says).toMatchInlineSnapshot(
      `"The category " Lost_Card" is listed under both "topic-0" and "topic-1"."`,
    );
  });

  it('is raised for every further topic', () => {
    expect(claimed(['a'], ['a'], ['a'])).toHaveLength(2);
  });

  it('is not raised for a category that one topic names twice, because its tickets still count once', () => {
    expect(claimed(['lost_card', 'lost_card'])).toEqual([]);
  });
});
