import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';
import { sharedSite } from '../../site/small-site.ts';

let dist: string;
beforeAll(async () => {
  dist = await sharedSite();
});

const printed = (...words: string[]) => printedFrom(dist, ...words);

async function printedFrom(site: string, ...words: string[]) {
  const root = await makeFolder({});
  const ran = await run('export', ['pdf', '--out', 'out.pdf', '--dist', site, ...words], root);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const task = getDocument({ data: new Uint8Array(await readFile(join(root, 'out.pdf'))), verbosity: 0 });
  onTestFinished(() => task.destroy());
  const pdf = await task.promise;
  const textOf = async (number: number) => {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  };
  return { pdf, textOf, stdout: ran.stdout };
}

describe('export pdf', () => {
  it('has a cover, contents with page numbers, and sections with their articles', async () => {
    const { pdf, textOf, stdout } = await printed();
    expect(stdout).toBe('Printed 4 articles to out.pdf.\n');
    expect(await textOf(1)).toMatch(/^Pilvi help\s[\s\S]*https:\/\/help\.pilvi\.example\/en\/\s*$/);
    const lines = [...(await textOf(2)).matchAll(/^(.+?)\s*\n?\s*(\d+)$/gm)].map(([, title = '', page]) => [
      title.trim(),
      page,
    ]);
    expect(lines.map(([title]) => title)).toEqual(
      expect.arrayContaining(['How do I freeze my card?', 'Order a card', 'Close my account', 'Rates today']),
    );
    for (const [title = '', page] of lines.slice(0, 4)) expect(await textOf(Number(page))).toContain(title);
    const all = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOf(index + 1)));
    expect(all.join('')).not.toContain('How we close accounts ourselves');
  });

  it('has bookmarks, tags, a title and a language', async () => {
    const { pdf } = await printed();
    const bookmarks = (await pdf.getOutline()).map(({ title, items }) => [title, items.map((item) => item.title)]);
    expect(bookmarks).toEqual([
      ['All articles', []],
      ['Cards', ['How do I freeze my card?', 'Order a card']],
      ['Account', ['Close my account', 'Rates today']],
    ]);
    const { info } = (await pdf.getMetadata()) as { info: { Title: string; Language: string } };
    expect(info).toMatchObject({ Title: 'Pilvi help', Language: 'en' });
    const tags = JSON.stringify(await (await pdf.getPage(pdf.numPages)).getStructTree());
    for (const role of ['H1', 'H2', 'P', 'Link', 'Code']) expect(tags).toContain(`"role":"${role}"`);
  });

  it('has bookmarks with whole words, also of headings with several lines', async () => {
    const site = join(await makeFolder({}), 'dist');
    await cp(dist, site, { recursive: true });
    const page = join(site, 'en/cards/order/index.html');
    const title = 'Order a new card '.repeat(20).trim();
    const html = await readFile(page, 'utf8');
    expect(html).toContain('Order a card</h1>');
    await writeFile(page, html.replace('Order a card</h1>', `${title}</h1>`));
    const { pdf } = await printedFrom(site, '--article', 'cards/order');
    expect(JSON.stringify(await pdf.getOutline())).toContain(title);
  });

  it('links inside the document where it can, and to the published site elsewhere', async () => {
    const linksIn = async ({ pdf }: Awaited<ReturnType<typeof printed>>) => {
      const pages = Array.from({ length: pdf.numPages }, async (_, index) =>
        (await pdf.getPage(index + 1)).getAnnotations(),
      );
      return (await Promise.all(pages)).flat().map(({ dest, url }) => dest ?? url);
    };
    const whole = await printed();
    const links = await linksIn(whole);
    expect(links).toContain('article-account_close');
    expect(links).toContain('article-cards_order--what-it-costs');
    for (const link of links.filter((one) => /^article-/.test(one)))
      expect(await whole.pdf.getDestination(link)).not.toBeNull();
    expect(await linksIn(await printed('--article', 'cards/order'))).toContain(
      'https://help.pilvi.example/en/account/close/',
    );
  });

  it('prints a section, in another language and direction', async () => {
    const { pdf, textOf } = await printed('--section', 'cards', '--locale', 'fa');
    const { info } = (await pdf.getMetadata()) as { info: { Language: string } };
    expect(info.Language).toBe('fa');
    expect(await textOf(2)).toMatch(/[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]/);
  });

  it('says what it can’t find, and writes nothing', async () => {
    const root = await makeFolder({});
    const words = ['pdf', '--out', 'out.pdf', '--dist', dist];
    expect(await run('export', [...words, '--article', 'account/for-the-team'], root)).toMatchObject({
      code: 1,
      stderr: 'There is no published article "account/for-the-team" in en. Nothing was written.\n',
    });
    expect(await run('export', [...words, '--locale', 'sv'], root)).toMatchObject({ code: 1 });
    expect(await run('export', [...words, '--article', 'a', '--section', 'b'], root)).toMatchObject({ code: 2 });
    await expect(readFile(join(root, 'out.pdf'))).rejects.toThrow('ENOENT');
  });
});
