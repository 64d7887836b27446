import { readEvent } from './read-event.mjs';
import { settings } from './settings.mjs';
import { lineOf, writeCsv } from './write-csv.mjs';

const MAX_BYTES = 4096;
const MAX_READ_BYTES = 2_000_000;
const MIN_TOKEN = 24;
const WINDOW_MS = 600_000;
const DAY_MS = 86_400_000;
/** More clients than this in ten minutes are a flood, which must not fill the memory. */
const MAX_CLIENTS = 50_000;

let recent = { window: 0, clients: new Map() };

/**
 * Answers a request of a page, or of whoever fetches the export.
 *
 * No address is kept: a client is a keyed hash of its address and the day, which is deleted after the day.
 */
export async function receive(request, { ip, token, store }) {
  const origin = request.headers.get('origin');
  const isOurs = origin !== null && settings.origins.includes(origin);
  const answer = (status, text, more = {}) =>
    new Response(text === '' ? null : text, {
      status,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Origin',
        ...(isOurs ? { 'Access-Control-Allow-Origin': origin } : {}),
        ...more,
      },
    });
  const wait = { 'Retry-After': '600' };
  try {
    if (typeof token !== 'string' || token.length < MIN_TOKEN)
      return answer(503, `Set OHJE_EXPORT_TOKEN to a secret of at least ${MIN_TOKEN} characters.\n`);
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const window = Math.floor(now / WINDOW_MS);
    if (window !== recent.window) {
      recent = { window, clients: new Map() };
      await store.forget(now, new Date(now - settings.keepDays * DAY_MS).toISOString().slice(0, 10));
    }
    const client = await digest(token, `${day} ${networkOf(ip)}`);
    if (isFlooding(client)) return answer(429, 'Too many requests.\n', wait);

    if (request.method === 'GET' || request.method === 'HEAD') {
      const kind = new URL(request.url).searchParams.get('export');
      if (kind !== 'votes' && kind !== 'searches') return answer(405, 'Use POST.\n', { Allow: 'POST, OPTIONS' });
      if (!(await isToken(request.headers.get('authorization'), token)))
        return answer(401, 'Send the token: "Authorization: Bearer TOKEN".\n', { 'WWW-Authenticate': 'Bearer' });
      return answer(200, writeCsv(kind, await store.lines(kind)), {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${kind}.csv"`,
      });
    }
    if (request.method !== 'POST' && request.method !== 'OPTIONS')
      return answer(405, 'Use POST.\n', { Allow: 'POST, OPTIONS' });
    if (!isOurs) return answer(403, 'This page is not allowed to send anything here.\n');
    if (request.method === 'OPTIONS')
      return answer(204, '', {
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'Content-Type',
        'Access-Control-Max-Age': '86400',
      });

    const [type] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
    const isForm = type.trim() === 'application/x-www-form-urlencoded';
    if (!isForm && !['text/plain', 'application/json'].includes(type.trim()))
      return answer(415, 'Send text/plain, application/json or a form.\n');
    // A client that goes away before it has sent everything has sent nothing.
    const body = await readBody(request).catch(() => new Uint8Array());
    if (body === undefined) return answer(413, `Send at most ${MAX_BYTES} bytes.\n`);
    const event = readEvent(decoded(body), isForm);
    if (event === undefined) return answer(400, 'This is not an event of the help center.\n');

    const dayEnd = Date.parse(day) + DAY_MS;
    const isVote = event.event === 'ohje:vote';
    const hits = await store.hit(`${client} ${window}`, (window + 1) * WINDOW_MS);
    if (hits > settings.requestsPerClient) return answer(429, 'Too many requests.\n', wait);
    if (isVote) {
      const votes = await store.hit(await digest(token, `${client} ${event.article}`), dayEnd);
      if (votes > settings.votesPerArticle) return answer(429, 'Too many votes on this article.\n', wait);
    }
    // Every miss is also a search, which says so itself.
    if (event.event !== 'ohje:search-miss') {
      if ((await store.hit(`all ${day}`, dayEnd)) > settings.eventsPerDay)
        return answer(429, 'Too many events today.\n', wait);
      await store.add(isVote ? 'votes' : 'searches', day, lineOf(event));
    }
    return isForm ? answer(200, thanksPage(event), pageHeaders) : answer(204, '');
  } catch (error) {
    console.error(error);
    return answer(503, 'The event could not be stored.\n', wait);
  }
}

function isFlooding(client) {
  if (recent.clients.size >= MAX_CLIENTS) recent.clients.clear();
  const requests = (recent.clients.get(client) ?? 0) + 1;
  recent.clients.set(client, requests);
  return requests > settings.requestsPerClient;
}

/**
 * The body, or `undefined` if it is too long. Some hosts cut off a client whose body isn't read, before it has read the
 * answer. So more is read than is kept, but not without end.
 */
async function readBody(request) {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_READ_BYTES) return undefined;
  const reader = request.body?.getReader();
  const bytes = new Uint8Array(MAX_BYTES);
  let size = 0;
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    if (size + part.value.length <= MAX_BYTES) bytes.set(part.value, size);
    size += part.value.length;
    if (size > MAX_READ_BYTES) {
      await reader?.cancel().catch(() => {});
      break;
    }
  }
  return size > MAX_BYTES ? undefined : bytes.subarray(0, size);
}

function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** An IPv4 address, or the network of an IPv6 address: whoever has one of its addresses has all of them. */
function networkOf(ip = '') {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0].split('::');
  const [first, last] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

async function digest(key, text) {
  const bytes = (value) => new TextEncoder().encode(value);
  const made = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', made, bytes(text)));
  return [...signed.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Compares digests, so the time it takes says nothing about the token. */
async function isToken(header, token) {
  const given = /^Bearer ([^\s]{1,500})$/.exec(header ?? '')?.[1];
  return given !== undefined && (await digest(token, given)) === (await digest(token, token));
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** What readers without JavaScript see. Nothing in it is from the request except checked ids and language codes. */
function thanksPage({ locale, article, helpful }) {
  const language = Object.hasOwn(settings.thanks, locale) ? locale : Object.keys(settings.thanks)[0];
  const safe = settings.thanks[language][helpful ? 0 : 1].replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const back = encodeURI(`${settings.site}${locale}/${article}/`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe}</title><p>${safe}</p><p><a href="${back}">${back}</a></p></html>\n`;
}
