import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';
import { testBrowser } from '../../site/browser/browser.ts';
import { sharedSite, smallContent } from '../../site/small-site.ts';
import { lines, zendeskTicket } from '../../tickets.ts';

let dist: string;
beforeAll(async () => {
  dist = await sharedSite();
});

const exported = async (format: string, root: string) =>
  run('export', ['replies', '--for', format, '--out', 'out', '--dist', dist], root);

describe('export replies', () => {
  it('writes an answer for each published article in each language, and nothing internal', async () => {
    const root = await makeFolder({});
    expect(await exported('html', root)).toEqual({
      code: 0,
      stdout: 'Wrote 5 answers in 2 languages to out.\n',
      stderr: '',
    });
    expect(await listFiles(join(root, 'out'))).toEqual([
      'en/account/close.html',
      'en/account/rates.html',
      'en/cards/freeze.html',
      'en/cards/order.html',
      'fa/cards/freeze.html',
      'replies.json',
    ]);
    expect(JSON.parse(await readFile(join(root, 'out/replies.json'), 'utf8'))[3]).toEqual({
      id: 'cards/order',
      language: 'en',
      title: 'Order a card',
      url: 'https://help.pilvi.example/en/cards/order/?from=agent',
    });
  });

  it('gives HTML that an editor keeps as it is', async () => {
    const root = await makeFolder({});
    await exported('html', root);
    const page = await (await testBrowser()).newPage();
    await page.setContent('<div contenteditable></div>');
    for (const file of ['en/cards/order.html', 'en/cards/freeze.html', 'fa/cards/freeze.html']) {
      const html = (await readFile(join(root, 'out', file), 'utf8')).trim();
      await page.locator('div').click();
      await page.evaluate((text) => {
        document.execCommand('selectAll');
        document.execCommand('insertHTML', false, text);
      }, html);
      const kept = await page.locator('div').innerHTML();
      expect(kept).toBe(html);
    }
    await page.close();
  });

  it.each([
    ['zendesk', 'en/macros.json', (json: { macro: object }[]) => json[3]?.macro, { title: 'Cards::Order a card' }],
    [
      'freshdesk',
      'en/canned_responses.json',
      (json: { canned_responses: object[] }) => json.canned_responses[3],
      { title: 'Order a card', visibility: 0 },
    ],
    ['intercom', 'en/macros.json', (json: object[]) => json[3], { type: 'macro', name: 'Order a card' }],
    ['helpscout', 'en/saved-replies.json', (json: object[]) => json[3], { name: 'Order a card' }],
  ])('has the form that %s takes', async (format, file, pick, expected) => {
    const root = await makeFolder({});
    await exported(format, root);
    const json = JSON.parse(await readFile(join(root, 'out', file), 'utf8'));
    expect(pick(json as never)).toMatchObject(expected);
    expect(JSON.stringify(json)).toContain('https://help.pilvi.example/en/cards/order/?from=agent');
  });

  it('gives answers that the next export leads back to their articles, after agents pasted them', async () => {
    const root = await makeFolder({ 'content/tickets.yaml': 'sources:\n  zendesk: { links: text }\n' });
    await cp(smallContent, join(root, 'content'), { recursive: true });
    await exported('zendesk', root);
    const macros = (['en', 'fa'] as const).map(async (tag) =>
      JSON.parse(await readFile(join(root, `out/${tag}/macros.json`), 'utf8')),
    );
    const page = await (await testBrowser()).newPage();
    const tickets = [];
    for (const { macro } of (await Promise.all(macros)).flat()) {
      await page.setContent(`<div id="from">${macro.actions[0].value}</div><div id="to" contenteditable></div>`);
      await page.locator('#from').evaluate((from) => getSelection()?.selectAllChildren(from));
      await page.keyboard.press('Control+C');
      await page.locator('#to').focus();
      await page.keyboard.press('Control+V');
      const pasted = await page.locator('#to').innerHTML();
      expect(pasted).toContain('<a ');
      const ticket = zendeskTicket({ created: `2026-11-${String(tickets.length + 1).padStart(2, '0')}T10:00:00Z` });
      tickets.push({ ...ticket, comments: [{ author_id: 77, html_body: `<p>Hello!</p>${pasted}` }] });
    }
    await page.close();
    await writeFile(join(root, 'tickets.ndjson'), lines(tickets));
    expect(await run('tickets', ['import', 'tickets.ndjson'], root)).toMatchObject({ code: 0 });
    const links = await readFile(join(root, 'content/tickets/links/zendesk.csv'), 'utf8');
    // An answer can name other articles, too.
    expect(links.trim().split('\n').slice(1)).toEqual([
      '2026-11-01,en,account/close,1',
      '2026-11-02,en,account/close account/rates,1',
      '2026-11-03,en,cards/freeze cards/order,1',
      '2026-11-04,en,cards/order,1',
      '2026-11-05,en,cards/freeze,1',
    ]);
  });

  it('replaces only what it wrote before', async () => {
    const root = await makeFolder({ 'out/mine.txt': 'mine' });
    expect(await exported('text', root)).toMatchObject({
      code: 1,
      stderr:
        '--out is "out", which contains files of something else. Name a new folder, or empty this one. Nothing was written.\n',
    });
    const other = await makeFolder({});
    await exported('html', other);
    expect(await exported('text', other)).toMatchObject({ code: 0 });
    expect(await listFiles(join(other, 'out'))).toContain('en/cards/order.txt');
    expect(await listFiles(join(other, 'out'))).not.toContain('en/cards/order.html');
  });

  it('says what is missing', async () => {
    const root = await makeFolder({});
    expect(await run('export', ['replies', '--for', 'zendesk', '--out', 'out'], root)).toMatchObject({
      code: 1,
      stderr: 'There is no built site in dist. Run `npm run build` first. Nothing was written.\n',
    });
    expect(await run('export', ['replies', '--for', 'zendeks', '--out', 'out'], root)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--for is "zendeks". Did you mean "zendesk"?'),
    });
  });
});
