import { describe, expect, it } from 'vitest';
import { ArticleFields, articleDigest, idOfPath, isPublished } from '#kb/content/article.ts';

const faultsOf = (differs: Record<string, unknown>) =>
  ArticleFields.safeParse({ title: 'Order a card', ...differs }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the front matter', () => {
  it('needs a title; everything else has a default', () => {
    expect(ArticleFields.parse({ title: ' Order a card ' })).toEqual({
      title: 'Order a card',
      type: 'solution',
      topics: [],
      aliases: [],
      related: [],
      confidence: 'validated',
      audience: 'public',
      brands: [],
      redirectFrom: [],
    });
  });

  it.each([
    ['no title', { title: undefined }, ['title']],
    ['an empty title', { title: '  ' }, ['title']],
    ['a key there is not', { titel: 'x' }, ['']],
    ['a type there is not', { type: 'guide' }, ['type']],
    ['a topic by itself', { topics: 'card-lost' }, ['topics']],
    ['an empty topic', { topics: ['card-lost', ''] }, ['topics.1']],
    ['an empty alias', { aliases: [' '] }, ['aliases.0']],
    ['a limit there is not', { appliesTo: { plattforms: ['ios'] } }, ['appliesTo']],
    ['a day that does not exist', { reviewed: '2026-02-30' }, ['reviewed']],
    ['a day written another way', { reviewed: '14.9.2026' }, ['reviewed']],
    ['a time without a number', { reviewEvery: 'month' }, ['reviewEvery']],
    ['a time of another kind', { reviewEvery: '6 moons' }, ['reviewEvery']],
    ['a confidence there is not', { confidence: 'sure' }, ['confidence']],
    ['an audience there is not', { audience: 'internals' }, ['audience']],
    ['a day to publish that is none', { publishOn: 'soon' }, ['publishOn']],
    ['a digest of another length', { source: 'abc' }, ['source']],
    ['a digest with other digits', { source: 'ghijklmnopqr' }, ['source']],
  ])('refuses %s', (_, differs, faults) => {
    expect(faultsOf(differs)).toEqual(faults);
  });

  it.each([['90 days'], ['1 day'], ['2 weeks'], ['6 months'], ['1 year']])(
    'can be reviewed every %s',
    (reviewEvery) => {
      expect(faultsOf({ reviewEvery })).toEqual([]);
    },
  );
});

describe('an old address', () => {
  it.each(['/hc/articles/123', '/help/lost-card.html', '/ohje/kortti', '/help/%C3%A4'])('can be %s', (address) => {
    expect(faultsOf({ redirectFrom: [address] })).toEqual([]);
  });

  it.each([
    ['without a slash', 'old'],
    ['with a host', 'https://help.example.com/old'],
    ['with a host and no scheme', '//help.example.com/old'],
    ['with a question mark', '/old?id=1'],
    ['with a fragment', '/old#fees'],
    // It becomes a path to write to, and a line in a file that hosts read.
    ['that leads out of the site', '/../../etc/passwd'],
    ['that leads out of the site in the middle', '/old/../../x'],
    ['that leads out of the site on Windows', '/..\\..\\x'],
    ['with a line break', '/old\n/* https://evil.example/ 302'],
    ['with a space', '/old https://evil.example/ 302'],
    ['that is the front door', '/'],
  ])('cannot be one %s', (_, address) => {
    expect(faultsOf({ redirectFrom: [address] })).toEqual(['redirectFrom.0']);
  });
});

describe('the id', () => {
  it.each([
    ['articles/en/billing/get-a-refund.mdx', 'billing/get-a-refund'],
    ['articles/fa/billing/invoices/get-one.mdx', 'billing/invoices/get-one'],
    ['articles/en/api/v1.2.mdx', 'api/v1.2'],
    ['articles/en/hello.mdx', 'hello'],
    ['articles/en/cards/کارت.mdx', 'cards/کارت'],
  ])('of %s is %s', (path, id) => {
    expect(idOfPath(path)).toBe(id);
  });
});

describe('the digest', () => {
  const digest = articleDigest({ title: 'Order', summary: 'By post.' }, 'Open **Cards**.\n\nTap it.');

  it('is twelve digits', () => {
    expect(digest).toMatch(/^[0-9a-f]{12}$/);
  });

  it('stays when only white space changes', () => {
    expect(articleDigest({ title: 'Order', summary: 'By post.' }, '\nOpen  **Cards**.\r\n\r\nTap it.\n')).toBe(digest);
  });

  it.each([
    ['the title', { title: 'Order it', summary: 'By post.' }, 'Open **Cards**.\n\nTap it.'],
    ['the summary', { title: 'Order', summary: undefined }, 'Open **Cards**.\n\nTap it.'],
    ['the body', { title: 'Order', summary: 'By post.' }, 'Open **Cards**. Tap that.'],
    [
      'where the title ends and the summary begins',
      { title: 'OrderBy', summary: ' post.' },
      'Open **Cards**.\n\nTap it.',
    ],
  ])('changes with %s', (_, fields, body) => {
    expect(articleDigest(fields, body)).not.toBe(digest);
  });
});

describe('an article is published', () => {
  const today = '2026-11-15';
  it.each([
    ['by default', {}, true, true],
    ['when it is not validated yet', { confidence: 'not-validated' }, true, true],
    ['not while it is being written', { confidence: 'work-in-progress' }, false, true],
    ['not when it is archived', { confidence: 'archived' }, false, false],
    ['to the team when it is internal', { audience: 'internal' }, false, true],
    ['from its day on', { publishOn: '2026-11-15' }, true, true],
    ['not before its day', { publishOn: '2026-11-16' }, false, true],
    ['until the day before its last', { archiveOn: '2026-11-16' }, true, true],
    ['not from its last day on', { archiveOn: '2026-11-15' }, false, false],
    ['not before its day when it is internal', { audience: 'internal', publishOn: '2026-11-16' }, false, true],
  ])('%s', (_, differs, forCustomers, forTheTeam) => {
    const article = ArticleFields.parse({ title: 'Order a card', ...differs });
    expect([isPublished(article, 'public', today), isPublished(article, 'internal', today)]).toEqual([
      forCustomers,
      forTheTeam,
    ]);
  });
});
