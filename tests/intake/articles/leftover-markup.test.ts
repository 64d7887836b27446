import { describe, expect, it } from 'vitest';
import { importTexts } from './import-texts.ts';
import { leftoversIn } from './leftover-markup.ts';

const pages: Record<string, string> = {
  'mkdocs/a.md':
    '!!! note "A *b*"\n\n    Text\n\n    ??? tip\n\n        Nested\n\n=== ":material-apple: Mac"\n\n    1. a\n\n        === "In"\n\n            deep\n\n=== "Linux"\n\n    | a |\n    |---|\n    | 1 |\n\nPress ++ctrl+c++ :material-account-circle:{ .lg } ==now==.\n\n- :material-clock-fast:{ .lg .middle } __Fast__\n\n[Go](https://x.example){ .md-button } text {: .x #y}\n\n![x](https://x.example/a.png){ width="300" }\n\n/// details | More\n    type: note\nText\n///',
  'gitbook/b.md':
    '{% hint style="info" %}\n**Good:** x\n{% endhint %}\n\n{% tabs %}\n{% tab title="JS" %}\n{% code title="a.js" overflow="wrap" %}\n```js\nx\n```\n{% endcode %}\n{% endtab %}\n{% endtabs %}\n\n{% embed url="https://youtu.be/abc" %}\n\n{% content-ref url="a.md" %}\n[a.md](a.md)\n{% endcontent-ref %}\n\n{% columns %}\n{% column %}\nleft\n{% endcolumn %}\n{% endcolumns %}\n\n1. {% hint style="danger" %} Hot {% endhint %}',
  'hugo/c.md':
    '{{< tabs "x" >}}\n{{< tab "A" >}}\n- a\n{{< /tab >}}\n{{< /tabs >}}\n\n{{% steps %}}\n\n### One\n\nText\n\n{{% /steps %}}\n\n{{< hint info >}}Text{{< /hint >}} {{< icon "star" >}} {{< badge "new" >}}\n\n{{< cards >}}\n{{< card link="https://x.example" title="T" >}}\n{{< /cards >}}',
  'pandoc/d.md':
    '[]{#_Toc1 .anchor}[Mind]{.underline} the H~2~O^\\*^.\n\n+---+---+\n| a | b |\n+===+===+\n| 1 | - 2 |\n+---+---+\n\n::: {custom-style="Note"}\nText\n:::\n\n  a    b\n  ---- ----\n  1    2\n\n$$\nx^2\n$$\n\n# Head {.unnumbered}',
  'kramdown/e.md':
    '[a](https://x.example){:target="_blank"}{:rel="x"} `c`{:.x}\n{: .note }\n\n{::nomarkdown}\n<b>x</b>\n{:/}\n\n* a\n{:toc}\n\n## H {#h}\n\n| a |\n|---|\n| b |\n{: .wide}',
  'docusaurus/f.md':
    "import Tabs from '@theme/Tabs';\n\nText:\n<Tabs values={[{label: 'A', value: 'a'}]}>\n<TabItem value=\"a\">\n\nIn {curly}.\n\n</TabItem>\n</Tabs>\n\n:::tip My **tip**\n\nText <Foo />\n\n:::\n\n<details><summary>More</summary><div>Text</div></details>",
  'mintlify/g.mdx':
    '<Steps>\n<Step title="A" stepNumber={1}>\n    <Tabs><Tab title="a">A</Tab><Tab title="b">B</Tab></Tabs>\n    <Frame caption="C">![L](https://x.example/a.png)</Frame>\n</Step>\n</Steps>\n\n<Tree><Tree.Folder name="app" /></Tree>\n\n<Broken attr={{ a: 1 }} b=c>Text\n\n<br>\n\n<View title="JS">js',
  'vitepress/h.md':
    '::: code-group\n```sh [npm]\na\n```\n:::\n\n> [!WARNING]\n> Hot\n\n<Badge type="tip" text="1.9" />\n\n<Thing v-for="x in y" :key="x" @click="z">Text</Thing>\n\n<script setup>\nimport X from "./x.vue"\n</script>',
  'readme/i.md':
    '[block:callout]\n{"type": "info", "title": "T", "body": "B"}\n[/block]\n\n> 🚧 Stop\n>\n> Hot\n\nThe <<glossary:API>>.',
};

describe('no page shows the markup of', () => {
  it.each(Object.keys(pages))('%s', (path) => {
    const { files } = importTexts({ [path]: pages[path] ?? '' });
    const articles = files.filter((file) => file.path.endsWith('.mdx'));
    expect(articles).not.toEqual([]);
    expect(articles.flatMap(({ text }) => leftoversIn(text))).toEqual([]);
  });
});

it('any mix of dialects becomes a valid article without a mark of the importer', () => {
  const pieces = Object.values(pages).flatMap((page) => page.split(/(?<=\n)|(?=[<{[`|])/));
  // A fixed sequence: a mix that failed once would fail every time.
  let seed = 20261130;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const rounds = Number(process.env.OHJE_FUZZ ?? 40);
  for (let round = 0; round < rounds; round += 1) {
    const mix = () => Array.from({ length: 4 + next(24) }, () => pieces[next(pieces.length)]).join('');
    const { files } = importTexts({ 'a/one.md': mix(), 'a/two.mdx': mix() });
    expect(files.filter(({ text }) => /[\uE000-\uF8FF]/.test(text))).toEqual([]);
  }
});
