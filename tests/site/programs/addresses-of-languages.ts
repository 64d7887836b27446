/** What a page says about its address, its languages and whether search engines list it. */
interface Addressed {
  canonical: string | undefined;
  isListed: boolean;
  /** By the language of `hreflang`. */
  versions: ReadonlyMap<string, string>;
}

function addressed(html: string): Addressed {
  const head = html.slice(0, html.indexOf('</head>'));
  return {
    canonical: /<link rel="canonical" href="([^"]*)"/.exec(head)?.[1],
    isListed: !head.includes('<meta name="robots" content="noindex"'),
    versions: new Map(
      [...head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]*)"/g)].map(([, tag = '', url = '']) => [
        tag,
        url,
      ]),
    ),
  };
}

/**
 * What search engines would find wrong: https://developers.google.com/search/docs/specialty/international/localized-versions.
 *
 * @param pages their HTML by their full address
 * @param sitemap all its files, one after the other
 */
export function addressProblems(pages: ReadonlyMap<string, string>, sitemap: string): string[] {
  const problems: string[] = [];
  const all = new Map([...pages].map(([url, html]) => [url, addressed(html)]));
  const originals = [...all].filter(([url, { canonical, isListed }]) => isListed && canonical === url);
  for (const [url, { canonical, versions }] of all) {
    if (canonical !== undefined && all.get(canonical)?.canonical !== canonical)
      problems.push(`${url} is a copy of ${canonical}, which is no page of its own`);
    if (versions.size > 0 && !versions.has('x-default')) problems.push(`${url} has no x-default`);
    for (const [tag, other] of versions) {
      const there = all.get(other);
      if (!there) problems.push(`${url} names ${other}, which isn't there`);
      else if (JSON.stringify([...there.versions]) !== JSON.stringify([...versions]))
        problems.push(`${url} names ${other}, which names other versions`);
      if (tag !== 'x-default' && !pages.get(other)?.includes(`<html lang="${tag}"`))
        problems.push(`${url} names ${other} as ${tag}`);
    }
    if (versions.size > 0 && ![...versions.values()].includes(canonical ?? url))
      problems.push(`${url} doesn't name itself or its original`);
  }
  const listed = new Map(
    [...sitemap.matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/g)].map(([, url = '', rest = '']) => [
      url,
      new Map([...rest.matchAll(/hreflang="([^"]+)" href="([^"]*)"/g)].map(([, tag = '', href = '']) => [tag, href])),
    ]),
  );
  for (const [url, versions] of listed) {
    const page = all.get(url);
    if (!page?.isListed || page.canonical !== url) problems.push(`the sitemap has ${url}`);
    else if (JSON.stringify([...versions]) !== JSON.stringify([...page.versions]))
      problems.push(`the sitemap has other versions of ${url}`);
  }
  for (const [url] of originals) if (!listed.has(url)) problems.push(`the sitemap lacks ${url}`);
  return problems;
}
