import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { toHtml } from '#markdown/html.ts';

const print = (...children: ReturnType<typeof h>[]) => toHtml({ type: 'root', children });

it.each([
  ['text', h('p', 'a & b < c > d "e"'), '<p>a &#x26; b &#x3C; c > d "e"</p>'],
  ['attributes', h('b', { title: 'a "b" <c> & \'d\'' }), '<b title="a &#x22;b&#x22; <c> &#x26; &#x27;d&#x27;"></b>'],
  ['attributes without a value', h('video', { controls: true, muted: false }), '<video controls></video>'],
  [
    'elements that hold nothing',
    h('p', [h('br'), h('img', { src: 'a.png', alt: '' })]),
    '<p><br><img src="a.png" alt=""></p>',
  ],
  ['what is left out', h('img', { src: 'a.png', width: undefined }), '<img src="a.png">'],
  ['letters of every script', h('p', 'کارت äö 😀 \u00a0'), '<p>کارت äö 😀 \u00a0</p>'],
])('prints %s', (_, element, html) => {
  expect(print(element)).toBe(html);
});

it('prints nothing for nothing', () => {
  expect(print()).toBe('');
});
