/** Help desks whose articles are found by their number, whatever title or language is around it. */
const BY_NUMBER = [
  { base: '/hc', articles: /^\/hc\/(?:([\w-]+)\/)?articles\/\d+$/ },
  { base: '/support/solutions', articles: /^\/support\/solutions\/()?articles\/\d+$/ },
];

/**
 * Rules for the addresses of a help desk that no article lists: those with earlier titles, and in other languages.
 *
 * @param addresses all old addresses of the articles
 */
export function deskRedirects(addresses: readonly string[]): Record<string, string> {
  const rules: Record<string, string> = {};
  for (const { base, articles } of BY_NUMBER) {
    const locales = addresses.flatMap((address) => {
      const match = articles.exec(address);
      return match ? [match[1] ?? ''] : [];
    });
    if (locales.length === 0) continue;
    const plain = locales.includes('');
    const target = `${base}/${plain ? '' : `${locales[0]}/`}articles/:number`;
    if (base === '/hc') {
      rules['/hc/:locale/articles/:number-:title'] = target;
      if (plain) rules['/hc/:locale/articles/:number'] = target;
    }
    if (plain) rules[`${base}/articles/:number-:title`] = target;
  }
  return rules;
}
