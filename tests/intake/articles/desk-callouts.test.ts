import { describe, expect, it } from 'vitest';
import { bodyOf } from './import-texts.ts';

const callout = (type: string, title = '') =>
  `<Callout type="${type}"${title && ` title="${title}"`}>\n  Hot **water**.\n</Callout>`;
const text = '<p>Hot <b>water</b>.</p>';

describe('a box in HTML becomes a callout', () => {
  it.each([
    ['Help Scout', `<section class="callout-yellow">${text}</section>`, callout('warning')],
    ['Help Scout', `<section class="callout-green">${text}</section>`, callout('tip')],
    ['Help Scout', '<p class="callout-red">Hot <b>water</b>.</p>', callout('warning')],
    [
      'Intercom',
      `<div class="intercom-interblocks-callout" style="background-color: #feedaf80;">${text}</div>`,
      callout('warning'),
    ],
    [
      'Intercom',
      `<div class="intercom-interblocks-callout" style="background-color: #d7efdc80;">${text}</div>`,
      callout('tip'),
    ],
    [
      'Zendesk',
      `<div class="callout callout--warning"><h4 class="callout__title">Stop</h4>${text}</div>`,
      callout('warning', 'Stop'),
    ],
    ['Zendesk', `<div class="callout_danger">${text}</div>`, callout('warning')],
    ['Document360', `<section class="warningBox">${text}</section>`, callout('warning')],
    [
      'Confluence',
      `<div class="confluence-information-macro confluence-information-macro-tip"><p class="title">Try</p><div class="confluence-information-macro-body">${text}</div></div>`,
      callout('tip', 'Try'),
    ],
    [
      'Asciidoctor',
      `<div class="admonitionblock caution"><table><tr><td class="icon"><i class="fa icon-caution"></i></td><td class="content">${text}</td></tr></table></div>`,
      callout('warning'),
    ],
    [
      'Sphinx',
      `<div class="admonition seealso"><p class="admonition-title">See</p>${text}</div>`,
      callout('note', 'See'),
    ],
    [
      'Bulma',
      `<article class="message is-danger"><div class="message-header">Stop</div>${text}</article>`,
      callout('warning', 'Stop'),
    ],
    [
      'ReadMe',
      `<blockquote class="callout callout_warn" theme="🚧"><h3 class="callout-heading">Stop</h3>${text}</blockquote>`,
      callout('warning', 'Stop'),
    ],
    ['Notion', '<aside>\n💡 Hot **water**.\n\n</aside>', callout('tip')],
    ['ReadMe', '> 🚧 Stop\n>\n> Hot **water**.', callout('warning', 'Stop')],
    ['ReadMe', '> 📘 Hot **water**.', callout('note')],
  ])('%s: %s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });

  it.each([
    '<div class="info-item highlight">Words.</div>',
    '<div class="note-taking">Words.</div>',
    '<div class="panel panel-default">Words.</div>',
    '<div class="callouts-wrapper">Words.</div>',
    '<p class="red">Words.</p>',
    '<div class="message">Words.</div>',
  ])('unless it is another one: %s', (written) => {
    expect(bodyOf(written)).toBe('Words.');
  });
});
