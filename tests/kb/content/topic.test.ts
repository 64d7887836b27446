import { describe, expect, it } from 'vitest';
import { categoryKey, TopicsFile, topicOfCategory } from '#kb/content/topic.ts';

describe('the topic of a category', () => {
  const topicOf = topicOfCategory([
    { id: 'card-lost', categories: ['lost_card', 'Stolen Card'] },
    { id: 'card-late', categories: ['card_late'] },
    { id: 'quiet', categories: [] },
  ]);

  it.each([
    ['lost_card', 'card-lost'],
    ['LOST_CARD', 'card-lost'],
    ['  lost_card ', 'card-lost'],
    ['stolen card', 'card-lost'],
    ['card_late', 'card-late'],
    ['card-late', undefined],
    ['lost', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('"%s" belongs to %s', (category, id) => {
    expect(topicOf(category)).toBe(id);
  });

  it('ignores only case and outer spaces in categories', () => {
    expect(categoryKey(' Lost  Card\t')).toBe('lost  card');
  });
});

describe('topics.yaml', () => {
  it('fills in an empty list of categories', () => {
    expect(TopicsFile.parse({ topics: { 'card-lost': {} } })).toEqual({ topics: { 'card-lost': { categories: [] } } });
  });

  it.each([
    ['capital letters in an id', { topics: { Lost: {} } }],
    ['a space in an id', { topics: { 'lost card': {} } }],
    ['a hyphen at the end of an id', { topics: { 'lost-': {} } }],
    ['an unknown key', { topics: { lost: { category: ['x'] } } }],
    ['an empty category', { topics: { lost: { categories: [''] } } }],
    ['a list of topics', { topics: ['lost'] }],
    ['nothing', {}],
  ])('refuses %s', (_, file) => {
    expect(TopicsFile.safeParse(file).success).toBe(false);
  });
});
