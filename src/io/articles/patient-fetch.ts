import { setTimeout } from 'node:timers/promises';
import { isPrivateHost } from './private-hosts.ts';

/** What a server answered in the end. */
export interface HttpAnswer {
  status: number;
  /** The address after redirects. */
  url: string;
  headers: Headers;
  body: Uint8Array;
}

export interface FetchOptions {
  /** Shown only to the server that the address names, never to another. */
  headers?: Readonly<Record<string, string>>;
  /** The server that is asked, `https://example.com`; the only one that may be in a private network. */
  origin: string;
  /** Milliseconds between two requests. */
  pause: number;
  /** Milliseconds before the first new try; each next one takes twice as long. */
  retry: number;
  /** Milliseconds after which an answer is given up. */
  timeout: number;
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: string;
  /** Sent again only if the server did nothing (429): what it creates must not be created twice. */
  once?: boolean;
  accept: string;
  /** The largest answer, in bytes. */
  limit: number;
  /** How often it is asked for; 6 times by default. */
  tries?: number;
}

/** There is no usable answer; the message says what to do. */
export class DownloadError extends Error {
  /** Whether the server can't be reached at all. */
  isUnreachable = false;
  /** Whether the server may have done what was asked, or not. */
  isUncertain = false;
}

const TRIES = 6;
const REDIRECTS = 5;
/** Longer waits are left to the person, in seconds. */
const LONGEST_WAIT = 300;
const USER_AGENT = 'Ohje (https://www.npmjs.com/package/ohje)';

/**
 * A `fetch` that is polite and patient: it pauses between requests, waits as long as a server asks for (429 and 503
 * with `Retry-After`, or `X-RateLimit-Reset`), and tries again after failures of the server or the network.
 *
 * @throws DownloadError if there is no answer after several tries; what it says holds no headers and no token
 */
export function patientFetch(options: FetchOptions): (url: URL, request: Request) => Promise<HttpAnswer> {
  // Requests start one after the other, with a pause between any two of them.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = async () => {
    const before = turn;
    turn = before.then(() => setTimeout(options.pause));
    await before;
  };
  return async (url, request) => {
    let failure = '';
    const most = request.tries ?? TRIES;
    for (let tries = 0; tries < most; tries++) {
      await inTurn();
      let wait = options.retry * 2 ** tries;
      try {
        const answer = await fetchOnce(url, request, options);
        const asked = secondsToWait(answer.headers);
        if (answer.status !== 429 && (answer.status < 500 || request.once)) return answer;
        failure = `answers ${answer.status}`;
        if (asked !== undefined && asked > LONGEST_WAIT)
          throw new DownloadError(
            `${url.host} asks to wait ${Math.ceil(asked / 60)} minutes. Run the same command again then: what is done is kept.`,
          );
        if (asked !== undefined) wait = Math.max(asked * 1000, options.retry);
      } catch (error) {
        if (error instanceof DownloadError) throw error;
        failure = failureOf(error);
        if (request.once) break;
      }
      if (tries < most - 1) await setTimeout(wait);
    }
    const error = new DownloadError(
      `${url.host} ${failure} for ${url.pathname}${request.once ? '' : `, after ${most} tries`}. Run the same command again later: what is done is kept.`,
    );
    error.isUncertain = true;
    error.isUnreachable = /^can't be reached/.test(failure);
    throw error;
  };
}

/** The same path and query at the server of `base`, whatever host the address names. */
export function atServer({ pathname, search }: URL, base: URL): URL {
  const url = new URL(base);
  // Not as a new URL: a path that starts with `//` would name another host.
  url.pathname = pathname;
  url.search = search;
  return url;
}

async function fetchOnce(start: URL, request: Request, options: FetchOptions): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(options.timeout);
  let url = start;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const own = url.origin === options.origin;
    if (!/^https?:$/.test(url.protocol)) throw new DownloadError(`${url.protocol} addresses can't be downloaded.`);
    if (!own && (await isPrivateHost(url.hostname)))
      throw new DownloadError(`${url.host} is in a private network, so nothing was read from it.`);
    const response = await fetch(url, {
      method: request.method ?? 'GET',
      redirect: 'manual',
      signal,
      headers: {
        accept: request.accept,
        'user-agent': USER_AGENT,
        ...(own && options.headers),
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(request.body !== undefined && { body: request.body }),
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) {
      const body = await readBody(response, request.limit, url);
      return { status: response.status, url: url.href, headers: response.headers, body };
    }
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw new DownloadError(`${start.host} redirects ${start.pathname} in a loop.`);
}

async function readBody(response: Response, limit: number, url: URL): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit)
      throw new DownloadError(`${url.href} is larger than ${Math.round(limit / 2 ** 20)} MB and wasn't downloaded.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** `Retry-After` is a number of seconds or a time, which the server's own clock is compared with. */
function secondsToWait(headers: Headers): number | undefined {
  const written = headers.get('retry-after')?.trim();
  if (!written) return secondsToReset(headers);
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number(written);
  const seconds = (Date.parse(written) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** Intercom says when its limit is reset instead, in seconds since 1970: `X-RateLimit-Reset`. */
function secondsToReset(headers: Headers): number | undefined {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  const now = Date.parse(headers.get('date') ?? '') / 1000;
  // Smaller numbers are seconds from now at other servers.
  if (headers.get('x-ratelimit-remaining') !== '0' || !(reset > 1e9) || Number.isNaN(now)) return undefined;
  return Math.max(0, reset - now);
}

function failureOf(error: unknown): string {
  const { name, cause, message } = error as Error & { cause?: { code?: string } };
  if (name === 'TimeoutError') return "doesn't answer";
  return `can't be reached (${cause?.code ?? message})`;
}
