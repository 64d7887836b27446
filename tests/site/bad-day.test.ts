import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { engine } from '../run.ts';
import { openSmallSite } from './open-small-site.ts';
import { accessibilityViolations, phone, type Visit, visitPage } from './visit.ts';

// What readers meet that no one tries in an office: a slow network, large text, paper, other colors, other languages.
const opened = openSmallSite(
  async ({ content, folder }) => {
    const write = (path: string, text: string) => writeFile(join(content, 'articles', path), text);
    await write(
      'fa/cards/order.mdx',
      '---\ntitle: سفارش کارت\n---\n\nبرای سفارش کارت با شماره +358 9 0000 0100 تماس بگیرید یا `--order` را بنویسید.\n',
    );
    await write(
      'en/cards/block.mdx',
      `---
title: Block a card
---

<Steps>

1. Open **Cards**.

   It is on the first page.
2. Press *Block*.
3. Send back the old card.

</Steps>

1. First
2. Second

\`\`\`
${'curl --header authorization '.repeat(12)}
\`\`\`

## Before you block it

${'Think about it. '.repeat(400)}

## After you blocked it

${'Wait for the new one. '.repeat(200)}
`,
    );
    const drawing = (lines: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90">${lines}</svg>`;
    await write('en/cards/dark.svg', drawing('<path d="M0 0L9 9" stroke="#222" fill="none"/>'));
    await write('en/cards/bright.svg', drawing('<path d="M0 0L9 9" stroke="#e33" fill="none"/>'));
    await write(
      'en/cards/lines.mdx',
      '---\ntitle: Lines\n---\n\n<Figure src="./dark.svg" alt="Dark lines" />\n\n![Bright lines](./bright.svg)\n',
    );
    await cp(join(engine, 'themes/lumo'), join(folder, 'themes/acme'), { recursive: true });
    const link = (text: string) => `    - { text: ${text}, href: https://acme.example/ }\n`;
    const theme = join(folder, 'themes/acme/theme.yaml');
    const links = ['Spare parts', 'Delivery times', 'Opening hours', 'Careers at Acme', 'Business customers'];
    await writeFile(
      theme,
      (await readFile(theme, 'utf8')).replace('header:\n  links:\n', `$&${links.map(link).join('')}`),
    );
    await writeFile(
      join(content, 'site.yaml'),
      `${await readFile(join(content, 'site.yaml'), 'utf8')}home: https://acme.example/\n`,
    );
    await mkdir(join(content, 'announcements'));
    await writeFile(
      join(content, 'announcements/upgrade.yaml'),
      'from: 2026-12-07T09:00:00Z\nuntil: 2099-01-01T09:00:00Z\nseverity: notice\ntitle: New cards\ntext: They are here.\n',
    );
  },
  '--theme',
  'acme',
);

const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.served.url, path, options, look);

/** Where a text starts and where another starts, from the left, in CSS pixels. */
const placesOf = (page: Page, selector: string, texts: readonly string[]) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, texts) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places: number[] = [];
      while (walker.nextNode())
        for (const text of texts) {
          const node = walker.currentNode;
          const at = node.nodeValue?.indexOf(text) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          places[texts.indexOf(text)] = range.getBoundingClientRect().left;
        }
      return places;
    }, texts);

it('a right-to-left article and its excerpts keep the order of numbers and code', async () => {
  const inOrder = async (page: Page, selector: string) => {
    const [start = 0, end = 0] = await placesOf(page, selector, ['+358', '0100']);
    const [dashes = 0, word = 0] = await placesOf(page, selector, ['--order', 'order']);
    return start < end && dashes < word;
  };
  await visit('fa/cards/order/', {}, async (page) => expect(await inOrder(page, 'article p')).toBe(true));
  await visit(`fa/search/?q=${encodeURIComponent('سفارش کارت')}`, {}, async (page) => {
    await page.locator(':is(.result-excerpt, .result-passage p)', { hasText: '358' }).first().waitFor();
    expect(await inOrder(page, ':is(.result-excerpt, .result-passage p):has-text("358")')).toBe(true);
  });
});

it.each([
  ['en/', ['plus-jakarta-sans']],
  ['fa/', ['plus-jakarta-sans', 'vazirmatn']],
])('%s loads only the fonts whose letters it shows, also while the first is on its way', async (path, names) => {
  const loaded: string[] = [];
  const before = (page: Page) =>
    page.route('**/*.woff2', async (route) => {
      loaded.push(/([^/.]+)\.[^/]*$/.exec(route.request().url())?.[1] ?? '');
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
  await visit(path, { viewport: phone, before }, async (page) => {
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    expect(loaded.toSorted()).toEqual(names);
  });
});

it('an article is read to its end on paper', async () => {
  await visit('en/cards/block/', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('pre').evaluate((pre) => pre.scrollWidth <= pre.clientWidth)).toBe(true);
  });
});

it('steps keep their numbers when they are copied', async () => {
  await visit('en/cards/block/', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const copied = async (from: string, to: string) => {
      await page.evaluate(
        ([from, to]) => {
          const of = (text = '') => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) if (walker.currentNode.nodeValue?.includes(text)) return walker.currentNode;
            throw new Error(text);
          };
          const end = of(to);
          getSelection()?.setBaseAndExtent(of(from), 0, end, end.nodeValue?.length ?? 0);
        },
        [from, to],
      );
      await page.keyboard.press('Control+C');
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const textOf = async (type: string) => (await item?.getType(type))?.text();
        return { text: await textOf('text/plain'), html: await textOf('text/html') };
      });
    };
    // A reader's hand takes longer from the first click to the copy than the script needs to load.
    const loaded = page.waitForResponse(/copy-numbers/);
    await page.getByText('Press Block').click();
    await (await loaded).finished();
    await expect.poll(async () => (await copied('Press ', 'Send back')).text).toMatch(/^2\. Press/);
    const all = await copied('Open ', 'Second');
    expect(all.text?.split(/\n+/)).toEqual([
      '1. Open Cards.',
      'It is on the first page.',
      '2. Press Block.',
      '3. Send back the old card.',
      '1. First',
      '2. Second',
    ]);
    expect(all.html).toContain('<ol');
    expect(all.html).not.toContain('list-style');
    expect((await copied('Press ', 'Send back')).text?.split(/\n+/)).toEqual([
      '2. Press Block.',
      '3. Send back the old card.',
    ]);
    expect((await copied('Send back', 'Send back')).text).toBe('Send back the old card.');
  });
});

it('a phone has the links of the header in a menu', async () => {
  await visit('en/', { viewport: phone }, async (page) => {
    const menu = page.locator('[data-part=header-menu]');
    await menu.locator('summary').click();
    expect(await menu.getByRole('link', { name: 'Prices' }).isVisible()).toBe(true);
    expect(await menu.getByRole('link', { name: 'Go to Pilvi' }).isVisible()).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await menu.getByRole('link', { name: 'Prices' }).isVisible()).toBe(false);
  });
  await visit('en/', {}, async (page) => {
    expect(await page.locator('[data-part=header-menu]').isVisible()).toBe(false);
  });
});

it('a header of two lines hides nothing that an address leads to', async () => {
  await visit('en/cards/block/#after-you-blocked-it', { viewport: { width: 800, height: 600 } }, async (page) => {
    const bottom = (selector: string) => page.locator(selector).evaluate((one) => one.getBoundingClientRect().bottom);
    const top = () => page.locator('#after-you-blocked-it').evaluate((one) => one.getBoundingClientRect().top);
    const header = await bottom('[data-part=header]');
    expect(header).toBeGreaterThan(80);
    // The page scrolls there smoothly.
    await expect.poll(top).toBeLessThan(300);
    expect(await top()).toBeGreaterThanOrEqual(header);
  });
});

it.each([
  ['in the language of its address', 'fa/no-such/?a=b', 'en', 'fa'],
  ['in the language of the reader, if its address has none', 'no-such/', 'fa', 'fa'],
  ['in the default language, if the reader has none of the others', 'no-such/', 'ja', 'en'],
])('a missing page says so %s, and keeps its address', async (_, path, own, lang) => {
  await visit(path, { locale: own }, async (page) => {
    await page.waitForFunction(([address, tag]) => location.href === address && document.documentElement.lang === tag, [
      opened.served.url + path,
      lang,
    ] as const);
    expect(await page.getByRole('searchbox').isVisible()).toBe(true);
    expect(await page.locator('main [data-part=other-sections] a').first().getAttribute('href')).toContain(`/${lang}/`);
  });
});

it.each([
  { viewport: { width: 256, height: 600 }, font: 16 },
  { viewport: { width: 320, height: 600 }, font: 24 },
  { viewport: phone, font: 32 },
])('no page is wider than a window of %j', async ({ viewport, font }) => {
  const before = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: font, fixed: font } });
  };
  for (const path of ['en/', 'en/cards/', 'en/cards/block/', 'en/search/', 'en/contact/', 'en/no-such/'])
    await visit(path, { viewport, before }, async (page) => {
      const wide = await page.evaluate(() => {
        const { clientWidth } = document.documentElement;
        return [...document.querySelectorAll('body *')]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 1)
          .filter((one) => !one.closest('pre, .table, .visually-hidden, .skip'))
          .map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`);
      });
      expect(wide, path).toEqual([]);
    });
});

it.each([
  ['dark', 'light', '.logo-dark'],
  ['light', 'dark', '.logo-light'],
] as const)('the colors of a device (%s) decide about the logo, not the choice of %s', async (device, choice, logo) => {
  await visit('en/', { forcedColors: 'active', colorScheme: device }, async (page) => {
    await page.evaluate((mode) => {
      document.documentElement.dataset.theme = mode;
    }, choice);
    expect(
      await page.locator('.brand :visible').evaluateAll((all) => all.map((one) => `.${one.classList[1]}`)),
    ).toEqual([logo]);
  });
});

it.each([true, false])('an announcement is not shown before it starts (JavaScript: %s)', async (javaScriptEnabled) => {
  await visit('en/', { javaScriptEnabled }, async (page) => {
    expect(await page.getByText('New cards').isVisible()).toBe(false);
  });
});

it('a reader who changes the language stays in the open answer', async () => {
  await visit('en/cards/#freeze', {}, async (page) => {
    await page.locator('[data-part=language-menu] summary').click();
    await page.locator('[data-part=language-menu] a[hreflang=fa]').click();
    await page.waitForURL(/\/fa\/cards\/#freeze$/);
    await page.locator('#freeze').waitFor();
  });
});

it('a question that is typed again opens its results again', async () => {
  await visit('en/', {}, async (page) => {
    const field = page.getByRole('combobox');
    const panel = page.locator('[data-part=search-panel]');
    await page.locator('#search').fill('freeze');
    await panel.getByRole('option').first().waitFor();
    await field.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await field.press('Backspace');
    await field.press('e');
    await panel.getByRole('option').first().waitFor();
  });
});

it.each(['light', 'dark'] as const)(
  'drawings with dark lines have a light background in %s mode if needed',
  async (mode) => {
    await visit('en/cards/lines/', { colorScheme: mode }, async (page) => {
      const background = (of: ReturnType<Page['locator']>) =>
        of.evaluate((one) => getComputedStyle(one).backgroundColor);
      const text = await page.locator('h1').evaluate((one) => getComputedStyle(one).color);
      const light = mode === 'dark' ? text : 'rgba(0, 0, 0, 0)';
      expect(await background(page.getByRole('img', { name: 'Bright lines' }))).toBe('rgba(0, 0, 0, 0)');
      expect(await background(page.locator('.figure img'))).toBe(light);
      await page.getByRole('button', { name: 'Enlarge image: Dark lines' }).click();
      expect(await background(page.locator('.enlarged img'))).toBe(light);
    });
  },
);

it('half a character is searched like any other that nothing has', async () => {
  await visit('en/', {}, async (page) => {
    const field = page.locator('#search');
    await field.click();
    await field.evaluate((input) => {
      (input as HTMLInputElement).value = 'zzzz \ud83d';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.locator('[data-part=search-panel]').getByText('We found no answer').first().waitFor();
  });
});

it('readers who want more contrast have secondary text and lines as dark as text and fields', async () => {
  const colors = (contrast: 'more' | 'no-preference') =>
    visit('en/cards/', { contrast }, (page) =>
      page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ['muted', 'text', 'border', 'control'].map((name) => style.getPropertyValue(`--hc-${name}`));
      }),
    );
  const [muted, text, border, control] = await colors('more');
  expect([muted, border]).toEqual([text, control]);
  expect((await colors('no-preference'))[0]).not.toBe(text);
});
