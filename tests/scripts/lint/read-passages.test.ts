import { describe, expect, it } from 'vitest';
import { FILLER } from '../../../scripts/lint/passage.ts';
import { readPassages } from '../../../scripts/lint/read-passages.ts';

/** The texts in a file, each with its offset; runs of what is overwritten are shown as "…". */
function texts(path: string, source: string): string[] {
  return readPassages(path, source, ['fi', 'fa']).map(({ start, text }) => {
    // What is not overwritten is in the file at the same offset.
    for (const [index, character] of text.split('').entries())
      if (character !== FILLER && character !== ' ') expect(source[start + index]).toBe(character);
    return text
      .replaceAll(new RegExp(`${FILLER}+`, 'g'), '…')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

describe('in a page', () => {
  it('paragraphs, headings, cells and labels are read, code and addresses are not', () => {
    const source = `---
title: Order a card
aliases: [lost my card]
---

# One *more* thing

Write \`site.yaml\`, or [read on](/cards/order "Cards") about {site.name}.
It ends here.

<Callout type="tip" title="Good to know">

Press <Key>Esc</Key> twice.

</Callout>

| A head | B |
| --- | --- |
| the cell | c |

\`\`\`
no text here
\`\`\`
`;
    expect(texts('docs/a.mdx', source)).toEqual([
      'Order a card',
      '…One …more… thing',
      'Write …, or …read on… about …. It ends here.',
      'Good to know',
      'Press …Esc… twice.',
      '…A head…',
      '…B…',
      '…the cell…',
      '…c…',
    ]);
  });

  it('in Markdown, tags are not text', () => {
    expect(texts('README.md', '<!-- no -->\n\nSome <b>bold</b> text\n')).toEqual(['Some …bold… text']);
  });
});

describe('in YAML', () => {
  it('comments and English texts are read', () => {
    const source = `# One comment
# on two lines.
title:
  en: "Hello {name}, # no comment"
  fi: Hei vaan
list: [one two, three]   # at the end
`;
    expect(texts('content/site.yaml', source)).toEqual([
      'One comment on two lines.',
      'at the end',
      '"Hello …, # no comment"',
      'one two',
    ]);
  });

  it('what customers write is not', () => {
    expect(texts('content/searches.yaml', '- question: where my card\n')).toEqual([]);
  });
});

describe('in TypeScript', () => {
  it('comments, texts and templates are read, the names of modules are not', () => {
    const source = `import a from 'not a text';
// One comment
// on two lines, with \`code\`.
/**
 * Says so.
 *
 * @param name of the file
 */
const text = \`Found \${many ? 'one or two' : 'none'} in “\${name}”.\`;
const one = ['Title', 'key.name', 'a b c d'.split(' '), 'It\\'s now\\nhere'];
`;
    expect(texts('src/a.ts', source)).toEqual([
      'One comment on two lines, with ….',
      'Says so. … name of the file',
      'Found … in “…”.',
      'one or two',
      'Title',
      "It 's now here",
    ]);
  });

  it('in a test, comments and names are read', () => {
    const source = `// A comment.
describe('one thing', () => {
  it.each([['a row here']])('has a name', () => expect('some text').toBe('some text'));
});
`;
    expect(texts('tests/a.test.ts', source)).toEqual(['A comment.', 'one thing', 'has a name']);
  });

  it('a file that cannot be parsed is reported', () => {
    expect(() => texts('src/a.ts', 'const = ;')).toThrow();
  });
});

describe('in a component', () => {
  it('its script, its text and the comments of its styles are read', () => {
    const source = `---
// A comment 🙂 there.
const label = 'Close the panel';
---

<!-- About it -->
<p class="one two" title="More of it">Hello there, {label}</p>
{/* And this */}
<script>
  // In a browser.
</script>
<style>
  /* Of the style. */
  p { color: red; }
</style>
`;
    expect(texts('src/a.astro', source).sort()).toEqual([
      'A comment 🙂 there.',
      'About it',
      'And this',
      'Close the panel',
      'Hello there,',
      'In a browser.',
      'More of it',
      'Of the style.',
    ]);
  });
});

it('in a style sheet, the comments are read', () => {
  expect(texts('themes/a/theme.css', '/* One\n * more. */\na { content: "no text"; }')).toEqual(['One more.']);
});
