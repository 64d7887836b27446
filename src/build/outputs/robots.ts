import type { Output } from './output.ts';

/**
 * `robots.txt`: crawlers can read all of a public help center and nothing of an internal one. They look for it only at
 * the root of a host.
 */
export const robots: Output = function* ({ audience, url }) {
  const lines = ['User-agent: *', audience === 'internal' ? 'Disallow: /' : 'Allow: /'];
  if (audience === 'public' && url !== undefined) lines.push('', `Sitemap: ${url.replace(/\/?$/, '/')}sitemap.xml`);
  yield { path: 'robots.txt', text: `${lines.join('\n')}\n` };
};
