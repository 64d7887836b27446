import { describe, expect, it } from 'vitest';
import type { ShownArticle } from '#kb/content/library.ts';
import { answersInPlace, asAnswer } from '#ui/answers-in-place.ts';
import { makeArticle } from '../make.ts';

const question = (name: string): ShownArticle => ({
  article: makeArticle(`faq/${name}`),
  locale: 'en',
  fallback: false,
});
const opened = (bodies: Record<string, string | undefined>) => [
  ...answersInPlace(Object.keys(bodies).map(question), ({ article }) => bodies[article.id.slice(4)]).keys(),
];

describe('answers in place', () => {
  it('are those that are short', () => {
    expect(opened({ short: '<p>Yes.</p>', long: 'x'.repeat(6_001) })).toEqual(['faq/short']);
  });

  it('leave out what only its own page can show', () => {
    expect(opened({ code: undefined, empty: '' })).toEqual([]);
  });

  it('never make a page heavy, and are the shortest if not all fit', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`n${index}`, 'x'.repeat(6_000)]));
    const all = opened({ ...many, short: 'x' });
    expect(all).toHaveLength(10);
    expect(all[0]).toBe('faq/short');
  });
});

describe('an answer among others', () => {
  it.each([
    ['an id', '<p id="a">b</p>', '<p id="q--a">b</p>'],
    ['a link to it', '<a class="x" href="#a">b</a>', '<a class="x" href="#q--a">b</a>'],
    ['several names', '<a aria-describedby="a b" id="c">b</a>', '<a aria-describedby="q--a q--b" id="q--c">b</a>'],
  ])('names %s after itself', (_, html, expected) => {
    expect(asAnswer(html, 'q', 2)).toBe(expected);
  });

  it.each([
    ['a link elsewhere', '<a href="/en/cards/#a">b</a>'],
    ['what only looks like an id', '<p>id="a" and &lt;h2 id="a"&gt;</p>'],
    ['an id in another attribute', '<img alt="say id=&#x22;a&#x22;" src="a">'],
  ])('leaves %s alone', (_, html) => {
    expect(asAnswer(html, 'q', 2)).toBe(html);
  });

  it('has its headings on levels below the question', () => {
    expect(asAnswer('<h2 id="a">b</h2><h5>c</h5>', 'q', 3)).toBe('<h4 id="q--a">b</h4><h6>c</h6>');
  });
});
