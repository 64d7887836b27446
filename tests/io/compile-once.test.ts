import { expect, it } from 'vitest';
import { compileOnce } from '#io/compile-once.ts';
import { compile } from '#markdown/compile.ts';
import { makeScope } from '../make.ts';

const scope = makeScope();
const path = 'articles/en/cards/freeze.mdx';
const file = (body: string) => ({ path, source: `---\ntitle: Freeze a card\n---\n\n${body}\n` });

it('gives what compiling gives, again and again', () => {
  const compileArticle = compileOnce();
  const mistaken = file('Press **Freeze**. {facts.none}');
  const whole = compile(mistaken, scope);
  for (let time = 0; time < 2; time++) {
    const { html, ...compiled } = compileArticle(mistaken, scope, 'key');
    expect({ ...compiled, html: html() }).toEqual({ ...whole, html: whole.html() });
  }
});

it('compiles again what changed, or what refers to something that changed', () => {
  const compileArticle = compileOnce();
  const first = compileArticle(file('One.'), scope, 'key').article;
  expect(compileArticle(file('One.'), scope, 'key').article).toBe(first);
  expect(compileArticle(file('One.'), scope, 'other key').article).not.toBe(first);
  expect(compileArticle(file('Two.'), scope, 'key').html()).toContain('Two.');
});

it('remembers no article that imports a component, which can change by itself', () => {
  const compileArticle = compileOnce();
  const withRate = makeScope({ components: { '../themes/acme/Rate.astro': '/acme/themes/acme/Rate.astro' } });
  const importing = file("import Rate from '../../../../themes/acme/Rate.astro'\n\n<Rate />");
  const { article } = compileArticle(importing, withRate, 'key');
  expect(article?.code).toBe(true);
  expect(compileArticle(importing, withRate, 'key').article).not.toBe(article);
});
