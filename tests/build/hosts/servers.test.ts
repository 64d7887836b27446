import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHeaderRules } from '#io/machine/header-rules.ts';
import { openSite } from '#io/machine/serve.ts';
import { run } from '../../run.ts';
import { sharedSite, strangeAddress } from '../../site/small-site.ts';
import {
  type Answer,
  ask,
  isInstalled,
  type RunningServer,
  type ServerName,
  serverNames,
  startServer,
} from './server.ts';

// The configurations that we write, in the servers they are for. What is asked of them is asked of the preview, too.
const bases = ['/', '/help/'] as const;
const folders = new Map<string, string>();
const outOf = (base: string) => folders.get(base) ?? '';

beforeAll(async () => {
  for (const base of bases) folders.set(base, await sharedSite(base));
});

const configure = async (name: ServerName, base: string, ...words: string[]) =>
  expect(await run('new', ['deploy', name, '--out', outOf(base), ...words])).toMatchObject({ code: 0, stderr: '' });

async function start(name: ServerName | 'preview', base: string, ...words: string[]): Promise<RunningServer> {
  if (name !== 'preview')
    return startServer(name, outOf(base), base, async (project, root, port) => {
      await configure(name, base, '--write', project, '--root', root, '--port', String(port), ...words);
    });
  const opened = await openSite(outOf(base), 0);
  return { port: Number(new URL(opened.url).port), stop: () => opened.close() };
}

/** Where an answer leads, without the name of the test's own host. */
const leadsTo = ({ headers }: Answer) => headers.location?.replace(/^http:\/\/[\w.]+(?::\d+)?\//, '/');

for (const name of ['preview', ...serverNames] as const) {
  // CI without the server skips it; CONTRIBUTING.md says how to install it.
  const isThere = name === 'preview' || isInstalled(name);
  describe.skipIf(!isThere).each(bases)(`${name}${isThere ? '' : ' (not installed)'} with a site at %s`, (base) => {
    let server: RunningServer;
    const get = (path: string, headers?: Record<string, string>) => ask(server.port, base + path, headers);
    beforeAll(async () => {
      server = await start(name, base);
    });
    afterAll(() => server?.stop());

    it('serves pages with all their headers', async () => {
      const [all] = readHeaderRules(await readFile(join(outOf(base), '_headers'), 'utf8'));
      for (const path of ['', 'en/', 'en/cards/order/', 'en/cards/order/?q=card']) {
        const { status, headers, text } = await get(path);
        expect([path, status, headers['content-type']?.toLowerCase().replace(' ', '')]).toEqual([
          path,
          200,
          'text/html;charset=utf-8',
        ]);
        expect(text).toMatch(/^<!doctype html>/i);
        expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
        expect(all?.headers.length).toBeGreaterThan(5);
        for (const [header, value] of all?.headers ?? []) expect(headers[header.toLowerCase()], header).toBe(value);
      }
    });

    it('answers with our page for what is missing, and lets no one keep that', async () => {
      for (const path of [
        'none/',
        'en/none',
        '_astro/none.js',
        '_media/none.svg',
        '_headers',
        '_redirects',
        '.nojekyll',
      ]) {
        const { status, headers, text } = await get(path);
        expect([path, status, headers['content-type']?.slice(0, 9)]).toEqual([path, 404, 'text/html']);
        expect(text, path).toBe(await readFile(join(outOf(base), '404.html'), 'utf8'));
        expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
        expect(headers['cache-control'] ?? '', path).not.toContain('immutable');
      }
    });

    it('keeps for long only what never changes', async () => {
      const [script = ''] = (await readdir(join(outOf(base), '_astro'))).filter((file) => file.endsWith('.js'));
      const kept = await get(`_astro/${script}`);
      expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(kept.headers['content-type']).toMatch(/^(?:text|application)\/javascript/);
      expect(kept.headers['content-security-policy']).toContain("default-src 'none'");
      for (const path of ['widget.js', 'en/search.json', 'pagefind/en/pagefind-entry.json', 'sitemap.xml'])
        expect((await get(path)).headers['cache-control'], path).toBe('public, max-age=0, must-revalidate');
      const { headers } = await get('en/');
      const again = await get('en/', { 'if-none-match': headers.etag ?? '' });
      expect(again.status).toBe(304);
    });

    it('shows a picture on its own without anything that could run', async () => {
      const [picture = ''] = (await readdir(join(outOf(base), '_media'))).filter((file) => file.endsWith('.svg'));
      const { status, headers } = await get(`_media/${picture}`);
      expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^image\/svg\+xml/)]);
      expect(headers['content-security-policy']).toMatch(/style-src 'unsafe-inline'; sandbox$/);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    });

    it('gives an article as Markdown to those who ask for it, and the page to everyone else', async () => {
      const text = await readFile(join(outOf(base), 'en/cards/order.md'), 'utf8');
      const type = ({ headers }: Answer) => headers['content-type']?.toLowerCase().replace(' ', '');
      const named = await get('en/cards/order.md', { 'accept-encoding': 'gzip' });
      const asked = await get('en/cards/order/', { accept: 'text/markdown, text/html;q=0.8' });
      for (const answer of [named, asked]) {
        expect([answer.status, answer.text]).toEqual([200, text]);
        expect(type(answer)).toBe('text/markdown;charset=utf-8');
        expect(answer.headers['x-robots-tag']).toBe('noindex');
        expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      }
      const page = await get('en/cards/order/', { accept: 'text/html,*/*' });
      expect(type(page)).toBe('text/html;charset=utf-8');
      expect(page.headers['x-robots-tag']).toBeUndefined();
      for (const { headers } of [asked, page]) expect(headers.vary?.toLowerCase()).toMatch(/(?:^|, )accept(?:,|$)/);
      // There is no Markdown of a section, and none of an article in a language that it isn't written in.
      for (const path of ['en/', 'en/cards/', 'fa/cards/order/'])
        expect([path, type(await get(path, { accept: 'text/markdown' }))]).toEqual([path, 'text/html;charset=utf-8']);
      expect((await get('en/none/', { accept: 'text/markdown' })).status).toBe(404);
      const missing = await get('en/cards/none.md');
      expect([missing.status, type(missing)]).toEqual([404, 'text/html;charset=utf-8']);
    });

    it('lets products load the widget', async () => {
      const files = ['widget.js', 'en/widget.json', 'fa/widget.json', 'pagefind/en/pagefind-entry.json'];
      for (const path of files) {
        const { status, headers } = await get(path, { origin: 'https://app.example' });
        expect([path, status]).toEqual([path, 200]);
        expect(headers).toMatchObject({
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        });
      }
    });

    it('redirects old addresses for good', async () => {
      for (const path of [
        'old/order-a-card',
        'old/order-a-card/',
        'a/7.html',
        encodeURI(strangeAddress.slice(1)),
        `${strangeAddress.slice(1).split('/').map(encodeURIComponent).join('/')}/`,
        'fa/gone',
      ]) {
        const got = await get(path);
        expect([path, got.status, leadsTo(got)]).toEqual([path, 301, `${base}en/cards/order/`]);
      }
      for (const path of ['old/order-a-card/x', 'a/7xhtml'])
        expect([path, (await get(path)).status]).toEqual([path, 404]);
    });

    it('adds the slash that belongs to a page', async () => {
      const got = await get('en/cards?q=1');
      expect([301, 308]).toContain(got.status);
      expect(leadsTo(got)?.replace('?q=1', '')).toBe(`${base}en/cards/`);
    });

    it('sends a part of a file', async () => {
      const { status, headers, text } = await get('widget.js', { range: 'bytes=2-5' });
      expect([status, headers['content-range']?.replace(/\d+$/, ''), text.length]).toEqual([206, 'bytes 2-5/', 4]);
    });

    if (base !== '/')
      it('leads to the path that the site is below', async () => {
        const front = await ask(server.port, '/');
        expect([front.status, leadsTo(front)]).toEqual([302, base]);
        const folder = await ask(server.port, base.slice(0, -1));
        expect([301, 308]).toContain(folder.status);
        expect(leadsTo(folder)).toBe(base);
        expect((await ask(server.port, '/en/')).status).toBe(404);
      });

    if (name !== 'preview')
      it('compresses text', async () => {
        const [css = ''] = (await readdir(join(outOf(base), '_astro'))).filter((file) => file.endsWith('.css'));
        for (const path of ['en/', 'widget.js', `_astro/${css}`, 'en/search.json']) {
          const { headers } = await get(path, { 'accept-encoding': 'gzip' });
          expect([path, headers['content-encoding'], headers.vary]).toEqual([
            path,
            'gzip',
            expect.stringMatching(/accept-encoding/i),
          ]);
        }
        expect((await get('en/')).headers['content-encoding']).toBeUndefined();
        const packed = await get('en/', { 'accept-encoding': 'gzip' });
        const again = await get('en/', { 'accept-encoding': 'gzip', 'if-none-match': packed.headers.etag ?? '' });
        expect(again.status).toBe(304);
      });
  });

  if (name !== 'preview')
    describe.skipIf(!isThere).each(bases)(`${name} with a domain for each language at %s`, (base) => {
      let server: RunningServer;
      const get = (host: string, path: string) => ask(server.port, path, { host });
      beforeAll(async () => {
        const domains = ['en=help.pilvi.example', 'fa=rahnama.pilvi.example'];
        server = await start(name, base, ...domains.flatMap((one) => ['--domain', one]));
      });
      afterAll(() => server?.stop());

      it('each domain starts in its language', async () => {
        for (const [host, locale] of [
          ['help.pilvi.example', 'en'],
          ['rahnama.pilvi.example', 'fa'],
        ] as const) {
          for (const path of new Set(['/', base])) {
            const got = await get(host, path);
            expect([host, path, got.status, leadsTo(got)]).toEqual([host, path, 302, `${base}${locale}/`]);
          }
          const home = await get(host, `${base}${locale}/`);
          expect([home.status, home.text.includes(`<html lang="${locale}"`)]).toEqual([200, true]);
          expect((await get(host, `${base}widget.js`)).status).toBe(200);
          expect((await get(host, `${base}none/`)).status).toBe(404);
        }
      });

      it('leads to the domain of another language', async () => {
        const got = await get('rahnama.pilvi.example', `${base}en/cards/order/?q=a%20b`);
        expect([got.status, got.headers.location]).toEqual([
          301,
          `https://help.pilvi.example${base}en/cards/order/?q=a%20b`,
        ]);
        const other = await get('help.pilvi.example', `${base}fa/`);
        expect([other.status, other.headers.location]).toEqual([301, `https://rahnama.pilvi.example${base}fa/`]);
      });

      it('redirects an old address to the domain of its article', async () => {
        const same = await get('help.pilvi.example', `${base}old/order-a-card`);
        expect([same.status, leadsTo(same)]).toEqual([301, `${base}en/cards/order/`]);
        const other = await get('rahnama.pilvi.example', `${base}old/order-a-card`);
        expect([other.status, other.headers.location]).toEqual([
          301,
          `https://help.pilvi.example${base}en/cards/order/`,
        ]);
      });
    });
}
