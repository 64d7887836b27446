import { describe, expect, it } from 'vitest';
import { render } from '../make.ts';
import { voiceFaults } from '../voice.ts';

describe('HTML that means something', () => {
  it.each([
    ['<sub>a</sub>'],
    ['<sup>a</sup>'],
    ['<mark>a</mark>'],
    ['<abbr title="a b">a</abbr>'],
    ['<bdi>a</bdi>'],
    ['<bdo dir="rtl">a</bdo>'],
    ['<span lang="fi">a</span>'],
    ['<small>a</small>'],
    ['<time datetime="2026-11-15">a</time>'],
    ['<ins>a</ins>'],
    ['<span class="x" id="y">a</span>'],
  ])('is allowed: %s', (html) => {
    const { html: printed, codes } = render(`text ${html}`);
    expect(codes).toEqual([]);
    expect(printed).toBe(`<p>text ${html}</p>`);
  });

  it('is allowed around paragraphs', () => {
    const { html, codes } = render('<details>\n<summary>More</summary>\n\nText.\n\n</details>');
    expect(codes).toEqual([]);
    expect(html.replaceAll('\n', '')).toBe('<details><summary>More</summary><p>Text.</p></details>');
  });

  it('can use attribute names of JSX and of HTML', () => {
    expect(render('a <span className="x">b</span>').html).toBe('<p>a <span class="x">b</span></p>');
    expect(render('a <td colSpan={2}>b</td>').html).toBe('<p>a <td colspan="2">b</td></p>');
  });
});

describe('HTML that could do harm is refused, and its text stays', () => {
  it.each([
    ['<script>a</script>'],
    ['<style>a</style>'],
    ['<iframe src="https://example.com">a</iframe>'],
    ['<form action="https://example.com">a</form>'],
    ['<input value="a" />'],
    ['<button>a</button>'],
    ['<textarea>a</textarea>'],
    ['<svg onload="alert(1)" />'],
    ['<svg onload />'],
    ['<math>a</math>'],
    ['<object data="a" />'],
    ['<embed src="a" />'],
    ['<base href="https://evil.example/" />'],
    ['<meta httpEquiv="refresh" />'],
    ['<link rel="stylesheet" href="a" />'],
    ['<template>a</template>'],
    ['<noscript>a</noscript>'],
    ['<video src="a" />'],
    ['<title>a</title>'],
    ['<body onload="alert(1)">a</body>'],
    ['<html>a</html>'],
    ['<x-y>a</x-y>'],
    ['<a:b />'],
    ['<constructor>a</constructor>'],
    ['<__proto__>a</__proto__>'],
    ['<toString />'],
  ])('%s', (html) => {
    const { html: printed, findings } = render(`text ${html}`);
    expect(findings).toMatchObject([{ code: 'html-unsafe', line: 1, column: 6 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    expect(printed).not.toMatch(/<(?!\/?p>)/);
  });

  it('says what to use instead', () => {
    const words = (html: string) =>
      render(html)
        .findings.map(({ says, fix }) => `${says} ${fix}`)
        .join('');
    expect(words('<iframe src="x" />')).toMatchInlineSnapshot(
      `"<iframe> is not allowed in an article. Use <Video src="…" title="…" />, or link to the page."`,
    );
    expect(words('<form />')).toMatchInlineSnapshot(
      `"<form> is not allowed in an article. Link to the form with <Button href="…">…</Button>."`,
    );
    expect(words('<script />')).toMatchInlineSnapshot(
      `"<script> is not allowed in an article. Remove it, because an article contains only text and pictures."`,
    );
    expect(words('<b style="color: red">a</b>')).toMatchInlineSnapshot(
      `"The attribute "style" of <b> is not allowed in an article. Remove it, and change the look in the theme instead."`,
    );
  });
});

describe('an attribute that could do harm is refused', () => {
  it.each([
    ['<b onclick="alert(1)">a</b>'],
    ['<b onClick={() => alert(1)}>a</b>'],
    ['<b ONCLICK="alert(1)">a</b>'],
    ['<img name="querySelectorAll" src="./a.png" alt="a" />'],
    ['<img NAME="body" src="./a.png" alt="a" />'],
    ['<b name="forms">a</b>'],
    ['<b id="addEventListener">a</b>'],
    ['<a name="dispatchEvent">a</a>'],
    ['<img src="./a.png" alt="a" onerror="alert(1)" />'],
    ['<details ontoggle="alert(1)" open>a</details>'],
    ['<b style="color: red">a</b>'],
    ['<b style={{ color: "red" }}>a</b>'],
    ['<b STYLE="color: red">a</b>'],
    ['<a href="https://example.com" target="_blank">a</a>'],
    ['<a href="https://example.com" ping="https://evil.example">a</a>'],
    ['<a xlink:href="javascript:alert(1)">a</a>'],
    ['<a xlinkHref="javascript:alert(1)">a</a>'],
    ['<img src="./a.png" alt="a" srcset="//evil.example/a.png" />'],
    ['<picture><source srcset="https://evil.example/a.png" /></picture>'],
    ['<p autofocus>a</p>'],
    ['<p contenteditable>a</p>'],
    ['<table background="https://evil.example/a.png"></table>'],
    ['<b {...props}>a</b>'],
    ['<b constructor="a">a</b>'],
    ['<b __proto__="a">a</b>'],
    ['<b innerHTML="a">a</b>'],
    ['<b set:html="a">a</b>'],
    ['<b dangerouslySetInnerHTML={{ __html: "a" }}>a</b>'],
    ['<b data-pagefind-ignore>a</b>'],
  ])('%s', (html) => {
    const { html: printed, findings } = render(`text ${html}`);
    expect(findings.map(({ code }) => code)).toContain('html-unsafe');
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    expect(printed).not.toMatch(/alert|evil|color|props|style=/);
  });

  it('is named as it was written', () => {
    expect(render('<b {...props}>a</b>').findings[0]?.says).toContain('{...props}');
    expect(render('<b onClick="a">a</b>').findings[0]?.says).toContain('"onclick"');
  });
});

describe('a value that only code could give', () => {
  it.each([
    ['<a href={"java" + "script:alert(1)"}>a</a>'],
    ['<a href={address}>a</a>'],
    ['<span title={1 + 1}>a</span>'],
    ['<img src={picture} alt="a" />'],
  ])('is never left out silently: %s', (html) => {
    expect(render(`text ${html}`).findings).not.toEqual([]);
  });
});
