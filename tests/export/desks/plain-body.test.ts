import { expect, it } from 'vitest';
import { plainBody } from '#export/desks/plain-body.ts';

it('the text of an article is plain HTML with complete addresses, without what belongs to its page', () => {
  const html = `<article class="article" data-part="article"><h1>Order</h1><div class="article-meta" data-part="article-meta">Updated</div>
<details class="contents-folded" data-part="contents-folded"><summary>On this page</summary></details><p>See <a href="../fees/">fees</a> <span class="keys" dir="ltr"><kbd>R</kbd></span>.</p><h2 id="how"><a class="anchor" href="#how">How</a></h2><div class="steps" data-part="steps"><ol start="2"><li>Tap.</li></ol></div><aside class="callout"><p class="callout-title">Tip</p><p>Wait.</p></aside><img src="/card.png" alt="A card" loading="lazy"><script>alert(1)</script></article>`;
  expect(plainBody(html, 'https://help.example/en/cards/order/')).toBe(
    '<p>See <a href="https://help.example/en/cards/fees/">fees</a> <span dir="ltr"><kbd>R</kbd></span>.</p><h2 id="how">How</h2><ol start="2"><li>Tap.</li></ol><blockquote><p><strong>Tip</strong></p><p>Wait.</p></blockquote><img src="https://help.example/card.png" alt="A card">',
  );
});

it('shows boxes of tasks as characters, and leads to no note elsewhere', () => {
  const html =
    '<article><h1>Cards</h1><ul><li><label><input type="checkbox" checked disabled> Done</label></li><li><input type="checkbox" disabled> Open</li></ul><p>Fee<sup><a href="#fn-1" id="ref-1" data-footnote-ref="">1</a></sup></p></article>';
  expect(plainBody(html, 'https://help.pilvi.example/en/cards/')).toBe(
    '<ul><li>☑ Done</li><li>☐ Open</li></ul><p>Fee<sup>1</sup></p>',
  );
});
