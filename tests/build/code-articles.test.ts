import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { expect, it } from 'vitest';
import { codeArticles } from '#build/code-articles.ts';
import { articleText, makeFolder, siteYaml } from '../folder.ts';

const article = 'articles/en/cards/rates.mdx';
const importing = (line: string) => `---\ntitle: Rates\nsummary: Rates.\n---\n\n${line}\n\n<Rate />\n`;
const rate = "import Rate from '../../../../themes/acme/Rate.astro';";

async function makeContent(): Promise<string> {
  const folder = await makeFolder({
    'content/site.yaml': `${siteYaml}theme: acme\n`,
    [`content/${article}`]: importing(rate),
    'content/articles/en/cards/order.mdx': articleText(),
    'themes/acme/theme.yaml': 'version: 1\n',
    'themes/acme/Rate.astro': '<b>5</b>\n',
    'themes/other/theme.yaml': 'version: 1\n',
    'themes/other/Rate.astro': '<b>5</b>\n',
  });
  return join(folder, 'content');
}

async function load(contentDir: string, id: string, untrusted = false): Promise<unknown> {
  const options = { contentDir, outDir: '', audience: 'public', today: '2026-11-15', popular: [], rising: [] } as const;
  const hook = (codeArticles({ ...options, untrusted }) as Plugin).load;
  return (hook as (id: string) => Promise<unknown>)(id);
}

it('lists only articles that import components which they are allowed to', async () => {
  const content = await makeContent();
  expect(await load(content, '\0#code-articles')).toContain('rates.mdx');
  expect(await load(content, '\0#code-articles')).not.toContain('order.mdx');
  expect(await load(content, '\0#code-articles', true)).not.toContain('rates.mdx');
});

it('passes on an article without its front matter, which has commands to Astro', async () => {
  const content = await makeContent();
  expect(await load(content, join(content, article))).toBe(`\n\n\n\n\n${rate}\n\n<Rate />\n`);
});

it.each([
  ['has code', importing(`${rate}\n\nexport const a = process.exit();`)],
  ['names a layout', importing(rate).replace('title:', 'layout: ../../../../themes/acme/Rate.astro\ntitle:')],
  ['imports a component of another brand', importing(rate.replace('acme', 'other'))],
])('stops if a file that was checked %s when it is compiled', async (_, text) => {
  const content = await makeContent();
  await writeFile(join(content, article), text);
  await expect(load(content, join(content, article))).rejects.toThrow('rates.mdx cannot be run.');
});
