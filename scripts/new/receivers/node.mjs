// Receives votes and searches of a help center: a server for Node 22.13 or newer, with its own SQLite.
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { receive } from './receive.mjs';
import { sqlStore, tables } from './sql-store.mjs';

const {
  PORT = '8787',
  HOST = '127.0.0.1',
  OHJE_DATABASE = 'ohje-events.sqlite',
  OHJE_EXPORT_TOKEN,
  OHJE_PROXY,
} = process.env;

const database = new DatabaseSync(OHJE_DATABASE);
for (const statement of ['PRAGMA journal_mode = WAL', 'PRAGMA busy_timeout = 5000', ...tables])
  database.exec(statement);
const store = sqlStore(async (statement, values) => database.prepare(statement).all(...values));

// A client that sends too slowly is cut off.
const limits = { requestTimeout: 10_000, headersTimeout: 10_000, connectionsCheckingInterval: 2000 };
const server = createServer(limits, async (incoming, outgoing) => {
  incoming.on('error', () => {});
  try {
    const response = await receive(requestOf(incoming), { ip: addressOf(incoming), token: OHJE_EXPORT_TOKEN, store });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
    // Some clients read the answer only after they have sent everything, so they can go on for a second.
    if (!incoming.complete) setTimeout(() => incoming.complete || incoming.destroy(), 1000).unref();
  } catch {
    outgoing.destroy();
  }
});
server.maxConnections = 1000;
server.listen(Number(PORT), HOST, () => console.log(`Listening on http://${HOST}:${server.address().port}`));

/** Behind a proxy, the client is the last address that the proxy names: others can be invented. */
function addressOf({ headers, socket }) {
  const named = OHJE_PROXY === '1' ? headers['x-forwarded-for']?.split(',').at(-1)?.trim() : undefined;
  return named ?? socket.remoteAddress ?? '';
}

/** As much of a request as is used. The path says nothing: the web server in front of this one chooses it. */
function requestOf(incoming) {
  const { method, url } = incoming;
  const query = url.indexOf('?');
  const names = ['origin', 'content-type', 'content-length', 'authorization'];
  const headers = names.flatMap((name) =>
    incoming.headers[name] === undefined ? [] : [[name, incoming.headers[name]]],
  );
  return {
    method,
    url: `http://receiver/${query < 0 ? '' : url.slice(query)}`,
    headers: new Headers(headers),
    body: { getReader: () => readerOf(incoming) },
  };
}

/** Reads a body part by part. A web stream of Node would end the connection when it is canceled. */
function readerOf(incoming) {
  const parts = incoming[Symbol.asyncIterator]();
  return {
    read: () => parts.next(),
    cancel: async () => {
      // Not awaited: the answer does not wait for the rest of the body.
      drain(parts).catch(() => {});
    },
  };
}

async function drain(parts) {
  while (!(await parts.next()).done);
}
