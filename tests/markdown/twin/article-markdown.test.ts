import { describe, expect, it } from 'vitest';
import { articleMarkdown } from '#markdown/twin/article-markdown.ts';

const page = 'https://a.example/help/en/cards/freeze/';
const twin = (body: string, address = page) => articleMarkdown(`<article><h1>Title</h1>${body}</article>`, address);
const bodyOf = (body: string, address?: string) =>
  twin(body, address)
    .replace(/^# Title\n\n?/, '')
    .trimEnd();

describe('an article as Markdown', () => {
  it('has its title, then where it is from', () => {
    expect(articleMarkdown('<article><h1>Freeze</h1><p>Tap.</p></article>', page, '> <https://a.example/>')).toBe(
      '# Freeze\n\n> <https://a.example/>\n\nTap.\n',
    );
  });

  it('has complete addresses', () => {
    const links = '<p><a href="/help/en/a/#b">A</a> <a href="#c">C</a> <img src="/help/_media/d.svg" alt="D"></p>';
    expect(bodyOf(links)).toBe(
      `[A](https://a.example/help/en/a/#b) [C](${page}#c) ![D](https://a.example/help/_media/d.svg)`,
    );
    expect(bodyOf(links, '/help/en/cards/freeze/')).toBe(
      '[A](/help/en/a/#b) [C](/help/en/cards/freeze/#c) ![D](/help/_media/d.svg)',
    );
  });

  it.each([
    [
      'a callout',
      '<aside class="callout callout-tip"><p class="callout-title">Tip</p><p>Wait.</p></aside>',
      '> **Tip**\n>\n> Wait.',
    ],
    ['steps', '<div class="steps" data-part="steps"><ol><li>One</li><li>Two</li></ol></div>', '1. One\n2. Two'],
    [
      'tabs',
      '<div class="tabs"><section class="tab"><p class="tab-label">iPhone</p><p>Up.</p></section></div>',
      '**iPhone**\n\nUp.',
    ],
    ['an accordion', '<details><summary>More</summary><div><p>Text</p></div></details>', '**More**\n\nText'],
    [
      'a figure',
      '<figure class="figure"><a class="enlarge" href="/a.svg"><img src="/a.svg" alt="Card"></a><figcaption>The card</figcaption></figure>',
      '![Card](https://a.example/a.svg)\n\nThe card',
    ],
    [
      'a film',
      '<figure class="video"><video aria-label="Film"><source src="/a.mp4"></video><figcaption>Film</figcaption><details><summary>Text</summary><div><p>Said.</p></div></details></figure>',
      '[Film](https://a.example/a.mp4)\n\n**Text**\n\nSaid.',
    ],
    [
      'a film on another host',
      '<figure class="video"><a class="button" href="https://b.example/f">Watch Film</a><figcaption>Film</figcaption></figure>',
      '[Film](https://b.example/f)',
    ],
    [
      'a table',
      '<table><thead><tr><th data-align="end">A</th></tr></thead><tr><td>1</td></tr></table>',
      '| A |\n| -: |\n| 1 |',
    ],
    ['a task', '<ul><li><label><input type="checkbox" checked> done</label></li></ul>', '- [x] done'],
    ['an address in the text', '<p>Write to help@a.example.</p>', 'Write to help@a.example.'],
    [
      'a footnote',
      '<p>A<sup><a href="#user-content-fn-1" data-footnote-ref="">1</a></sup></p><section data-footnotes=""><h2 id="footnote-label">Notes</h2><ol><li><p>B <a data-footnote-backref="" href="#x">↩</a></p></li></ol></section>',
      'A[^1]\n\n[^1]: B',
    ],
  ])('has %s as something that Markdown has', (_name, html, expected) => {
    expect(bodyOf(html)).toBe(expected);
  });

  it('has no contents of the page, and no script', () => {
    expect(bodyOf('<details class="contents-folded"><summary>On this page</summary></details><script>1</script>')).toBe(
      '',
    );
  });
});
