import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { customProperties } from '#kb/theme/custom-properties.ts';
import { engine, run } from '../run.ts';
import { openSmallSite } from './open-small-site.ts';
import { accessibilityViolations, visitPage } from './visit.ts';

const callouts = ['note', 'tip', 'important', 'warning']
  .map((type) => `<Callout type="${type}">\nTake care.\n</Callout>\n`)
  .join('\n');
const page = (path: string) => readFile(join(opened.site.out, path, 'index.html'), 'utf8');

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const opened = openSmallSite(
  async (site) => {
    const font = join(engine, 'tests/fixtures/fonts/open-sans-letters.ttf');
    const begun = await run('new', ['theme', 'acme', '--brand', '#ffe600', '--font', font, '--content', site.content]);
    expect(begun.stderr).toBe('');
    await cp(join(engine, 'tests/fixtures/themes/acme'), join(site.folder, 'themes/acme'), { recursive: true });
    await cp(join(engine, 'themes/plain/touch-icon.png'), join(site.folder, 'themes/acme/touch-icon.png'));
    const yaml = await readFile(join(site.folder, 'themes/acme/theme.yaml'), 'utf8');
    const css = await readFile(join(site.folder, 'themes/acme/theme.css'), 'utf8');
    await write(site.folder, {
      'themes/acme/theme.yaml': `${yaml}touchIcon: touch-icon.png
header: { links: [{ text: Prices, href: /cards/order#what-it-costs }] }
footer:
  note: Acme Ltd
  legal: [{ text: { en: Privacy, fa: حریم خصوصی }, href: https://acme.example/privacy }]
`,
      'themes/acme/theme.css': `${css}\n[data-part='footer'] { background: url(./pattern.svg) }\n`,
      'themes/acme/pattern.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><!-- me --><script>alert(1)</script></svg>',
      'content/articles/en/cards/gold.mdx': `---\ntitle: Gold card\nbrands: [acme]\n---\n\n${callouts}`,
      'content/articles/en/cards/black.mdx': '---\ntitle: Zebra card\nbrands: [lumo]\n---\n\nA card of stripes.\n',
    });
  },
  '--theme',
  'acme',
);

const visit = <T>(path: string, look: (page: Page) => Promise<T>) => visitPage(opened.served.url, path, {}, look);

describe('a site of one brand', () => {
  it('has its own parts, which can include the engine’s', async () => {
    expect(await page('fa')).toMatch(/<aside class="ribbon">[^<]+: spring offer<\/aside>\s*<header class="header"/);
  });

  it('has the pictures that its styles name, without what could run', async () => {
    const bundled = join(opened.site.out, '_astro');
    const [name = ''] = (await listFiles(bundled)).filter((file) => /^pattern\..*\.svg$/.test(file));
    expect(await readFile(join(bundled, name), 'utf8')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>\n',
    );
  });

  it('has texts in its own tone', async () => {
    expect(await page('en')).toContain('<h1>What is up?</h1>');
  });

  it('has its links, in the language of the reader', async () => {
    const html = await page('fa');
    expect(html).toContain('href="/fa/cards/order/#what-it-costs"');
    expect(html).toContain('<bdi>حریم خصوصی</bdi></a>');
    expect(html).toContain('<p><bdi>Acme Ltd</bdi></p>');
  });

  it('has an icon for the home screen of a phone', async () => {
    const [, file = ''] = /<link rel="apple-touch-icon" href="\/([^"]+\.png)">/.exec(await page('en')) ?? [];
    expect(await readFile(join(opened.site.out, file))).toEqual(
      await readFile(join(engine, 'themes/plain/touch-icon.png')),
    );
  });

  it('gives the bar of a phone’s browser the color of the header, in the mode that the reader chose', async () => {
    await visit('en/', async (page) => {
      const colors = () =>
        page.evaluate(() => {
          const header = document.querySelector('[data-part=header]') as HTMLElement;
          const bar = [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')];
          return { header: getComputedStyle(header).backgroundColor, bar: bar.map(({ content }) => content) };
        });
      const light = await colors();
      expect(light.bar).toEqual([light.header, light.header]);
      await page.getByLabel('Appearance').click();
      await page.getByRole('button', { name: 'Dark' }).click();
      const dark = await colors();
      expect(dark.header).not.toBe(light.header);
      expect(dark.bar).toEqual([dark.header, dark.header]);
    });
  });

  it('preloads the font of running text, and reserves its space', async () => {
    const html = await page('en');
    expect(html).toMatch(
      /<link rel="preload" as="font" href="\/_media\/open-sans-semibold-600\.\w+\.woff2" crossorigin>/,
    );
    expect(html).toMatch(/@font-face\{font-family:"Open Sans SemiBold stand-in";[^}]*size-adjust:/);
    expect(await listFiles(join(opened.site.out, '_media'))).toContainEqual(
      expect.stringMatching(/^open-sans.*\.woff2$/),
    );
  });

  it('has the articles limited to it, and no trace of those of another brand', async () => {
    expect(await page('en/cards')).toContain('Gold card');
    const files = await listFiles(opened.site.out);
    expect(files.filter((file) => file.includes('cards/black'))).toEqual([]);
    const texts = files.filter((file) => /\.(?:html|json|txt|js)$/.test(file));
    const telling = [];
    for (const file of texts)
      if ((await readFile(join(opened.site.out, file), 'utf8')).includes('Zebra')) telling.push(file);
    expect(telling).toEqual([]);
  });

  it.each(['en/', 'fa/', 'en/cards/gold/'])('is accessible: /%s', async (path) => {
    expect(await visit(path, accessibilityViolations)).toEqual([]);
  });
});

describe('every token of a theme', async () => {
  const wild = (token: string) =>
    ({ '--hc-font-body': 'Wild', '--hc-font-heading': 'Wild', '--hc-radius': '33px', '--hc-width': '11rem' })[token] ??
    (token === '--hc-density' ? '3' : 'rgb(1, 2, 3)');

  /** The tokens that change nothing one can see on a page. */
  const idle = (look: Page) =>
    look.evaluate(
      (values) => {
        const styles = [
          ...['color', 'background-color', 'border-top-color', 'border-inline-start-color', 'outline-color'],
          ...[
            'font-family',
            'border-top-left-radius',
            'max-inline-size',
            'padding-block-start',
            'row-gap',
            'box-shadow',
          ],
          'margin-block-start',
        ];
        const seen = () =>
          [...document.querySelectorAll('body, body *')]
            .flatMap((element) => [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo)))
            .map((style) => styles.map((name) => style.getPropertyValue(name)).join())
            .join();
        document.documentElement.style.setProperty('transition', 'none');
        const before = seen();
        return Object.entries(values)
          .filter(([token, value]) => {
            document.documentElement.style.setProperty(token, value);
            const same = seen() === before;
            document.documentElement.style.removeProperty(token);
            return same;
          })
          .map(([token]) => token);
      },
      Object.fromEntries(customProperties.map((token) => [token, wild(token)])),
    );

  it('changes something visible on a page', async () => {
    const onPages = [
      await visit('en/', idle),
      await visit('en/cards/gold/', idle),
      await visit('en/search/?q=freeze+card', async (look) => {
        await look.waitForSelector('.result mark');
        return idle(look);
      }),
    ];
    expect(customProperties.filter((token) => onPages.every((unchanged) => unchanged.includes(token)))).toEqual([]);
  });

  it('is where the engine’s own styles get every color', async () => {
    const dir = join(engine, 'src/ui/styles');
    const literal =
      /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|lab|lch)\(|\boklch\((?!from var)|:\s*(?:black|white|red|blue|gr[ae]y)\b/gi;
    const found = [];
    // On paper ink is black, whatever the brand.
    for (const file of (await listFiles(dir)).filter((name) => name !== 'print.css'))
      found.push(
        ...[...(await readFile(join(dir, file), 'utf8')).matchAll(literal)].map(([text]) => `${file}: ${text}`),
      );
    expect(found).toEqual([]);
  });
});
