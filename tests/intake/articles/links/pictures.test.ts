import { describe, expect, it } from 'vitest';
import { bodyIn, importTexts, lossesOf } from '../import-texts.ts';

function picturesOf(text: string, assets: string[]) {
  const imported = importTexts({ 'cards/order.md': text }, assets);
  return { body: bodyIn(imported, 'cards/order'), copies: imported.copies, losses: lossesOf(imported) };
}

describe('a picture', () => {
  it.each([
    ['beside the article', './card.png', 'cards/card.png', 'card.png'],
    ['in a folder', 'img/card.png', 'cards/img/card.png', 'card.png'],
    ['above', '../img/card.png', 'img/card.png', 'card.png'],
    ['from the root', '/img/card.png', 'static/img/card.png', 'card.png'],
    ['anywhere, when there is but one', '/assets/images/card.png', 'site/assets/images/card.png', 'card.png'],
    [
      'with a space and an accent',
      'img/ma%20carte%20bleu%C3%A9.PNG',
      'cards/img/ma carte bleué.PNG',
      'ma-carte-bleué.png',
    ],
    ['with an accent of two signs', 'img/cafe\u0301.png', 'cards/img/caf\u00E9.png', 'café.png'],
    ['in other capitals', 'IMG/Card.png', 'cards/img/card.png', 'card.png'],
  ])('%s is imported', (_name, written, asset, name) => {
    expect(picturesOf(`![A card](${written} "Front")`, [asset])).toEqual({
      body: `![A card](./${name} "Front")`,
      copies: [{ from: asset, to: `articles/en/cards/${name}` }],
      losses: [],
    });
  });

  it('of the same name from another folder gets another name, the same file is copied once', () => {
    const imported = importTexts({ 'cards/a.md': '![x](one/p.png) ![y](two/p.png)', 'cards/b.md': '![y](two/p.png)' }, [
      'cards/one/p.png',
      'cards/two/p.png',
    ]);
    expect(bodyIn(imported, 'cards/a')).toBe('![x](./p.png) ![y](./p-2.png)');
    expect(bodyIn(imported, 'cards/b')).toBe('![y](./p-2.png)');
    expect(imported.copies).toEqual([
      { from: 'cards/two/p.png', to: 'articles/en/cards/p-2.png' },
      { from: 'cards/one/p.png', to: 'articles/en/cards/p.png' },
    ]);
  });

  it('that is missing is removed, with brackets that contain nothing else', () => {
    expect(picturesOf('Click ![icon](i.png) **Send** (![x](x.png)) or the ![y](y.png).\n\n![z](z.png)', [])).toEqual({
      body: 'Click **Send** or the.',
      copies: [],
      losses: [
        'cards/order.md:1 The image i.png ("icon") isn\'t in the folder and was left out.',
        'cards/order.md:1 The image x.png ("x") isn\'t in the folder and was left out.',
        'cards/order.md:1 The image y.png ("y") isn\'t in the folder and was left out.',
        'cards/order.md:3 The image z.png ("z") isn\'t in the folder and was left out.',
      ],
    });
  });

  it('that is missing leaves its text in the link around it', () => {
    expect(picturesOf('[![Our shop](i.png)](https://pilvi.example)', []).body).toBe(
      '[Our shop](https://pilvi.example)',
    );
  });

  it('in the text becomes a file, whose ending is that of its bytes', () => {
    const gif = 'R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const text = `![][a]\n\n<img alt="A red lid" src="data:image/png;base64,${gif}">\n\n[a]: <data:image/gif;base64,${gif}>`;
    const imported = importTexts({ 'cards/order.md': text });
    expect(bodyIn(imported, 'cards/order')).toBe('![](./image.gif)\n\n![A red lid](./image.gif)');
    expect(imported.copies).toEqual([
      { bytes: Uint8Array.from(Buffer.from(gif, 'base64')), to: 'articles/en/cards/image.gif' },
    ]);
  });

  it('that moves is shown if its file is there', () => {
    const { body, losses } = picturesOf('<video src="a.mp4" poster="b.png" title="Lid"></video>', ['cards/a.mp4']);
    expect(body).toBe('<Video src="./a.mp4" title="Lid" />');
    expect(losses).toEqual(["cards/order.md:1 The image b.png isn't in the folder and was left out."]);
  });

  it("from another site stays and is reported; one in the text that isn't a picture is left out", () => {
    const { body, losses } = picturesOf('![A](https://cdn.example/a.png) <img src="data:image/png;base64,AA==">', []);
    expect(body).toBe('![A](https://cdn.example/a.png)');
    expect(losses).toEqual([
      "cards/order.md:1 An image in the text can't be read and was left out.",
      'cards/order.md:1 The image https://cdn.example/a.png ("A") isn\'t in the folder; it\'s still loaded from the other site.',
    ]);
  });
});

describe('a figure', () => {
  const figure =
    '<figure>\n  <img src="card.png" alt="A &quot;card&quot;">\n  <figcaption>The <b>front</b></figcaption>\n</figure>';

  it('keeps its caption', () => {
    expect(picturesOf(figure, ['cards/card.png']).body).toBe(
      '<Figure src="./card.png" alt="A &#x22;card&#x22;" caption="The front" />',
    );
  });

  it('is removed with its picture', () => {
    const { body, losses } = picturesOf(`1. Look:\n\n   ${figure.replaceAll('\n', '\n   ')}\n2. Done`, []);
    expect(body).toBe('1. Look:\n\n2. Done');
    expect(losses).toEqual([
      'cards/order.md:4 The image card.png ("A "card"") isn\'t in the folder and was left out together with its caption "The front".',
    ]);
  });

  it('that says more than its caption keeps all its words', () => {
    const more = '<figure><img src="a.png" alt="A"><p>Words.</p><figcaption>The front</figcaption></figure>';
    expect(picturesOf(more, ['cards/a.png']).body).toBe('![A](./a.png)\n\nWords.\n\nThe front');
  });

  it('of several pictures becomes pictures and a line', () => {
    const two = '<figure><img src="a.png" alt="A"><img src="b.png" alt="B"><figcaption>Both</figcaption></figure>';
    expect(picturesOf(two, ['cards/a.png', 'cards/b.png']).body).toBe('![A](./a.png)![B](./b.png)\n\nBoth');
  });
});
