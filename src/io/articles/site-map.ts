import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** What a sitemap names: pages, or further sitemaps. */
export interface SiteMap {
  pages: string[];
  maps: string[];
}

/** Reads a sitemap in XML, also compressed, or a list of addresses. */
export function readSiteMap(bytes: Uint8Array): SiteMap {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  // A small file can grow without end.
  const plain = isCompressed ? gunzipSync(bytes, { maxOutputLength: 64 * 2 ** 20 }) : bytes;
  const text = new TextDecoder().decode(plain);
  if (!/<(?:urlset|sitemapindex)/i.test(text)) {
    return { pages: text.split(/\s+/).filter((line) => /^https?:\/\//.test(line)), maps: [] };
  }
  const found: SiteMap = { pages: [], maps: [] };
  const open: string[] = [];
  let address = '';
  const parser = new Parser(
    {
      onopentag(name) {
        open.push(name);
        address = '';
      },
      ontext(part) {
        if (open.at(-1) === 'loc') address += part;
      },
      onclosetag(name) {
        open.pop();
        if (name === 'loc' && open.at(-1) === 'url') found.pages.push(address.trim());
        if (name === 'loc' && open.at(-1) === 'sitemap') found.maps.push(address.trim());
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}
