import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { importTickets } from '#io/imports/import-tickets.ts';
import { importText } from '#report/imports/tickets-text.ts';
import { desk } from './desk.ts';

const table = (more: number) =>
  `ID,Created at,Category\n${Array.from({ length: 120 }, (_, n) => `${n},2026-11-${10 + (n % (9 + more))},${['lost_card', 'card_late'][n % 2]}\n`).join('')}`;

it('the same tickets under two names are noticed', async () => {
  const { root, contentDir } = await desk({ a: table(0), b: table(3) });
  const { library } = await readContent(contentDir);
  if (!library) throw new Error('The content of the test is wrong.');
  const take = async (file: string, from: string) => {
    const { imported } = await importTickets([join(root, file)], { contentDir, library, from });
    if (!imported) throw new Error('The import has findings.');
    return importText(imported, { counts: '' });
  };
  expect(await take('a', 'shop')).not.toContain('almost the same');
  expect(await take('b', 'bank')).not.toContain('almost the same');
  expect(await take('a', 'shop-again')).toContain('Source "shop" has almost the same tickets');
  expect(await take('a', 'shop')).toContain('Source "shop-again" has almost the same tickets');
});
