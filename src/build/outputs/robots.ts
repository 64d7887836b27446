import type { Output } from './output.ts';

/**
 * `robots.txt`: crawlers may read all of a public help center and nothing of the support team's own. They look for it
 * at the root of a host only.
 */
export const robots: Output = function* ({ audience, url }) {
  const lines = ['User-agent: *', audience === 'internal' ? 'Disallow: /' : 'Allow: /'];
  if (audience === 'public' && url !== undefined) lines.push('', `Sitemap: ${url.replace(/\/?$/, '/')}sitemap.xml`);
  yield { path: 'robots.txt', text: `${lines.join('\n')}\n` };
};
