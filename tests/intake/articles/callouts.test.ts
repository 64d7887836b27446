import { describe, expect, it } from 'vitest';
import { bodyOf, importTexts, lossesOf } from './import-texts.ts';

const callout = (type: string, text: string, title = '') =>
  `<Callout type="${type}"${title && ` title="${title}"`}>\n  ${text}\n</Callout>`;

describe('a callout', () => {
  it.each([
    ['GitHub', '> [!NOTE]\n> Mind **this**.', callout('note', 'Mind **this**.')],
    ['GitHub', '> [!CAUTION]\n> Mind this.', callout('warning', 'Mind this.')],
    ['Obsidian', '> [!tip]- Try\n> Mind this.', callout('tip', 'Mind this.', 'Try')],
    ['Docusaurus', ':::info\nMind this.\n:::', callout('note', 'Mind this.')],
    ['Docusaurus', ':::danger[Stop]\n\nMind this.\n\n:::', callout('warning', 'Mind this.', 'Stop')],
    ['VitePress', '::: important Read\nMind this.\n:::', callout('important', 'Mind this.', 'Read')],
    ['MkDocs', '!!! warning "Stop"\n    Mind this.\n\nMore.', `${callout('warning', 'Mind this.', 'Stop')}\n\nMore.`],
    ['Jekyll', '{: .note }\nMind this.', callout('note', 'Mind this.')],
    ['Jekyll', 'Mind this.\n{: .warning}', callout('warning', 'Mind this.')],
    ['Hugo', '{{% notice tip %}}\nMind this.\n{{% /notice %}}', callout('tip', 'Mind this.')],
    ['GitBook', '{% hint style="danger" %}\nMind this.\n{% endhint %}', callout('warning', 'Mind this.')],
    ['Bootstrap', '<div class="alert alert-danger">Mind this.</div>', callout('warning', 'Mind this.')],
    ['Sphinx', '<div class="admonition tip"><p>Mind this.</p></div>', callout('tip', 'Mind this.')],
    ['HTML', '<p class="note">Mind this.</p>', callout('note', 'Mind this.')],
    ['Mintlify', '<Warning>Mind this.</Warning>', callout('warning', 'Mind this.')],
    ['Starlight', '<Aside type="tip" title="Try">\nMind this.\n</Aside>', callout('tip', 'Mind this.', 'Try')],
  ])('of %s: %s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });

  it('can contain blocks and other callouts, and be in lists', () => {
    const written =
      '1. One\n\n   :::note\n   - a\n   - b\n   :::\n\n2. Two\n\n::::tip\n\n:::warning\nIn it.\n:::\n\n::::';
    expect(bodyOf(written)).toBe(
      '1. One\n\n   <Callout type="note">\n     - a\n     - b\n   </Callout>\n\n2. Two\n\n<Callout type="tip">\n  <Callout type="warning">\n    In it.\n  </Callout>\n</Callout>',
    );
  });

  it('is not seen in code, in ordinary quotes or in ordinary boxes', () => {
    const written =
      '```\n:::note\n> [!NOTE]\n!!! tip\n:::\n```\n\n> **Note:** mind.\n\n<div class="info-item highlight">Words.</div>';
    expect(bodyOf(written)).toBe('```\n:::note\n> [!NOTE]\n!!! tip\n:::\n```\n\n> **Note:** mind.\n\nWords.');
  });

  it('that is never closed, or of an unknown kind, is reported', () => {
    const texts = { 'a/a.md': 'x\n\n:::note\n\nOne.', 'a/b.md': ':::carousel\n\nTwo.\n\n:::' };
    expect(lossesOf(importTexts(texts))).toEqual([
      'a/a.md:3 The block ":::note" is never closed; it now ends where the text around it ends.',
      'a/b.md:1 The block ":::carousel" isn\'t supported; its content was kept as plain text.',
    ]);
  });
});

it('blocks to open become accordions', () => {
  const accordion = '<Accordion title="More">\n  Words.\n</Accordion>';
  expect(bodyOf(':::details More\nWords.\n:::')).toBe(accordion);
  expect(bodyOf('??? note "More"\n    Words.')).toBe(accordion);
  expect(bodyOf('<Accordion title="More">\nWords.\n</Accordion>')).toBe(accordion);
});
