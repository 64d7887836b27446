import { expect, it } from 'vitest';
import { bodyIn, importTexts, lossesOf } from '../import-texts.ts';

const block = (kind: string, data: unknown) => `[block:${kind}]\n${JSON.stringify(data, null, 2)}\n[/block]`;

it('blocks that ReadMe keeps as JSON become Markdown', () => {
  const text = [
    block('callout', { type: 'warning', title: 'Stop', body: 'Hot **water**' }),
    block('parameters', { data: { 'h-0': 'A', 'h-1': 'B', '0-0': '1 | 2', '0-1': '3\n4' }, cols: 2, rows: 1 }),
    block('code', {
      codes: [
        { code: 'ls {$x$}', language: 'shell', name: 'Mac' },
        { code: 'dir', language: 'text' },
      ],
    }),
    block('api-header', { title: 'Prices' }),
    block('image', { images: [{ image: ['https://x.example/a.png', 'a.png', 9], caption: 'A lid' }] }),
    block('html', { html: '<p>One</p>\n\n<p><b>Two</b></p>' }),
    block('embed', { html: false, url: 'https://youtu.be/abc', title: 'Film' }),
    'The <<glossary:lid>>.',
    block('tutorial-tile', { title: 'Boil', slug: 'boil' }),
    '[Other](doc:other-page) :fa-user: :owlbert:',
  ].join('\n\n');
  const imported = importTexts({ 'a/b.md': text, 'a/other-page.md': '# Other\n\nText.' });
  expect(bodyIn(imported, 'a/b')).toBe(
    [
      '<Callout type="warning" title="Stop">\n  Hot **water**\n</Callout>',
      '| A | B |\n| - | - |\n| 1 \\| 2 | 3<br />4 |',
      '<Tabs>\n  <Tab label="Mac">\n    ```shell\n    ls {$x$}\n    ```\n  </Tab>\n\n  <Tab label="text">\n    ```text\n    dir\n    ```\n  </Tab>\n</Tabs>',
      '## Prices',
      '<Figure src="https://x.example/a.png" alt="" caption="A lid" />',
      'One\n\n**Two**',
      '[Film](https://www.youtube.com/watch?v=abc)',
      'The lid.',
      '**Boil**',
      '[Other](/a/other-page) **user**',
    ].join('\n\n'),
  );
  expect(lossesOf(imported).filter((loss) => !loss.includes('other site'))).toEqual([
    'a/b.md:65 The embedded video https://youtu.be/abc was replaced with a link.',
    "a/b.md:75 The component <TutorialTile> isn't supported; only its content was kept.",
    'a/b.md:82 The icon "user" was replaced with its name.',
  ]);
});
