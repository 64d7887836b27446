import { Parser } from 'htmlparser2';
import robotsParser from 'robots-parser';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import { DownloadError, type HttpAnswer, type patientFetch } from './patient-fetch.ts';
import { readSiteMap } from './site-map.ts';

/** What our requests are called in robots.txt. */
const ROBOT = 'ohje';
const LARGEST_PAGE = 16 * 2 ** 20;
/** No help center has more pages; a site that generates endless pages does. */
const MOST_PAGES = 20_000;
const MOST_MAPS = 500;
const NOT_PAGES =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|js|mjs|json|xml|rss|atom|pdf|zip|gz|docx?|xlsx?|pptx?|mp4|mov|webm|mp3|woff2?|ttf|csv|txt)$/i;
/** Parameters that lead to other pages; the others show the same page in another way. */
const PARAMETERS = new Set(['id', 'page', 'p', 'article', 'articleid']);

export interface SitePagesOptions {
  address: URL;
  fetch: ReturnType<typeof patientFetch>;
  kept: KeptAnswers;
  report(what: string): void;
  /** Waits at least this long between two requests, in seconds. */
  slowDown(seconds: number): void;
  show(pages: number, open: number): void;
}

/** A page that was read: its address after redirects, and its text. */
export interface ReadPage {
  url: string;
  html: string;
}

/**
 * Reads the pages at an address and below it on the same host: those that a sitemap names, or else those that links
 * lead to. `robots.txt` is respected.
 */
export async function readSitePages(options: SitePagesOptions): Promise<ReadPage[]> {
  const { address, report } = options;
  const robots = robotsParser(new URL('/robots.txt', address).href, await robotsText(options));
  options.slowDown(robots.getCrawlDelay(ROBOT) ?? 0);
  const isAllowed = (url: string) => robots.isAllowed(url, ROBOT) !== false;
  const isOurs = scopeOf(address);
  if (!isAllowed(address.href))
    throw new DownloadError(`robots.txt of ${address.host} asks not to read ${address.href}.`);
  const listed = await pagesInMaps(options, [...robots.getSitemaps(), new URL('/sitemap.xml', address).href]);
  const named = listed
    .map((url) => cleanUrl(url, address))
    .filter((url) => url !== undefined && isOurs(url)) as string[];
  const follow = named.length === 0;
  const open = [...new Set([cleanUrl(address.href, address) ?? address.href, ...named])].slice(0, MOST_PAGES);
  const asked = new Set(open);
  const pages = new Map<string, ReadPage>();
  const closed: string[] = [];
  for (let url = open.shift(); url !== undefined; url = open.shift()) {
    if (!isAllowed(url)) {
      closed.push(url);
      continue;
    }
    options.show(pages.size, open.length);
    const answer = await readPage(url, options);
    if (answer === undefined) continue;
    const final = cleanUrl(answer.url, address);
    if (!final || !isOurs(final)) {
      report(`${url} leads to ${answer.url}, which isn't a page at or below ${address.href}, so it wasn't imported.`);
      continue;
    }
    if (pages.has(final)) continue;
    pages.set(final, { url: final, html: answer.text });
    if (!follow) continue;
    for (const link of linksIn(answer.text)) {
      const next = cleanUrl(link, new URL(final));
      if (next && isOurs(next) && !asked.has(next) && asked.size < MOST_PAGES) {
        asked.add(next);
        open.push(next);
      }
    }
  }
  if (asked.size >= MOST_PAGES) report(`Reading ended after ${MOST_PAGES} pages.`);
  if (closed.length > 0) report(`robots.txt asks not to read ${closed.length} pages, such as ${closed[0]}.`);
  return [...pages.values()];
}

async function robotsText(options: SitePagesOptions): Promise<string> {
  const answer = await keptAnswer(new URL('/robots.txt', options.address).href, options);
  return answer.status === 200 ? answer.text : '';
}

async function pagesInMaps(options: SitePagesOptions, start: readonly string[]): Promise<string[]> {
  const open = [...new Set(start)];
  const asked = new Set(open);
  const pages: string[] = [];
  for (let url = open.shift(); url !== undefined; url = open.shift()) {
    // A sitemap on another host says nothing about this one.
    if (!URL.canParse(url) || new URL(url).host !== options.address.host || asked.size > MOST_MAPS) continue;
    const answer = await fetchOrReport(url, options, 'application/xml,text/xml,*/*;q=0.5');
    if (answer?.status !== 200) continue;
    try {
      const map = readSiteMap(answer.body);
      pages.push(...map.pages);
      for (const next of map.maps) {
        if (!asked.has(next)) open.push(next);
        asked.add(next);
      }
    } catch {
      options.report(`The sitemap ${url} can't be read.`);
    }
  }
  return pages;
}

async function readPage(url: string, options: SitePagesOptions): Promise<KeptAnswer | undefined> {
  const answer = await keptAnswer(url, options);
  if (answer.status === 200) return answer;
  if (answer.status !== 0) options.report(`The server answers ${answer.status} to ${url}.`);
  return undefined;
}

/** The answer for a page; status 0 if it isn't one. */
async function keptAnswer(url: string, options: SitePagesOptions): Promise<KeptAnswer> {
  const known = await options.kept.get(`GET ${url}`);
  if (known) return known;
  const answer = await fetchOrReport(url, options, 'text/html,application/xhtml+xml,text/plain;q=0.5');
  if (answer === undefined) return { status: 0, text: '', url };
  const type = answer.headers.get('content-type') ?? 'text/html';
  const isText = /html|text\/plain/i.test(type);
  const written = isText ? textOf(answer, type) : '';
  const text = written === undefined ? undefined : withRobotsTag(written, answer.headers.get('x-robots-tag'));
  if (text === undefined) options.report(`The encoding of ${url} can't be read.`);
  const fresh = { status: isText && text !== undefined ? answer.status : 0, text: text ?? '', url: answer.url };
  await options.kept.put(`GET ${url}`, fresh);
  return fresh;
}

/** Writes into the page what only the answer says: that search engines must not list it. */
function withRobotsTag(html: string, tag: string | null): string {
  if (!/\b(?:noindex|none)\b/i.test(tag ?? '')) return html;
  const meta = '<meta name="robots" content="noindex">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + meta) : meta + html;
}

async function fetchOrReport(url: string, options: SitePagesOptions, accept: string): Promise<HttpAnswer | undefined> {
  try {
    return await options.fetch(new URL(url), { accept, limit: LARGEST_PAGE });
  } catch (error) {
    // One page that fails isn't the end; a server that fails is.
    if (!(error instanceof DownloadError) || /can't be reached|asks to wait/.test(error.message)) throw error;
    options.report(error.message.replace(/ Run the same command again.*$/, ''));
    return undefined;
  }
}

/** In the encoding that the answer or the page names; without one, UTF-8. Nothing is replaced. */
function textOf({ body }: HttpAnswer, type: string): string | undefined {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 2048));
  const named =
    /charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1];
  for (const encoding of [named ?? 'utf-8', 'utf-8', 'windows-1252']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(body);
    } catch {
      // The next one.
    }
  }
  return undefined;
}

/** Whether an address is at or below the one that was typed, on the same host. */
function scopeOf(address: URL): (url: string) => boolean {
  const folder = address.pathname.replace(/\/(?:index\.\w+)?$/, '');
  return (url) => {
    const { origin, pathname } = new URL(url);
    return (
      origin === address.origin &&
      (pathname === folder || pathname === `${folder}/` || pathname.startsWith(`${folder}/`))
    );
  };
}

function cleanUrl(written: string, from: URL): string | undefined {
  if (!URL.canParse(written, from.href)) return undefined;
  const url = new URL(written, from);
  if (!/^https?:$/.test(url.protocol) || NOT_PAGES.test(url.pathname)) return undefined;
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (!PARAMETERS.has(name.toLowerCase())) url.searchParams.delete(name);
  return url.href;
}

function linksIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, { href, rel }) {
      if (name === 'a' && href && !/\bnofollow\b/i.test(rel ?? '')) found.push(href);
    },
  });
  parser.end(html);
  return found;
}
