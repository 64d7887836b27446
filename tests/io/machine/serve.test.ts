import { rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSite } from '#io/machine/serve.ts';
import { makeFolder } from '../../folder.ts';

const headers = (base: string) =>
  `${base}*\n  Content-Security-Policy: default-src 'none'\n${base}_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n`;

async function serve(base: string, beside: Record<string, string> = {}) {
  const folder = await makeFolder({
    'index.html': 'front',
    '404.html': 'not here',
    'en/index.html': 'home',
    'en/a&b/index.html': 'a and b',
    'en/ä/index.html': 'umlaut',
    'en/film.mp4': '0123456789',
    '_astro/a.1.js': 'let a',
    'old/index.html': '<meta http-equiv="refresh">',
    _headers: headers(base),
    _redirects: `${base}old ${base}en/ 301\n${base}o%CC%88ld.html ${base}en/ 301\n`,
    '.nojekyll': '',
  });
  const site = await openSite(folder, 0, beside);
  onTestFinished(() => site.close());
  const ask = (path: string, options: RequestInit = {}) =>
    fetch(new URL(path, site.url), { redirect: 'manual', ...options });
  return { folder, site, ask };
}

it('compresses text, as hosts do, but no part of a file', async () => {
  const { folder, ask } = await serve('/');
  const text = 'Freeze your card. '.repeat(200);
  await writeFile(join(folder, 'en/long.html'), text);
  const whole = await ask('en/long.html');
  expect(whole.headers.get('Content-Encoding')).toBe('gzip');
  expect(whole.headers.get('Vary')).toContain('Accept-Encoding');
  expect(await whole.text()).toBe(text);
  const part = await ask('en/long.html', { headers: { Range: 'bytes=0-5' } });
  expect([part.status, part.headers.get('Content-Encoding'), await part.text()]).toEqual([206, null, 'Freeze']);
});

describe.each(['/', '/help/', '/a/b/'])('a site that was built for %s', (base) => {
  it('has its address, its pages, and its own page for what is missing', async () => {
    const { site, ask } = await serve(base);
    expect(new URL(site.url).pathname).toBe(base);
    for (const [path, status, text] of [
      ['', 200, 'front'],
      ['en/', 200, 'home'],
      ['en/?q=1', 200, 'home'],
      ['en/index.html', 200, 'home'],
      ['en/a%26b/', 200, 'a and b'],
      ['en/%C3%A4/', 200, 'umlaut'],
      ['en/none/', 404, 'not here'],
      ['en.html', 404, 'not here'],
      ['_astro/none.js', 404, 'not here'],
      ['_astro/', 404, 'not here'],
      ['_headers', 404, 'not here'],
      ['_redirects', 404, 'not here'],
      ['.nojekyll', 404, 'not here'],
    ] as const) {
      const got = await ask(base + path);
      expect({ path, status: got.status, text: await got.text() }).toEqual({ path, status, text });
      expect(got.headers.get('content-security-policy'), path).toBe("default-src 'none'");
    }
  });

  it('redirects old addresses for good, and folders to their slash', async () => {
    const { ask } = await serve(base);
    for (const [path, to] of [
      ['old', 'en/'],
      ['old/', 'en/'],
      ['%C3%B6ld.html', 'en/'],
      ['en', 'en/'],
      ['en?q=1', 'en/?q=1'],
    ]) {
      const got = await ask(base + path);
      expect([path, got.status, got.headers.get('location')]).toEqual([path, 301, base + to]);
    }
  });

  it('caches for long only what never changes, and only if it exists', async () => {
    const { ask } = await serve(base);
    const cached = async (path: string) => (await ask(base + path)).headers.get('cache-control');
    expect(await cached('_astro/a.1.js')).toBe('public, max-age=31536000, immutable');
    expect(await cached('en/')).toBe('public, max-age=0, must-revalidate');
    expect(await cached('_astro/none.js')).toBeNull();
    const etag = (await ask(`${base}en/`)).headers.get('etag') ?? '';
    expect((await ask(`${base}en/`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('sends parts of a film', async () => {
    const { ask } = await serve(base);
    const part = async (range: string) => {
      const got = await ask(`${base}en/film.mp4`, { headers: { Range: range } });
      return [got.status, got.headers.get('content-range'), await got.text()];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await part('bytes=20-')).toEqual([416, 'bytes */10', '']);
    // The end of a file is one of the ranges that a host can ignore.
    expect(await part('bytes=-3')).toEqual([200, null, '0123456789']);
  });

  it('only serves files', async () => {
    const { ask } = await serve(base);
    expect((await ask(`${base}en/`, { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await ask(`${base}en/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('has the pages beside it, too', async () => {
    const { ask } = await serve(base, { 'demo/': 'demo' });
    const got = await ask(`${base}demo/`);
    expect([await got.text(), got.headers.get('content-type')]).toEqual(['demo', 'text/html; charset=utf-8']);
  });

  it('serves what a later build wrote', async () => {
    const { folder, ask } = await serve(base);
    await writeFile(join(folder, 'en/index.html'), 'newer');
    await writeFile(join(folder, '_headers'), headers(base).replace("'none'", "'self'"));
    const got = await ask(`${base}en/`);
    expect([await got.text(), got.headers.get('content-security-policy')]).toEqual(['newer', "default-src 'self'"]);
    await rm(folder, { recursive: true });
    expect((await ask(`${base}en/`)).status).toBe(404);
  });

  it('never leaves its folder', async () => {
    const { site } = await serve(base);
    for (const path of ['../../etc/hostname', '..%2f..%2f..%2fetc/hostname', '%2e%2e/x', 'a%00b', '%E0%A4%A']) {
      const status = await new Promise((done) =>
        request(site.url, { path: base + path }, (response) => done(response.resume().statusCode)).end(),
      );
      expect([path, status === 400 || status === 404]).toEqual([path, true]);
    }
    const strange = await new Promise((done) =>
      request(site.url, { path: `//elsewhere.example${base}` }, (response) => done(response.resume().statusCode)).end(),
    );
    expect(strange).toBe(404);
  });
});

it('explains what is outside of a site below a path', async () => {
  const { ask } = await serve('/help/');
  for (const [path, to] of [
    ['/', '/help/'],
    ['/help', '/help/'],
  ]) {
    const got = await ask(path ?? '');
    expect([got.status, got.headers.get('location')]).toEqual([path === '/' ? 302 : 301, to]);
  }
  const outside = await ask('/en/');
  expect(outside.status).toBe(404);
  expect(await outside.text()).toBe('The site was built for the path /help/. Nothing else is served here.\n');
});

it('needs a site', async () => {
  await expect(openSite(await makeFolder({}), 0)).rejects.toMatchObject({ code: 'ENOENT' });
});
