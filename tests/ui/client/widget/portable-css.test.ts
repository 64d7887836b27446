import { expect, it } from 'vitest';
import { portableCss } from '#ui/client/widget/portable-css.ts';

it.each([
  [
    'sizes',
    'a{margin:-.5rem 1.5rem 0 2rem}',
    'a{margin:calc(-.5 * var(--rem)) calc(1.5 * var(--rem)) 0 calc(2 * var(--rem))}',
  ],
  ['not the conditions', '@media (width < 40rem){a{gap:1rem}}', '@media (width < 40rem){a{gap:calc(1 * var(--rem))}}'],
  ['the root', ':root:not([data-theme=light]){--hc-radius:8px}', '.ohje:not([data-theme=light]){--hc-radius:8px}'],
  ['nothing else', 'a{color:#1e1;--remains:1em}', 'a{color:#1e1;--remains:1em}'],
])('makes %s the panel’s own', (_, css, portable) => {
  expect(portableCss(css)).toBe(portable);
});
