import { describe, expect, it } from 'vitest';
import { bodyIn, bodyOf, importTexts, lossesOf } from '../import-texts.ts';

const path = 'a/b.mdx';

describe('components of other systems', () => {
  it.each([
    [
      'a parameter',
      '<ParamField query="lid" type="number" default="5" required>\n  How hot.\n</ParamField>',
      '**`lid`** (number, required, default: `5`)\n\nHow hot.',
    ],
    ['an empty parameter', '<ResponseField name="lid" type="boolean" />', '**`lid`** (boolean)'],
    ['a tip on a word', 'A <Tooltip tip="Hard deposit">lime</Tooltip>.', 'A <abbr title="Hard deposit">lime</abbr>.'],
    ['a change', '<Update label="May" description="2.1">\n  New.\n</Update>', '## May\n\n2.1\n\nNew.'],
    [
      'a card',
      '<Card title="Lids" href="https://x.example" icon="x">\n  All sizes.\n</Card>',
      '[Lids](https://x.example)\n\nAll sizes.',
    ],
    [
      'a frame',
      '<Frame caption="A lid">![Lid](https://x.example/a.png)</Frame>',
      '<Figure src="https://x.example/a.png" alt="Lid" caption="A lid" />',
    ],
    ['a callout with a type', '<Callout type="error">Hot.</Callout>', '<Callout type="warning">\n  Hot.\n</Callout>'],
    ['a callout in a sentence', 'Keep <Warning>this</Warning> shut.', 'Keep this shut.'],
    ['lists in attributes', '<FAQ items={[{ question: "Hot?", answer: "Yes." }]} />', '**Hot?**\n\nYes.'],
    ['code in an element', '<Highlight className="bash">{`a\nb`}</Highlight>', '```bash\na\nb\n```'],
    ['JSX in an expression', '{true && <p>Hot <b>lid</b></p>}', 'Hot **lid**'],
    [
      'views',
      '<View title="Mac">One.</View>\n<View title="Linux">Two.</View>',
      '<Tabs>\n  <Tab label="Mac">\n    One.\n  </Tab>\n\n  <Tab label="Linux">\n    Two.\n  </Tab>\n</Tabs>',
    ],
    [
      'a tree of files',
      '<Tree>\n  <Tree.Folder name="app" defaultOpen>\n    <Tree.File name="a.ts" />\n  </Tree.Folder>\n</Tree>',
      '- `app`\n\n  - `a.ts`',
    ],
    ['marks in titles', '<Step title="Open **the** `lid`">\n  Hot.\n</Step>', '1. **Open the lid**\n\n   Hot.'],
    ['a translation', 'A <Translate id="x" description="On the lid">hot lid</Translate>.', 'A hot lid.'],
    ['a translated message', "A {translate({ message: 'hot lid', id: 'x' })}.", 'A hot lid.'],
    [
      'the status of an answer',
      '<ResponseExample>\n\n```json 200\n1\n```\n\n```json 404\n2\n```\n\n</ResponseExample>',
      '<Tabs>\n  <Tab label="200">\n    ```json\n    1\n    ```\n  </Tab>\n\n  <Tab label="404">\n    ```json\n    2\n    ```\n  </Tab>\n</Tabs>',
    ],
    [
      'a table of ReadMe',
      '<Table align={["left"]}>\n  <thead>\n    <tr>\n      <th style={{ textAlign: "left" }}>\n        Lid\n      </th>\n    </tr>\n  </thead>\n\n  <tbody>\n    <tr>\n      <td>\n        `hot`\n      </td>\n    </tr>\n  </tbody>\n</Table>',
      '| Lid |\n| - |\n| `hot` |',
    ],
    ['HTML of ReadMe', '<HTMLBlock>{`\n<p>Hot</p>\n\n<style>p {}</style>\n  <p>lid</p>\n`}</HTMLBlock>', 'Hot\n\nlid'],
    ['unknown ones', '<Promo title="Big sale" text="Only today" />', '**Big sale**\n\nOnly today'],
    ['a film', '<YouTube id="abc" title="Film" />', '[Film](https://www.youtube.com/watch?v=abc)'],
  ])('%s', (_name, written, read) => {
    expect(bodyOf(written, { path })).toBe(read);
  });

  const tabs = '<Tabs>\n  <Tab label="Mac">\n    One.\n  </Tab>\n\n  <Tab label="Linux">\n    Two.\n  </Tab>\n</Tabs>';
  it.each([
    ['on one line', '<Tabs><Tab title="Mac">One.</Tab><Tab title="Linux">Two.</Tab></Tabs>'],
    ['a line each', '<Tabs>\n  <TabItem label="Mac">One.</TabItem>\n  <TabItem label="Linux">Two.</TabItem>\n</Tabs>'],
    [
      'by a list of values',
      "<Tabs values={[{ label: 'Mac', value: 'm' }, { label: 'Linux', value: 'l' }]}>\n<TabItem value='m'>One.</TabItem>\n<TabItem value='l'>Two.</TabItem>\n</Tabs>",
    ],
    [
      'by a list of labels',
      "<Tabs items={['Mac', 'Linux']}>\n<Tabs.Tab>One.</Tabs.Tab>\n<Tabs.Tab>Two.</Tabs.Tab>\n</Tabs>",
    ],
    ['in attributes', '<Tabs tabs={["Mac", "Linux"]} content={[<><p>One.</p></>, <p>Two.</p>]} />'],
    ['after text', 'x\n<Tabs>\n<Tab title="Mac">\nOne.\n</Tab>\n<Tab title="Linux">\nTwo.\n</Tab>\n</Tabs>'],
  ])('tabs %s', (name, written) => {
    const before = name === 'after text' ? 'x\n\n' : '';
    expect(bodyOf(written, { path })).toBe(before + tabs);
    expect(bodyOf(written, { path: 'a/b.md' })).toBe(before + tabs);
  });

  it.each([
    '<div class="tabs"><ul role="tablist"><li role="tab">Mac</li><li role="tab">Linux</li></ul><div><div role="tabpanel"><p>One.</p></div><div role="tabpanel" hidden><p>Two.</p></div></div></div>',
    '<ul class="nav nav-tabs"><li><a href="#m">Mac</a></li><li><a href="#l">Linux</a></li></ul><div class="tab-content"><div class="tab-pane active" id="m">One.</div><div class="tab-pane" id="l">Two.</div></div>',
  ])('tabs in HTML: %s', (written) => {
    expect(bodyOf(written)).toBe(tabs);
    expect(bodyOf(`<section>${written}</section>`)).toBe(tabs);
  });

  it('code side by side is tabs, and code alone keeps its title', () => {
    expect(
      bodyOf('<CodeGroup>\n```sh Mac theme={null}\na\n```\n```js title="a.js" {1,3}\nb\n```\n</CodeGroup>', { path }),
    ).toBe(
      '<Tabs>\n  <Tab label="Mac">\n    ```sh\n    a\n    ```\n  </Tab>\n\n  <Tab label="a.js">\n    ```js\n    b\n    ```\n  </Tab>\n</Tabs>',
    );
    expect(
      bodyOf(
        '```js title="a.js" showLineNumbers\na\n```\n\n```{.py .x filename="b.py"}\nb\n```\n\n```ts {1-2} copy\nc\n```',
      ),
    ).toBe('**a.js**\n\n```js\na\n```\n\n**b.py**\n\n```py\nb\n```\n\n```ts\nc\n```');
  });

  it.each([
    ['// highlight-next-line\na\n{/* highlight-end */}\nb // c', 'js', 'a\nb // c'],
    ['a // [!code focus]\n# [!code highlight:2]\nb', 'js', 'a\nb'],
    ['a // [!code --]\nb // [!code ++]\nc', 'diff', '- a\n+ b\n  c'],
    ['a # (1)!', 'js', 'a # (1)'],
    ['a // highlight [!code]', 'js', 'a // highlight [!code]'],
  ])('code has no marks for its highlighter: %j', (code, language, read) => {
    expect(bodyOf(`\`\`\`js\n${code}\n\`\`\``)).toBe(`\`\`\`${language}\n${read}\n\`\`\``);
  });

  it('queries of note apps are left out and reported, and films are links', () => {
    const imported = importTexts({
      'a/b.md': 'Hot `#!js lid()`.\n\n```dataview\nTABLE x\n```\n\n![Film](https://youtu.be/abc)',
    });
    expect(bodyIn(imported, 'a/b')).toBe('Hot `lid()`.\n\n[Film](https://youtu.be/abc)');
    expect(lossesOf(imported)).toEqual(['a/b.md:3 The query "TABLE x" works only in the old system and was left out.']);
  });

  it('MDX with mistakes is still read, and braces in Markdown are words', () => {
    const text =
      'Use {{user}} if a < b<br>or <port>.\n\n<Tabs>\n    <Tab title="Mac" :key="x">\n        One. {#id}\n    </Tab>\n</Tabs>';
    const read =
      'Use \\{\\{user}} if a \\< b\\\nor \\<port>.\n\n<Tabs>\n  <Tab label="Mac">\n    One. \\{#id}\n  </Tab>\n</Tabs>';
    expect(bodyOf(text, { path })).toBe(read);
    expect(bodyOf('Write {name} here.\n\n<Note>Hot.</Note>')).toBe(
      'Write \\{name} here.\n\n<Callout type="note">\n  Hot.\n</Callout>',
    );
  });

  it('what is left out of them is reported with its name', () => {
    const imported = importTexts({
      [path]: '<Promo amount={5} code="SALE" />\n\n<Head>\n<title>x</title>\n</Head>\n\nHot.',
    });
    expect(bodyIn(imported, 'a/b')).toBe('Hot.');
    expect(lossesOf(imported)).toEqual([
      'a/b.mdx:1 The component <Promo> isn\'t supported; it was left out: amount="5", code="SALE".',
      'a/b.mdx:3 The component <Head> is about the page, not its text, and was left out.',
    ]);
  });
});

describe('icons', () => {
  it.each([
    ['Click the <i class="icon-power"></i> button.', 'Click the **power** button.'],
    [
      'Select <i class="fa fa-plus fa-lg" aria-hidden="true"></i>, then <span class="material-icons-outlined icon-close"></span>.',
      'Select **plus**, then **close**.',
    ],
    ['Select <span class="material-icons">add_circle</span>.', 'Select **add circle**.'],
    ['Open <i class="fas fa-cog" title="Settings"></i>.', 'Open **Settings**.'],
    ['Open <svg class="i" aria-label="Settings"><path d=""/></svg>.', 'Open **Settings**.'],
    ['**<i class="fa fa-plus"></i> Add**', '**Add**'],
    ['<i class="fa fa-check"></i> Included', 'Included'],
    ['<i class="fa fa-check"></i>: included', '**check**: included'],
  ])('%s', (written, read) => {
    expect(bodyOf(written)).toBe(read);
    expect(lossesOf(importTexts({ 'a/b.md': written })).length).toBeGreaterThan(0);
  });

  it('as components', () => {
    expect(bodyOf('Click <Icon icon="floppy-disk" /> or <FaPlus /> now.', { path })).toBe(
      'Click **floppy disk** or **plus** now.',
    );
  });
});

it('code with a line break stays in its row', () => {
  const html = '<table><tr><th>A</th></tr><tr><td><code>a<br>&lt;b</code></td></tr></table>';
  expect(bodyOf(html)).toBe('| A |\n| - |\n| `a`<br />`<b` |');
});
