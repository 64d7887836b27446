import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  type McpServer,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

/** Makes a server for each client. */
export type MakeServer = () => McpServer;

// In bytes; questions are at most some thousand characters.
const LARGEST_REQUEST = 256 * 1024;
const PATH = '/mcp';

/** Serves the client that started this process, until it closes the input. */
export async function serveOverStdio(make: MakeServer): Promise<void> {
  const closed = new Promise((done) => process.stdin.once('end', done).once('close', done));
  const stopped = new Promise((done) => process.once('SIGINT', done).once('SIGTERM', done));
  const handle = serveStdio(make, {
    onerror: ({ message }) => process.stderr.write(`A message could not be read: ${message}\n`),
  });
  await Promise.race([closed, stopped]);
  await handle.close();
}

/**
 * Serves programs on this machine over HTTP. Pages of other sites can't reach it through a browser: their requests name
 * another host or origin, and are refused.
 *
 * @param port 0 for any that is free
 * @throws if the port is taken
 */
export async function serveOverHttp(make: MakeServer, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const handler = createMcpHandler(make);
  const server = createServer((request, response) => {
    answer(request, response, handler.fetch).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}${PATH}`,
    close: async () => {
      await handler.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: Request) => Promise<Response>,
): Promise<void> {
  const stop = new AbortController();
  outgoing.once('close', () => stop.abort());
  const response = await respond(incoming, stop.signal, handle);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) await pipeline(response.body, outgoing);
  else outgoing.end();
}

async function respond(
  incoming: IncomingMessage,
  signal: AbortSignal,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  const { method = 'GET', url = '/', headers: given } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) for (const one of [value ?? []].flat()) headers.append(name, one);
  const body = await bodyOf(incoming);
  if (body === undefined) return new Response('The request is too large.\n', { status: 413 });
  if (url.split('?')[0] !== PATH) return new Response(`Connect to ${PATH}.\n`, { status: 404 });
  const sent = body.length > 0 ? { body } : {};
  const request = new Request(`http://127.0.0.1${PATH}`, { method, headers, signal, ...sent });
  return (
    hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
    originValidationResponse(request, localhostAllowedOrigins()) ??
    handle(request)
  );
}

/** @returns `undefined` if it is too large; its rest is read and forgotten */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= LARGEST_REQUEST) chunks.push(chunk);
  }
  return size > LARGEST_REQUEST ? undefined : Buffer.concat(chunks);
}
