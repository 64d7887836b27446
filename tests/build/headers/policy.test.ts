import { describe, expect, it } from 'vitest';
import { joinSources, pageSources, sourceOf, styleSources } from '#build/headers/page-sources.ts';
import { pagePolicy, siteHeaders, siteSources } from '#build/headers/policy.ts';
import { makeSite } from '../../make.ts';

const of = (html: string) => Object.fromEntries([...pageSources(html)].map(([name, found]) => [name, [...found]]));

describe('what a page loads, runs and sends', () => {
  it.each([
    // The hash is the one of the specification (https://www.w3.org/TR/CSP3/#external-hash).
    [
      "<script>alert('Hello, world.');</script>",
      { 'script-src': ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"] },
    ],
    ['<script type="application/ld+json">{"a":1}</script>', {}],
    ['<script src="/a.js"></script><img src="/a.png"><form action="/send" method="post"></form>', {}],
    ['<script src="https://cdn.example/a.js?b"></script>', { 'script-src': ['https://cdn.example'] }],
    ['<script src="//cdn.example/a.js"></script>', { 'script-src': ['https://cdn.example'] }],
    ['<img src="https://a.example:8080/x.png">', { 'img-src': ['https://a.example:8080'] }],
    ['<img src="data:image/png;base64,AA">', { 'img-src': ['data:'] }],
    ['<picture><source srcset="https://b.example/x.avif 2x, /y.avif"></picture>', { 'img-src': ['https://b.example'] }],
    [
      '<video poster="https://c.example/p.jpg"><source src="https://d.example/v.mp4"><track src="https://e.example/t.vtt"></video>',
      { 'img-src': ['https://c.example'], 'media-src': ['https://d.example', 'https://e.example'] },
    ],
    [
      '<iframe src="https://www.youtube-nocookie.com/embed/1"></iframe>',
      { 'frame-src': ['https://www.youtube-nocookie.com'] },
    ],
    ['<link rel="stylesheet" href="https://f.example/a.css">', { 'style-src': ['https://f.example'] }],
    ['<link rel="preload" as="font" href="https://g.example/a.woff2">', { 'font-src': ['https://g.example'] }],
    ['<link rel="canonical" href="https://help.example/en/">', {}],
    [
      '<form action="https://crm.example/new" method="post"></form>',
      { 'form-action': ['https://crm.example'], 'connect-src': ['https://crm.example'] },
    ],
    ['<form action="https://crm.example/new" method="get"></form>', { 'form-action': ['https://crm.example'] }],
    ['<form action="mailto:help@pilvi.example"></form>', { 'form-action': ['mailto:'] }],
    ['<a href="https://elsewhere.example/">a</a>', {}],
    ['<!-- <img src="https://a.example/x.png"> --><p title=\'<script>1</script>\'>a</p>', {}],
    [
      '<p title="a > b"><SCRIPT data-a="</p>">alert(\'Hello, world.\');</SCRIPT >',
      { 'script-src': ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"] },
    ],
  ])('%s', (html, sources) => {
    expect(of(html)).toEqual(sources);
  });

  it('includes styles in elements, by their hashes', () => {
    const policy = pagePolicy(pageSources('<p style="color:red">a</p>'), makeSite());
    expect(policy).toMatch(/; style-src-attr 'unsafe-hashes' 'sha256-[\w+/]{43}=';/);
  });

  it('includes pictures and fonts in style sheets', () => {
    expect([...styleSources('a{background:url("data:image/svg+xml,x")}').keys()]).toEqual(['img-src']);
    expect([...styleSources('@font-face{src:url(data:font/woff2;base64,x)}').keys()]).toEqual(['font-src']);
    expect([...styleSources('a{background:url(/a.png)}').keys()]).toEqual([]);
  });

  it('is nothing for what has no host', () => {
    expect(['', '/', 'a/b', '#a', 'https://', 'http://['].map(sourceOf)).toEqual(Array(6).fill(undefined));
  });
});

describe('the headers of a site', () => {
  const headersOf = (differs: Record<string, unknown> = {}, audience: 'public' | 'internal' = 'public') => {
    const site = makeSite(differs);
    return Object.fromEntries(siteHeaders(joinSources([siteSources(site)]), site, audience));
  };

  it('allow nothing that is not named, and no frames', () => {
    const policy = headersOf()['Content-Security-Policy'];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    expect(policy).toMatch(
      /; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'$/,
    );
    expect(policy).not.toContain('unsafe-inline');
  });

  it('allow what is sent to other hosts, and what the company adds', () => {
    const policy = headersOf({
      votes: 'https://log.example/votes',
      searchLog: 'https://find.example/log',
      security: { allow: { 'connect-src': ['https://stats.example'], 'script-src': ['https://*.stats.example'] } },
    })['Content-Security-Policy'];
    expect(policy).toContain("connect-src 'self' https://find.example https://log.example https://stats.example;");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' https://*.stats.example;");
  });

  it('require Trusted Types, except if scripts from elsewhere run, or if the company says no', () => {
    const requires = (differs: Record<string, unknown>) =>
      headersOf(differs)['Content-Security-Policy']?.includes('trusted-types');
    expect(requires({ security: { allow: { 'connect-src': ['https://stats.example'] } } })).toBe(true);
    expect(requires({ security: { allow: { 'script-src': ['https://stats.example'] } } })).toBe(false);
    expect(requires({ security: { trustedTypes: false } })).toBe(false);
    expect(headersOf({ votes: 'events' })['Content-Security-Policy']).toContain("connect-src 'self';");
  });

  it('open a public site to the widget, and keep an internal one closed', () => {
    expect(headersOf()).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(headersOf({}, 'internal')).not.toHaveProperty('Access-Control-Allow-Origin');
    expect(headersOf({}, 'internal')).toMatchObject({ 'Cross-Origin-Resource-Policy': 'same-origin' });
  });

  it('demand https only if the company wants it', () => {
    expect(headersOf()).not.toHaveProperty('Strict-Transport-Security');
    expect(headersOf({ security: { hsts: true } })).toMatchObject({ 'Strict-Transport-Security': 'max-age=31536000' });
  });
});
