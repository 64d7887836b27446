import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkContent } from '#io/check-content.ts';
import { startCheckThread } from '../../../scripts/dev/check-thread.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';

const today = '2026-11-15';

/** What a thread says that was started anew. */
async function checkIn(contentDir: string) {
  const thread = startCheckThread(contentDir, undefined, () => today);
  try {
    return await thread.check(true);
  } finally {
    await thread.stop();
  }
}

it('says what a check says, again with what an earlier one read, and after a change', { timeout: 60_000 }, async () => {
  const folder = await makeFolder({
    'content/site.yaml': siteYaml,
    'content/facts.yaml': 'price: 5\n',
    'content/articles/en/cards/freeze.mdx': articleText('## Pay {facts.price}\n\nIt is {facts.none}.'),
    'content/articles/en/cards/order.mdx': articleText('See [this](/cards/freeze).'),
  });
  const contentDir = join(folder, 'content');
  const checked = async () => {
    const { findings, library } = await checkContent(contentDir, undefined, {}, today);
    return { findings, articles: library?.articles };
  };
  const outlines = ['Pay 5', 'Pay 5', 'Pay 6'];
  for (const outline of outlines) {
    if (outline === 'Pay 6') await writeFile(join(contentDir, 'facts.yaml'), 'price: 6\n');
    const { findings, articles } = await checkIn(contentDir);
    expect({ findings, articles }).toEqual(await checked());
    expect(articles.flatMap((article) => article.outline.map(({ text }) => text))).toEqual([outline]);
  }
});
