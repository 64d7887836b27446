import type { PhrasingContent } from 'mdast';
import { expect, it } from 'vitest';
import { parseMdx } from '#intake/articles/read/source-body.ts';
import { plainText } from '#intake/articles/tree/plain-text.ts';
import { writeArticle } from '#intake/articles/write/mdx-writer.ts';

const PARTS = [
  ...['a', 'w', 'W', '1', 'import', 'export', 'kettle', 'ä', '中'],
  ...['.', ',', ')', '(', '-', '+', '#', '*', '_', '!', '[', ']', '<', '>', '{', '}', '&amp;', '|', '~', '`', ':', '@'],
];

it('every text is read as it was written, wherever it is in a line', () => {
  let seed = 7;
  const below = (count: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
  const word = () => Array.from({ length: 1 + below(3) }, () => PARTS[below(PARTS.length)]).join('');
  for (let round = 0; round < 500; round += 1) {
    const [first, bold, linked, last] = [word(), word(), word(), word()];
    const children: PhrasingContent[] = [
      { type: 'text', value: `${first} ` },
      { type: 'strong', children: [{ type: 'text', value: bold }] },
      { type: 'text', value: ` ${word()} ` },
      { type: 'link', url: '/x', children: [{ type: 'text', value: linked }] },
      { type: 'text', value: ` ${last}` },
    ];
    const paragraph = { type: 'paragraph' as const, children };
    const expected = plainText(paragraph);
    const article = writeArticle({ title: 'x' }, { type: 'root', children: [paragraph] });
    const body = article.slice('---\ntitle: x\n---\n\n'.length);
    expect(plainText(parseMdx(body)).trim(), body).toBe(expected);
  }
});
