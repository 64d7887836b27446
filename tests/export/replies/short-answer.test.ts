import { describe, expect, it } from 'vitest';
import { makeReply } from '#export/replies/make-reply.ts';
import { replyFormats } from '#export/replies/reply-formats.ts';

const page = (body: string) => `<article data-part="article"><h1>Order a card</h1>${body}</article>`;
const source = (body: string) => ({
  id: 'cards/order',
  locale: 'en',
  title: 'Order a card',
  sections: ['Cards'],
  type: 'solution' as 'faq' | 'solution',
  url: 'https://help.pilvi.example/en/cards/order/',
  html: page(body),
});
const link = '<p><a href="https://help.pilvi.example/en/cards/order/?from=agent">Order a card</a></p>';
const steps = (...items: string[]) =>
  `<div class="steps" data-part="steps"><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol></div>`;

describe('a short answer', () => {
  it('is the summary, the steps and a link to the article', () => {
    const body = `<p>Long story.</p><h2>How</h2>${steps('Open <b>Cards</b>.', '<p>See <a href="../fees/">fees</a>.</p><figure><img src="a.png" alt="A card"></figure><p>Done.</p>')}<p>More.</p>`;
    const { html, text } = makeReply({ ...source(body), summary: 'Order it in the app.' });
    expect(html).toBe(
      `<p>Order it in the app.</p><ol><li>Open <strong>Cards</strong>.</li><li>See <a href="https://help.pilvi.example/en/cards/fees/">fees</a>.<br>Done.</li></ol>${link}`,
    );
    expect(text).toBe(
      'Order it in the app.\n\n1. Open Cards.\n2. See fees (https://help.pilvi.example/en/cards/fees/).\nDone.\n\nOrder a card\nhttps://help.pilvi.example/en/cards/order/?from=agent',
    );
  });

  it('starts with the first paragraph if there is no summary', () => {
    const { html } = makeReply(source('<div data-part="article-meta">Updated</div><p>First.</p><p>Second.</p>'));
    expect(html).toBe(`<p>First.</p>${link}`);
  });

  it('says which steps are for which device, and leaves the choice between many to the page', () => {
    const tab = (name: string) => `<section><p class="tab-label">${name}</p>${steps(`Hold the ${name}.`)}</section>`;
    const both = `<p>Pay.</p><div>${tab('iPhone')}${tab('Android')}</div>`;
    expect(makeReply(source(both)).html).toBe(
      `<p>Pay.</p><p><strong>iPhone</strong></p><ol><li>Hold the iPhone.</li></ol><p><strong>Android</strong></p><ol><li>Hold the Android.</li></ol>${link}`,
    );
    expect(makeReply(source(`<p>Pay.</p>${['a', 'b', 'c', 'd'].map(tab).join('')}`)).html).toBe(`<p>Pay.</p>${link}`);
  });

  it('to a question is the whole article if it is short, in formatting that survives pasting', () => {
    const body =
      '<p>No.</p><aside class="callout"><p class="callout-title">Tip</p><p>Wait <kbd>5</kbd> days.</p></aside><ul><li>One<ul><li>Two</li></ul></li></ul><div class="table"><table><tbody><tr><td>Card</td><td>€6</td></tr></tbody></table></div>';
    const { html } = makeReply({ ...source(body), type: 'faq', summary: 'No.' });
    expect(html).toBe(
      `<p>No.</p><p><strong>Tip</strong></p><p>Wait <strong>5</strong> days.</p><ul><li>One<ul><li>Two</li></ul></li></ul><p>Card · €6</p>${link}`,
    );
    const long = makeReply({ ...source(`<p>${'No. '.repeat(300)}</p>`), type: 'faq', summary: 'No.' });
    expect(long.html).toBe(`<p>No.</p>${link}`);
  });

  it('keeps the lines of code, and leaves notes to the page', () => {
    const body =
      '<p>Run it<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref="">1</a></sup>:</p><pre class="a"><code><span class="line">npm i</span>\n<span class="line">npm run  x</span>\n</code></pre>';
    const { html, text } = makeReply({ ...source(body), type: 'faq' });
    expect(html).toBe(`<p>Run it:</p><p><code>npm i</code><br><code>npm run  x</code></p>${link}`);
    expect(text).toContain('Run it:\n\nnpm i\nnpm run  x\n\n');
  });

  it('from right to left says so in each block', () => {
    expect(makeReply({ ...source('<p>بله.</p>'), locale: 'fa' }).html).toMatch(
      /^<p dir="rtl">بله\.<\/p><p dir="rtl"><a/,
    );
  });
});

describe('the format of a desk', () => {
  const reply = makeReply(source('<p>Write {{ticket.id}} or {% if %}.</p>'));

  it.each(['zendesk', 'freshdesk', 'intercom', 'helpscout'])(
    'keeps what looks like data of the ticket as text: %s',
    (name) => {
      const files = replyFormats.find((one) => one.name === name)?.files([reply], 'en') ?? [];
      const written = JSON.stringify(JSON.parse(files[0]?.[1] ?? '')).replace(/"(?:body_text|chatText)":"[^"]*"/, '');
      expect(written).toContain('&#123;{ticket.id}} or &#123;% if %}.');
      expect(written).not.toMatch(/\{\{t|\{%/);
    },
  );
});
