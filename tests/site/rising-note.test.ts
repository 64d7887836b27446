import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kb/values/day.ts';
import { openSmallSite } from './open-small-site.ts';
import { accessibilityViolations, phone, visitPage } from './visit.ts';

const today = new Date().toISOString().slice(0, 10);
const opened = openSmallSite(
  async (site) => {
    await appendFile(join(site.content, 'site.yaml'), '\nrisingNote: true\n');
    const steady = join(site.content, 'articles/en/account/steady.mdx');
    await writeFile(steady, '---\ntitle: A steady question\ntopics: [steady]\n---\n\nAs ever.\n');
    await writeFile(
      join(site.content, 'articles/en/account/lost.mdx'),
      '---\ntitle: A lost card on the account\ntopics: [card-lost]\n---\n\nIt is safe.\n',
    );
    await appendFile(join(site.content, 'topics.yaml'), '  steady:\n    title: Steady\n    categories: [steady]\n');
    const days = Array.from({ length: 90 }, (_, age) => ({ day: addDays(today, -age), age })).reverse();
    const rows = days.flatMap(({ day, age }) => [`${day},en,lost_card,${age < 20 ? 9 : 1}`, `${day},en,steady,5`]);
    await mkdir(join(site.content, 'tickets'));
    await writeFile(
      join(site.content, 'tickets/zendesk.csv'),
      `day,locale,category,tickets\n${rows.map((row) => `${row}\n`).join('')}`,
    );
    await mkdir(join(site.content, 'announcements'));
    const announcements = {
      known: `severity: problem\nfrom: ${addDays(today, -1)}T00:00:00Z\nsections: [account]`,
      planned: `severity: problem\nfrom: ${addDays(today, 9)}T00:00:00Z\nsections: [cards]`,
      notice: `from: ${addDays(today, -1)}T00:00:00Z\nsections: [cards]`,
    };
    for (const [name, lines] of Object.entries(announcements))
      await writeFile(join(site.content, `announcements/${name}.yaml`), `${lines}\ntitle: ${name}\ntext: We look.\n`);
  },
  '--today',
  today,
);

const visit = <T>(path: string, look: (page: Page) => Promise<T>, colorScheme: 'light' | 'dark' = 'light') =>
  visitPage(opened.served.url, path, { viewport: phone, colorScheme }, look);
const notes = (page: Page) => page.locator('[data-part=rising-note]');

describe('the note on an article whose topic rises', () => {
  it.each([
    ['en/cards/freeze/', 'Many customers are asking about this right now. We’re aware of it.'],
    ['fa/cards/freeze/', 'در حال حاضر بسیاری از مشتریان دربارهٔ این موضوع می‌پرسند. ما از آن اطلاع داریم.'],
  ])('is on %s, next to a notice and an announced problem, without a number', async (path, text) => {
    await visit(path, async (page) => {
      expect(await notes(page).isVisible()).toBe(true);
      expect((await notes(page).textContent())?.trim()).toBe(text);
    });
  });

  it('has no accessibility violations in light and dark', async () => {
    for (const scheme of ['light', 'dark'] as const)
      await visit('en/cards/freeze/', async (page) => expect(await accessibilityViolations(page)).toEqual([]), scheme);
  });

  it.each(['en/account/steady/', 'en/cards/order/', 'en/cards/', 'en/'])('is not on %s', async (path) => {
    await visit(path, async (page) => expect(await notes(page).count()).toBe(0));
  });

  it('is hidden by an announcement of a problem in its section', async () => {
    await visit('en/account/lost/', async (page) => {
      expect(await page.getByText('known', { exact: true }).isVisible()).toBe(true);
      expect(await notes(page).isVisible()).toBe(false);
    });
  });

  it('disappears even if the site is not built again', async () => {
    await visit('en/cards/freeze/', async (page) => {
      await page.clock.setFixedTime(`${addDays(today, 15)}T00:00:00Z`);
      await page.reload();
      expect(await notes(page).isVisible()).toBe(false);
    });
  });
});
