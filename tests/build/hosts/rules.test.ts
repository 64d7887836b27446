import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hosts } from '#build/hosts/all.ts';
import type { HostRequest } from '#build/hosts/host.ts';
import { openSite } from '#io/machine/serve.ts';
import { readServedSite } from '#io/machine/served-site.ts';
import { makeFolder } from '../../folder.ts';

const redirects = `/docs/one /en/two/ 301
/docs/v1.0/* /en/guide/:splat 301
/hc/:locale/articles/:number-:title /hc/en-us/articles/:number 301
/shop/* https://pilvi.example/shop 301
`;

async function built(): Promise<{ dist: string; request: HostRequest }> {
  const root = await makeFolder({
    'dist/index.html': 'home',
    'dist/404.html': 'not here',
    'dist/_headers': '/*\n  X-Content-Type-Options: nosniff\n',
    'dist/_redirects': redirects,
  });
  const dist = join(root, 'dist');
  const site = await readServedSite(dist);
  return {
    dist,
    request: { site, twins: [], origin: undefined, out: 'dist', domains: new Map(), root: '/var/www', port: undefined },
  };
}

it.each([
  [
    'nginx',
    [
      'location ~ "^/docs/v1[.]0/(.*)$" {',
      'return 301 "/en/guide/$1";',
      'return 301 "/hc/en-us/articles/$2";',
      'location ~ "^/hc/([^/\\\\n\\\\r]+)/',
    ],
  ],
  [
    'apache',
    [
      'RedirectMatch 301 "^/docs/v1[.]0/(.*)$" "/en/guide/$1"',
      'RedirectMatch 301 "^/shop/(.*)$" "https://pilvi.example/shop"',
    ],
  ],
  ['caddy', ['@rule0 path_regexp rule0 "^/docs/v1[.]0/(.*)$"', 'redir @rule0 "/en/guide/{re.rule0.1}" 301']],
  ['vercel', ['"src": "^/docs/v1[.]0/(.*)$"', '"Location": "/en/guide/$1"']],
] as const)('%s has rules for many old addresses', async (name, lines) => {
  const { request } = await built();
  const text = hosts[name]
    .files(request)
    .map((file) => file.text)
    .join('\n');
  for (const line of lines) expect(text).toContain(line);
});

it('the preview follows them, after single addresses', async () => {
  const { dist } = await built();
  const site = await openSite(dist, 0);
  const ask = async (path: string) => {
    const response = await fetch(new URL(path, site.url), { redirect: 'manual' });
    return `${response.status} ${response.headers.get('location')}`;
  };
  expect(await ask('docs/one')).toBe('301 /en/two/');
  expect(await ask('docs/v1.0/a/b%20c')).toBe('301 /en/guide/a/b%20c');
  expect(await ask('hc/fi/articles/36-Old-title')).toBe('301 /hc/en-us/articles/36');
  expect(await ask('hc/fi/articles/lid-Old-title')).toBe('404 null');
  expect(await ask('shop/lids')).toBe('301 https://pilvi.example/shop');
  await site.close();
});
