import { describe, expect, it } from 'vitest';
import { proposeTopics } from '#intake/articles/write/proposed-topics.ts';

const article = (id: string, title: string, ...labels: string[]) => ({ id, title, labels });
const none = { existing: [], categories: [] };

describe('proposed topics', () => {
  it('are the labels that a few articles share, or else the titles', () => {
    const { topics, of } = proposeTopics(
      [
        article('care/descale', 'Descale the kettle', 'Descaling', 'kettle 2'),
        article('care/vinegar', 'Use vinegar', 'descaling'),
        article('orders/refund', 'Get a refund'),
      ],
      none,
    );
    expect(topics).toEqual([
      { id: 'descaling', title: 'Descaling', categories: ['Descaling'] },
      { id: 'get-a-refund', title: 'Get a refund', categories: [] },
    ]);
    expect(['care/descale', 'care/vinegar', 'orders/refund'].map(of)).toEqual([
      ['descaling'],
      ['descaling'],
      ['get-a-refund'],
    ]);
  });

  it('are not labels that many articles have', () => {
    const articles = Array.from({ length: 6 }, (_, at) => article(`a/${at}`, `Title ${at}`, 'help'));
    expect(proposeTopics(articles, none).topics.map(({ id }) => id)).not.toContain('help');
  });

  it('get the ticket categories that share their words', () => {
    const { topics, matched, unmatched } = proposeTopics(
      [article('orders/refund', 'Get a refund', 'money back'), article('care/lid', 'Close the lid')],
      { existing: [{ id: 'spam', categories: ['spam'] }], categories: ['refund_request', 'LID', 'spam', 'press'] },
    );
    expect(topics).toEqual([
      { id: 'close-the-lid', title: 'Close the lid', categories: ['LID'] },
      { id: 'get-a-refund', title: 'Get a refund', categories: ['refund_request'] },
    ]);
    expect({ matched, unmatched }).toEqual({ matched: 2, unmatched: 1 });
  });

  it('leave out what an existing topic says, and link to it', () => {
    const { topics, of } = proposeTopics([article('orders/refund', 'Get a refund')], {
      existing: [{ id: 'refunds', title: 'Get a refund', categories: [] }],
      categories: [],
    });
    expect([topics, of('orders/refund')]).toEqual([[], ['refunds']]);
  });

  it('have ids in any language, each its own', () => {
    const { topics } = proposeTopics(
      [
        article('a/prix', 'Prix élevés'),
        article('b/返金', '返金'),
        article('c/解約', '解約'),
        article('d/prix', 'Prix eleves!'),
      ],
      none,
    );
    expect(topics.map(({ id }) => id)).toEqual(['prix-eleves', 'prix-eleves-2', 'topic', 'topic-2']);
  });
});
