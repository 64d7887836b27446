import { expect, it } from 'vitest';
import { headersFor, readHeaderRules } from '#io/machine/header-rules.ts';

const rules = readHeaderRules(
  '# ours\n/help/*\n  Access-Control-Allow-Origin: *\n\n/help/a.js\n  Cache-Control: no-cache\n',
);

it.each([
  ['/help/a.js', { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }],
  ['/help/en/', { 'Access-Control-Allow-Origin': '*' }],
  ['/help/a-js', { 'Access-Control-Allow-Origin': '*' }],
  ['/other/', {}],
])('%s gets the headers of every rule that matches', (path, headers) => {
  expect(headersFor(rules, path)).toEqual(headers);
});
