import { describe, expect, it } from 'vitest';
import { bodyIn, bodyOf, importTexts, lossesOf } from '../import-texts.ts';

const tabs = '<Tabs>\n  <Tab label="Mac">\n    One.\n  </Tab>\n\n  <Tab label="Linux">\n    Two.\n  </Tab>\n</Tabs>';

describe('tabs', () => {
  it.each([
    ['MkDocs', '=== "Mac"\n\n    One.\n\n=== "Linux"\n\n    Two.'],
    ['pymdownx', '/// tab | Mac\nOne.\n///\n\n/// tab | Linux\nTwo.\n///'],
    ['VitePress', '::: tabs\n== Mac\nOne.\n== Linux\nTwo.\n:::'],
    ['VuePress', ':::: tabs\n::: tab Mac\nOne.\n:::\n::: tab Linux\nTwo.\n:::\n::::'],
    ['VuePress hope', '::: tabs\n@tab Mac\nOne.\n@tab:active Linux\nTwo.\n:::'],
    [
      'GitBook',
      '{% tabs %}\n{% tab title="Mac" %}\nOne.\n{% endtab %}\n\n{% tab title="Linux" %}\nTwo.\n{% endtab %}\n{% endtabs %}',
    ],
    [
      'Hugo Book',
      '{{< tabs "os" >}}\n{{< tab "Mac" >}}One.{{< /tab >}}\n{{< tab "Linux" >}}Two.{{< /tab >}}\n{{< /tabs >}}',
    ],
    [
      'Hextra',
      '{{< tabs items="Mac,Linux" >}}\n{{< tab >}}One.{{< /tab >}}\n{{< tab >}}Two.{{< /tab >}}\n{{< /tabs >}}',
    ],
    [
      'Docsy',
      '{{% tabpane text=true %}}\n{{% tab header="Mac" %}}\nOne.\n{{% /tab %}}\n{{% tab header="Linux" %}}\nTwo.\n{{% /tab %}}\n{{% /tabpane %}}',
    ],
    ['Quarto', '::: {.panel-tabset}\n## Mac\n\nOne.\n\n## Linux\n\nTwo.\n:::'],
    ['MyST', '::::{tab-set}\n:::{tab-item} Mac\nOne.\n:::\n:::{tab-item} Linux\nTwo.\n:::\n::::'],
  ])('of %s', (_name, written) => {
    const imported = importTexts({ 'a/b.md': `---\ntitle: T\n---\n${written}` });
    expect(bodyIn(imported, 'a/b')).toBe(tabs);
    expect(lossesOf(imported)).toEqual([]);
  });

  it('can be in items, hold code and be left unclosed', () => {
    expect(
      bodyOf(
        '1. Open\n\n    === "Mac"\n\n        ```sh\n        !!! note\n        ```\n\n    === "Linux"\n\n        Two.',
      ),
    ).toBe(
      '1. Open\n\n   <Tabs>\n     <Tab label="Mac">\n       ```sh\n       !!! note\n       ```\n     </Tab>\n\n     <Tab label="Linux">\n       Two.\n     </Tab>\n   </Tabs>',
    );
    const code = '::: code-group\n```js [a.js]\na\n```\n```ts\nb\n```\n:::';
    expect(bodyOf(code)).toBe(
      '<Tabs>\n  <Tab label="a.js">\n    ```js\n    a\n    ```\n  </Tab>\n\n  <Tab label="ts">\n    ```ts\n    b\n    ```\n  </Tab>\n</Tabs>',
    );
    expect(bodyOf('{{< tabpane >}}\n{{< tab header="Mac" lang="sh" >}}\ncurl *\n{{< /tab >}}\n{{< /tabpane >}}')).toBe(
      '<Tabs>\n  <Tab label="Mac">\n    ```sh\n    curl *\n    ```\n  </Tab>\n</Tabs>',
    );
  });

  it('are not seen in code', () => {
    expect(bodyOf('```\n=== "Mac"\n{% tab title="x" %}\n== a\n```')).toBe(
      '```\n=== "Mac"\n{% tab title="x" %}\n== a\n```',
    );
  });
});

describe('steps', () => {
  const steps = '<Steps>\n  1. ## Plug in\n\n     Any socket.\n\n  2. ## Press\n\n     Once.\n</Steps>';
  it.each([
    [
      'GitBook',
      '{% stepper %}\n{% step %}\n## Plug in\nAny socket.\n{% endstep %}\n{% step %}\n## Press\nOnce.\n{% endstep %}\n{% endstepper %}',
    ],
    ['Hextra', '{{% steps %}}\n\n## Plug in\n\nAny socket.\n\n## Press\n\nOnce.\n\n{{% /steps %}}'],
    ['Nextra', '<Steps>\n\n## Plug in\n\nAny socket.\n\n## Press\n\nOnce.\n\n</Steps>'],
  ])('of %s', (_name, written) => {
    expect(bodyOf(`---\ntitle: T\n---\n${written}`)).toBe(steps);
  });

  it('with titles in an attribute, or around a list', () => {
    expect(
      bodyOf('<Steps>\n  <Step title="Fill">\n    Pour **water**.\n  </Step>\n</Steps>', { path: 'a/b.mdx' }),
    ).toBe('<Steps>\n  1. **Fill**\n\n     Pour **water**.\n</Steps>');
    expect(bodyOf('<Steps>\n\n1. Plug in\n2. Press\n\n</Steps>', { path: 'a/b.mdx' })).toBe(
      '<Steps>\n  1. Plug in\n  2. Press\n</Steps>',
    );
  });
});

describe('blocks', () => {
  const callout = (type: string, title = '') =>
    `<Callout type="${type}"${title && ` title="${title}"`}>\n  Hot.\n</Callout>`;
  it.each([
    ['MkDocs with a place', '!!! warning inline end "Mind **this**"\n    Hot.', callout('warning', 'Mind this')],
    ['pymdownx', '/// tip | Try\nHot.\n///', callout('tip', 'Try')],
    ['pandoc', '::: {custom-style="Note"}\nHot.\n:::', callout('note')],
    ['Quarto', '::: {.callout-warning title="Stop"}\nHot.\n:::', callout('warning', 'Stop')],
    ['MyST', '```{warning} Stop\nHot.\n```', callout('warning', 'Stop')],
    ['Obsidian', '```ad-tip\ntitle: Try\nHot.\n```', callout('tip', 'Try')],
    ['Docusaurus', ':::danger[Stop]{.big}\nHot.\n:::', callout('warning', 'Stop')],
    ['Hugo Book', '{{< hint warning >}}\nHot.\n{{< /hint >}}', callout('warning')],
    ['Docsy', '{{% alert title="Stop" color="warning" %}}Hot.{{% /alert %}}', callout('warning', 'Stop')],
    ['Hextra', '{{< callout type="error" >}}\n  Hot.\n{{< /callout >}}', callout('warning')],
    ['one line', '{% hint style="danger" %} Hot. {% endhint %}', callout('warning')],
    ['styled text', '::: {.lead #x}\nHot.\n:::', 'Hot.'],
    [
      'Hugo details',
      '{{< details title="More" >}}\nHot.\n{{< /details >}}',
      '<Accordion title="More">\n  Hot.\n</Accordion>',
    ],
    ['Hugo expand', '{{% expand "More" %}}Hot.{{% /expand %}}', '<Accordion title="More">\n  Hot.\n</Accordion>'],
    ['Nuxt', '::callout{type="warning"}\nHot.\n::', callout('warning')],
    [
      'DocFX',
      ':::image type="content" source="https://x.example/a.png" alt-text="A":::',
      '![A](https://x.example/a.png)',
    ],
    ['GitBook code', '{% code title="a.js" %}\n```js\na\n```\n{% endcode %}', '**a.js**\n\n```js\na\n```'],
    [
      'a GitBook file',
      '{% file src="https://x.example/a.pdf" %}\nForm\n{% endfile %}',
      '[Form](https://x.example/a.pdf)',
    ],
    [
      'GitBook files without and with an end',
      '{% file src="https://x.example/a.pdf" %}\n\nHot.\n\n{% file src="https://x.example/b.pdf" %}\nForm\n{% endfile %}\n\nLid.',
      '[a.pdf](https://x.example/a.pdf)\n\nHot.\n\n[Form](https://x.example/b.pdf)\n\nLid.',
    ],
    [
      'GitBook interfaces',
      '{% swagger method="get" path="/lids" summary="All lids" %}\n{% swagger-parameter in="query" name="size" type="string" %}\nIn liters\n{% endswagger-parameter %}\n{% endswagger %}',
      '**GET /lids**\n\nAll lids\n\n**`size`** (string)\n\nIn liters',
    ],
    [
      'GitBook cards',
      '<table data-view="cards"><thead><tr><th></th><th></th><th data-hidden data-card-target></th></tr></thead><tbody><tr><td><strong>Lids</strong></td><td>All sizes</td><td><a href="https://x.example">x</a></td></tr></tbody></table>',
      '[**Lids**](https://x.example)\n\nAll sizes',
    ],
    [
      'a tab of Docsy without an end',
      '{{< tabpane text=true >}}\n{{% tab header="x" disabled=true /%}}\n{{% tab header="Mac" %}}\nOne.\n{{% /tab %}}\n{{< /tabpane >}}\n\nTwo.',
      '<Tabs>\n  <Tab label="Mac">\n    One.\n  </Tab>\n</Tabs>\n\nTwo.',
    ],
    ['Hugo code', '{{< highlight go >}}\na\n{{< / highlight >}}\n\nHot.', '```go\na\n```\n\nHot.'],
    ['Hugo columns', '{{< columns >}}\nOne.\n<--->\nTwo.\n{{< /columns >}}', 'One.\n\nTwo.'],
    ['a Hugo diagram', '{{< mermaid >}}\na --> b\n{{< /mermaid >}}', '```mermaid\na --> b\n```'],
    ['a Hugo tag that is shown', 'Write {{</* lid */>}}.', 'Write `{{< lid >}}`.'],
    [
      'a Hugo figure',
      '{{< figure src="https://x.example/a.png" title="Lid" caption="Hot" >}}',
      '<Figure src="https://x.example/a.png" alt="" caption="Lid. Hot" />',
    ],
    ['a Jekyll quote', '> Hot.\n{: .prompt-warning }', callout('warning')],
    ['a Jekyll quote with a title', '{: .note-title }\n> Lid\n>\n> Hot.', callout('note', 'Lid')],
    ['pymdownx with options', '/// admonition | Stop\n    type: warning\n\nHot.\n///', callout('warning', 'Stop')],
    ['pymdownx elements', '/// html | div.big\nHot.\n///', 'Hot.'],
    ['note apps with bold titles', '> [!tip] Try **it** now\n> Hot.', callout('tip', 'Try it now')],
    ['note apps with more marks', '> [!quote|right]- Said\n> Hot.', callout('note', 'Said')],
    ['a todo, which readers see', '> [!todo] Later\n> Hot.', callout('note', 'Later')],
    [
      'callouts in callouts',
      '> [!tip] Try\n> One.\n> > [!warning] Stop\n> > Two.',
      '<Callout type="tip" title="Try">\n  One.\n\n  <Callout type="warning" title="Stop">\n    Two.\n  </Callout>\n</Callout>',
    ],
    ['a GitBook file alone', '{% file src="https://x.example/a.pdf" %}', '[a.pdf](https://x.example/a.pdf)'],
    [
      'a card',
      '{{< card link="https://x.example" title="Lids" subtitle="All sizes" >}}',
      '[Lids](https://x.example)\n\nAll sizes',
    ],
  ])('of %s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });

  it('in an item end where the item ends', () => {
    expect(bodyOf('- {% hint style="info" %} Hot. {% endhint %}\n- b')).toBe(
      '- <Callout type="note">\n    Hot.\n  </Callout>\n\n- b',
    );
  });
});

it.each(['internal', 'staff-only'])('a folded block of the type %s is not for readers', (type) => {
  const imported = importTexts({ 'a/b.md': `One.\n\n??? ${type} "Codes"\n    Code 7.\n` });
  expect(bodyIn(imported, 'a/b')).toBe('One.');
  expect(imported.losses.map(({ kind }) => kind)).toEqual(['private']);
});

it('characters of icon fonts neither end a block nor start one', () => {
  expect(bodyOf(':::note\nSelect \uE00D to fill \uE00E it.\n\nClose \uE00B0\uE00C it.\n:::')).toBe(
    '<Callout type="note">\n  Select to fill it.\n\n  Close 0 it.\n</Callout>',
  );
  expect(bodyOf('One.\n\n:::internal\nCode 7 \uE00D and 8.\n:::')).toBe('One.');
});
