import { describe, expect, it } from 'vitest';
import { bodyIn, bodyOf, importTexts, lossesOf } from './import-texts.ts';

describe('attribute lists', () => {
  it.each([
    ['after a link', '[a](https://x.example){.link-external} b', '[a](https://x.example) b'],
    ['after a heading', '## Fees {#cost .big}', '## Fees'],
    ['after a list', '- a\n- b\n{.columns}', '- a\n- b'],
    ['after a table', '| a |\n|-|\n| b |\n{.wide}', '| a |\n| - |\n| b |'],
    ['alone', 'a\n\n{: .lead #intro }\n\nb', 'a\n\nb'],
    ['but not in code or prose', '`{.a}` and {.b} or {c}', '`{.a}` and \\{.b} or \\{c}'],
  ])('are removed: %s', (_name, written, read) => {
    expect(bodyOf(`Words.\n\n${written}`).slice(8)).toBe(read);
  });
});

describe('lists of contents', () => {
  it.each(['[TOC]', '[[toc]]', '* TOC\n{:toc}', '<!-- TOC -->\n<!-- /TOC -->'])(
    'that a tool fills in are removed: %s',
    (text) => {
      expect(bodyOf(`${text}\n\n## Fees`)).toBe('## Fees');
    },
  );

  it('that an author wrote stay, and lead to the headings', () => {
    const written = 'In this article:\n\n<!-- TOC -->\n\n- [Fees](#cost)\n\n<!-- /TOC -->\n\n## All fees {#cost}';
    expect(bodyOf(written)).toBe('In this article:\n\n- [Fees](#all-fees)\n\n## All fees');
  });
});

describe('tags of site generators', () => {
  it.each([
    [
      'Jekyll links',
      '[a]({% link cards/order.md %}) [b]({{ site.baseurl }}/cards/order) [c]({{ "/x" | relative_url }})',
      'a b c',
    ],
    ['Jekyll code', '{% highlight ruby %}\na\n{% endhighlight %}', '```ruby\na\n```'],
    ['Jekyll raw', '{% raw %}{{ name }}{% endraw %}', '\\{\\{ name }}'],
    ['Hugo videos', '{{< youtube id="abc" title="Order" >}}', '[Order](https://www.youtube.com/watch?v=abc)'],
    [
      'Hugo pictures',
      '{{< figure src="https://x.example/a.png" alt="A" caption="B" >}}',
      '<Figure src="https://x.example/a.png" alt="A" caption="B" />',
    ],
    ['placeholders of a help desk', 'Write {{customer.name}}.', 'Write \\{\\{customer.name}}.'],
    ['code about them', '`{% link x %}` and `{{< youtube >}}`', '`{% link x %}` and `{{< youtube >}}`'],
  ])('%s', (_name, written, read) => {
    expect(bodyOf(written).replace('**\n', '** ').replace('** One', '**\nOne')).toBe(read);
  });

  it('that only the old site understood are removed and reported', () => {
    const imported = importTexts({
      'a/b.md': 'One.\n\n{% include\n  ad.html %}\n\n{{< gallery >}}\n\n{{ site.time }}',
    });
    expect(bodyIn(imported, 'a/b')).toBe('One.');
    expect(lossesOf(imported)).toEqual([
      'a/b.md:3 The template tag {% include ad.html %} works only on the old site and was left out.',
      'a/b.md:6 The template tag {{< gallery >}} works only on the old site and was left out.',
      'a/b.md:8 The template tag {{ site.time }} works only on the old site and was left out.',
    ]);
  });

  it('lead to other articles', () => {
    const imported = importTexts({
      'cards/order.md': '# Order\n\n## Fees',
      'a/b.md':
        '[a]({{< ref "/cards/order.md#fees" >}}) [b]({{< relref "../cards/order.md" >}}) [c]({% link cards/order.md %})',
    });
    expect(bodyIn(imported, 'a/b')).toBe('[a](/cards/order#fees) [b](/cards/order) [c](/cards/order)');
  });
});

describe('components', () => {
  const page = [
    "import Tabs from '@theme/Tabs';",
    "import TabItem from '@theme/TabItem';",
    '',
    '# Order',
    '',
    '<Tabs groupId="os">',
    '  <TabItem value="ios" label="iPhone">',
    '',
    '  Tap **Order**.',
    '',
    '  </TabItem>',
    '</Tabs>',
    '',
    'Some <Highlight color="red">words</Highlight>.',
  ].join('\n');

  it.each(['a/order.md', 'a/order.mdx'])('become ours or their content (%s)', (path) => {
    const imported = importTexts({ [path]: page });
    expect(bodyIn(imported, 'a/order')).toBe(
      '<Tabs>\n  <Tab label="iPhone">\n    Tap **Order**.\n  </Tab>\n</Tabs>\n\nSome words.',
    );
    expect(lossesOf(imported)).toEqual([]);
  });

  it('and code of MDX are not run', () => {
    const text = [
      'export const fee = 1;',
      '',
      '{/* a comment */}',
      '',
      "Fee: {fee} {'fixed'}",
      '',
      '<img src={require(\'./a.png\').default} alt="A" onClick={() => fee} />',
      '',
      '<Price value={fee} />',
    ].join('\n');
    const imported = importTexts({ 'a/fees.mdx': text }, ['a/a.png']);
    expect(bodyIn(imported, 'a/fees')).toBe('Fee: 1 fixed\n\n![A](./a.png)');
    expect(lossesOf(imported)).toEqual([
      'a/fees.mdx:9 The component <Price> isn\'t supported; it was left out: value="1".',
    ]);
  });

  it('of our own dialect are kept', () => {
    const own = [
      '<Callout type="tip">\n  Words.\n</Callout>',
      '<Accordion title="More">\n  - a\n</Accordion>',
      '<Figure src="./a.png" alt="A" caption="B" />',
      'Press <Kbd>Ctrl + C</Kbd>.',
    ].join('\n\n');
    expect(bodyOf(own, { path: 'a/own.mdx', assets: ['a/a.png'] })).toBe(own);
  });
});
