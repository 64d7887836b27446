import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toString as textOf } from 'hast-util-to-string';
import { htmlToHast } from 'satteri';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimFolder } from '#io/machine/claim-folder.ts';
import { listFiles } from '#io/machine/files.ts';
import { digest } from '#kb/values/digest.ts';
import { runAlone } from '../run.ts';
import { plantCanaries } from './canaries.ts';
import { hunt } from './hunt.ts';
import { addToSite, type SmallSite, shortFilm, smallSite } from './small-site.ts';

const body = await readFile(join(import.meta.dirname, '../fixtures/whole-vocabulary.mdx'), 'utf8');
const desk = '\n![A desk](./desk.png)\n\n<Figure src="./desk.png" alt="A desk again" />\n';
let site: SmallSite;
let canaries: string[];
/** For the support team, on a path of a host that has other pages, too. */
let inside: SmallSite;
const page = (path: string) => readFile(join(site.out, path, 'index.html'), 'utf8');
const article = (html: string) => html.slice(html.indexOf('</h1>'), html.lastIndexOf('</article>'));

beforeAll(async () => {
  site = await smallSite();
  await mkdir(join(site.content, 'articles/en/parity'));
  await writeFile(join(site.folder, 'components/Nothing.astro'), '');
  const photo = sharp({ create: { width: 1600, height: 800, channels: 3, background: 'teal' } });
  await writeFile(join(site.content, 'articles/en/parity/desk.png'), await photo.png().toBuffer());
  await writeFile(join(site.content, 'articles/en/parity/as-data.mdx'), `---\ntitle: As data\n---\n\n${body}${desk}`);
  await writeFile(
    join(site.content, 'articles/en/parity/as-code.mdx'),
    `---\ntitle: As code\n---\n\nimport Nothing from '../../../../components/Nothing.astro';\n\n${body}${desk}`,
  );
  await writeFile(
    join(site.content, 'articles/en/parity/card.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
  );
  await writeFile(join(site.content, 'articles/en/parity/film.mp4'), shortFilm);
  await writeFile(
    join(site.folder, 'components/Scoped.astro'),
    '<i class="scoped">Own style</i>\n<style>.scoped { letter-spacing: 1px }</style>\n',
  );
  await writeFile(
    join(site.content, 'articles/en/parity/scoped.mdx'),
    "---\ntitle: Scoped\n---\n\nimport Scoped from '../../../../components/Scoped.astro';\n\n<Scoped />\n",
  );
  canaries = await plantCanaries(site.content);
  const built = await site.build();
  expect(built.stderr + built.stdout).toContain('Built');
  expect(built.stdout).toContain(`npm run preview -- --out ${site.out}`);
  expect(built.code).toBe(0);
  inside = await smallSite();
  expect((await inside.build('--audience', 'internal', '--site', 'https://pilvi.example/help/')).code).toBe(0);
});
afterAll(async () => {
  await site.remove();
  await inside?.remove();
});

describe('a built site', () => {
  it('prints the same HTML for an article whether it is data or imports a component', async () => {
    const tidy = (html: string) =>
      JSON.stringify(htmlToHast(html.replace(/>\s+</g, '><').trim(), { fragment: true }), (key, value) =>
        key === 'position' ? undefined : value,
      );
    const data = article(await page('en/parity/as-data'));
    const code = article(await page('en/parity/as-code'));
    expect(data).toContain('callout-warning');
    const own = (html: string) => tidy(html.slice(html.indexOf('<p>Begin')));
    expect(own(code)).toBe(own(data));
  });

  it('renders the component an article imports', async () => {
    expect(await page('en/account/rates')).toContain('<strong class="rate">3 percent</strong>');
  });

  it('keeps the own styles of a component to that component', async () => {
    const scope = /<i class="scoped" data-astro-cid-(\w{8})/.exec(await page('en/parity/scoped'))?.[1];
    expect(scope).toBe(digest('components/Scoped.astro').slice(0, 8));
  });

  it('has no pictures for messengers without fonts or a logo to draw them with', async () => {
    expect(await page('en/cards/order')).toContain('<meta name="twitter:card" content="summary">');
    expect((await listFiles(join(site.out, '_media'))).filter((file) => file.startsWith('social.'))).toEqual([]);
  });

  it('points links to the page in the reader’s language, also from an article shown in another one', async () => {
    expect(await page('en/cards/freeze')).toContain('href="/en/cards/order/#what-it-costs"');
    expect(await page('fa/account/rates')).toContain('href="/fa/account/close/"');
  });

  it('says language and direction of the page and of the article in it', async () => {
    expect(await page('fa/cards/freeze')).toMatch(/<html lang="fa" dir="rtl">[\s\S]*<article[^>]* lang="fa" dir="rtl"/);
    expect(await page('fa/cards/order')).toMatch(/<html lang="fa" dir="rtl">[\s\S]*<article[^>]* lang="en" dir="ltr"/);
  });

  it('tells the reader when an article is not translated, and search engines where the original is', async () => {
    const html = await page('fa/cards/order');
    expect(html).toContain('data-part="notice"');
    expect(html).toContain('<link rel="canonical" href="https://help.pilvi.example/en/cards/order/">');
    expect(await page('fa/cards/freeze')).toContain(
      '<link rel="alternate" hreflang="en" href="https://help.pilvi.example/en/cards/freeze/">',
    );
  });

  it('prints facts in the numbers of the language', async () => {
    expect(await page('en/cards/order')).toContain('A second card costs €6.');
    expect(await page('fa/cards/freeze')).toMatch(/۶/);
  });

  it('has the pictures that articles show, and no other files next to them', async () => {
    const files = (await listFiles(join(site.out, '_media'))).map((file) => file.replace(/\.[0-9a-f]{12}\./, '.'));
    expect(files).toContain('card.svg');
    expect(files.filter((file) => file.endsWith('.astro'))).toEqual([]);
    expect(await page('en/cards/freeze')).toMatch(
      /<img src="\/_media\/card\.[0-9a-f]{12}\.svg" alt="A card behind ice" width="320" height="200"/,
    );
  });

  it('shows smaller copies of pictures, which are there, and leads to the original', async () => {
    const html = await page('en/parity/as-data');
    const [picture = '', figure = ''] = html.match(/<img[^>]*desk[^>]*>/g) ?? [];
    expect(picture).toMatch(/ src="\/_media\/desk\.\w+\.png" alt="A desk" width="1600" height="800"/);
    expect(picture).toContain('sizes="(max-width: 704px) 100vw, 704px" loading="lazy"');
    expect(figure).toContain('width="896" height="448"');
    for (const one of [picture, figure]) {
      const [, list = ''] = / srcset="([^"]+)"/.exec(one) ?? [];
      const copies = list.split(', ').map((copy) => copy.split(' '));
      expect(copies.map(([, width]) => width)).toEqual(['704w', '1408w']);
      for (const [url = '', width] of copies)
        expect(`${(await sharp(join(site.out, url)).metadata()).width}w`).toBe(width);
    }
    expect(html).toMatch(/data-part="enlarge" href="\/_media\/desk\.\w+\.png"/);
  });

  it('has each article as Markdown, with every word of its page', async () => {
    const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const twins = (await listFiles(site.out)).filter((file) => file.endsWith('.md'));
    expect(twins).toEqual(
      expect.arrayContaining([
        'en/parity/as-data.md',
        'en/parity/as-code.md',
        'en/account/rates.md',
        'fa/cards/freeze.md',
      ]),
    );
    // Shown instead of a translation, it is the one of its own language.
    expect(twins).not.toContain('fa/cards/order.md');
    for (const file of twins) {
      const html = await page(file.replace(/\.md$/, ''));
      const shown = html
        .slice(html.indexOf('<h1>'), html.lastIndexOf('</article>'))
        // What only leads to another place of the page.
        .replace(/<details class="contents-folded"[\s\S]*?<\/details>|<h2 id="footnote-label"[\s\S]*?<\/h2>/g, ' ')
        .replace(/<(?:\/?(?:b|strong|em|a|mark|code|kbd|bdi))(?:\s[^>]*)?>/g, '')
        .replace(/<[^>]*>/g, ' ');
      const text = htmlToHast(shown, { fragment: true });
      const left = words(await readFile(join(site.out, file), 'utf8'));
      const lost = words(textOf(text as never)).filter((word) => {
        const at = left.indexOf(word);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      expect([file, lost]).toEqual([file, []]);
    }
    const markdown = await readFile(join(site.out, 'en/parity/as-data.md'), 'utf8');
    expect(markdown).toBe(
      (await readFile(join(site.out, 'en/parity/as-code.md'), 'utf8'))
        .replaceAll('s-code', 's-data')
        .replace('As code', 'As data'),
    );
    expect(await page('fa/cards/order')).toContain('type="text/markdown" href="/en/cards/order.md"');
  });

  it('leaves out internal articles, and includes them with --audience internal', async () => {
    expect(await listFiles(join(site.out, 'en/account'))).not.toContain('for-the-team/index.html');
    expect(await listFiles(join(inside.out, 'en/account'))).toContain('for-the-team/index.html');
  });

  it('has nothing internal, planned, over or of another brand in any byte, and nothing of this machine', async () => {
    expect(canaries.length).toBeGreaterThan(100);
    expect(await hunt(site.out, canaries)).toEqual([]);
    expect(await hunt(inside.out, [])).toEqual([]);
  });

  it('is searched for such words in every form in which a site can have them', async () => {
    // Words that the site has: in HTML, in the search index, whose files are compressed, and in addresses.
    const caught = await hunt(site.out, ['freeze', 'blockꞏ', 'zqnothing']);
    expect(new Set(caught.map(({ found }) => found))).toEqual(new Set(['freeze', 'blockꞏ']));
    expect(caught.map(({ file }) => file)).toContain('en/cards/freeze/index.html');
    for (const kind of [/^pagefind\/en\/index\//, /^pagefind\/en\/fragment\//, /^sitemap-1\.xml$/])
      expect(caught.some(({ file }) => kind.test(file))).toBe(true);
  });

  it('allows in its headers, and in each page, what it runs and nothing else', async () => {
    const headers = await readFile(join(site.out, '_headers'), 'utf8');
    expect(headers).toMatch(
      /^\/\*\n {2}Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '/,
    );
    expect(headers).toMatch(
      /\/_media\/\*\.svg\n {2}Content-Security-Policy: .*; sandbox\n\/_astro\/\*\.svg\n {2}Content-Security-Policy: .*; sandbox\n\/_media\/\*\n {2}Cache-Control: .* immutable\n\/_astro\/\*\n {2}Cache-Control: .* immutable\n$/,
    );
    for (const file of (await listFiles(site.out)).filter(
      (name) => name.endsWith('.html') && !name.startsWith('old/'),
    )) {
      const html = await readFile(join(site.out, file), 'utf8');
      const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
      expect(policy, file).toContain("default-src 'none'");
      for (const [, script = ''] of html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)) {
        const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
        expect(policy, file).toContain(hash);
        expect(headers, file).toContain(hash);
      }
    }
  });

  it('redirects old addresses', async () => {
    expect(await page('old/order-a-card')).toContain('url=/en/cards/order/');
    expect(await readFile(join(site.out, '_redirects'), 'utf8')).toBe('/old/order-a-card /en/cards/order/ 301\n');
  });

  it('is byte for byte the same in another folder, time zone and language, and on a disk that lists files in another order', async () => {
    const words = ['--content', site.content, '--out', 'here', '--today', '2026-11-15'];
    const env = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'reverse-listings.ts'))}`,
      // A disk in memory, if there is one.
      TMPDIR: existsSync('/dev/shm') ? '/dev/shm' : tmpdir(),
    };
    expect(await runAlone('build', words, site.folder, env)).toMatchObject({ code: 0, stderr: '' });
    expect(await fingerprints(join(site.folder, 'here'))).toEqual(await fingerprints(site.out));
  });

  it('leaves nothing next to it', async () => {
    expect((await readdir(site.folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('moves below the path it is published under', async () => {
    const html = await readFile(join(inside.out, 'en/cards/freeze/index.html'), 'utf8');
    expect(html).toContain('href="/help/en/cards/order/#what-it-costs"');
    expect(html).toContain('https://pilvi.example/help/en/cards/freeze/');
    expect(html).not.toMatch(/(?:href|src)="\/(?!help\/)/);
  });
});

describe('a build that cannot be done', () => {
  it('names every broken article with its line and leaves the previous site untouched', async () => {
    const broken = await smallSite();
    try {
      await cp(site.out, broken.out, { recursive: true });
      const before = await fingerprints(broken.out);
      await appendFile(join(broken.content, 'articles/en/cards/order.mdx'), '\n<Callout>\n\nNever closed.\n');
      await appendFile(
        join(broken.content, 'articles/en/cards/freeze.mdx'),
        '\n<Calout>\n\nMisspelt.\n\n</Calout>\n\n[dead](/cards/gone)\n',
      );
      const { code, stderr } = await broken.build();
      expect(code).toBe(1);
      expect(stderr).toMatch(/articles\/en\/cards\/freeze\.mdx:\d+:\d+\n {2}error {2}Unknown component <Calout>\./);
      expect(stderr).toMatch(
        /articles\/en\/cards\/order\.mdx:\d+:\d+\n {2}error {2}<Callout> is opened here but never closed\./,
      );
      expect(stderr).toContain('The link "/cards/gone" does not lead to any article.');
      expect(stderr).toContain('Nothing was built');
      expect(await fingerprints(broken.out)).toEqual(before);
    } finally {
      await broken.remove();
    }
  });

  it('refuses a folder without content instead of publishing an empty site', async () => {
    const empty = await smallSite();
    try {
      await rm(join(empty.content, 'articles'), { recursive: true });
      const { code, stderr } = await empty.build();
      expect(code).toBe(1);
      expect(stderr).toContain('There are no articles in this folder.');
    } finally {
      await empty.remove();
    }
  });

  it('says how many questions miss their article, and refuses to publish if the company wants that', async () => {
    const guarded = await smallSite();
    try {
      await writeFile(
        join(guarded.content, 'searches.yaml'),
        'en:\n  - { question: how do i freeze it, article: cards/freeze }\n  - { question: zebra, article: cards/order }\n',
      );
      const warned = await guarded.build();
      expect(warned.code).toBe(0);
      expect(warned.stdout).toContain('1 of 2 questions in searches.yaml miss their article');
      expect(warned.stdout).toContain(`npm run check -- --content ${guarded.content} --dist ${guarded.out}`);
      expect(warned.stdout).toContain(`npm run preview -- --out ${guarded.out}`);
      const before = await fingerprints(guarded.out);
      await addToSite(guarded, 'severity:', '  search-lost: error');
      const refused = await guarded.build();
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('searches.yaml:3:5\n  error  The search for "zebra" finds ');
      expect(await fingerprints(guarded.out)).toEqual(before);
    } finally {
      await guarded.remove();
    }
  });

  it('is refused while another one builds into the same folder, and says since when', async () => {
    const claim = await claimFolder(site.out);
    try {
      const { code, stderr } = await site.build();
      expect(code).toBe(1);
      expect(stderr).toMatch(/^Another build \(process \d+\) has been writing to \S+ since \d\d:\d\d\. Wait until/);
      expect(stderr).not.toContain('unchanged');
    } finally {
      await claim.release();
    }
  });

  it('never replaces a folder that holds something else', async () => {
    const { code, stderr } = await site.build('--out', site.content);
    expect(code).toBe(1);
    expect(stderr).toContain('contains other files than a built site');
    expect(await listFiles(site.content)).toContain('site.yaml');
  });

  it('explains a wrong option and exits with 2', async () => {
    const { code, stderr } = await site.build('--audience', 'everyone');
    expect(code).toBe(2);
    expect(stderr).toContain('--audience is "everyone". Use public or internal.');
  });
});

async function fingerprints(folder: string): Promise<Record<string, string>> {
  const files = await listFiles(folder);
  const prints = await Promise.all(
    files.map(
      async (file) =>
        [
          file,
          createHash('sha256')
            .update(await readFile(join(folder, file)))
            .digest('hex'),
        ] as const,
    ),
  );
  return Object.fromEntries(prints);
}
