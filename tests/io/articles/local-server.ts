import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** JSON if it isn't text or bytes. */
  body?: unknown;
  /** Ends the connection in the middle of the body. */
  broken?: boolean;
}

export interface LocalServer {
  /** `http://127.0.0.1:1234` */
  origin: string;
  /** Method, path and query of every request. */
  requests: string[];
  headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** A real server on this machine. `answer` gets the path with its query, and what was sent. */
export async function serveLocally(
  answer: (path: string, sent: string, request: IncomingMessage) => Reply | undefined,
): Promise<LocalServer> {
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer(async (request, response) => {
    let sent = '';
    for await (const part of request) sent += part;
    const path = decodeURIComponent(request.url ?? '/');
    requests.push(`${request.method} ${path}`);
    headers.push(request.headers);
    const reply = answer(path, sent, request) ?? { status: 404, body: { error: 'RecordNotFound' } };
    const { body = '' } = reply;
    const raw = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const type = raw === body ? 'text/html' : 'application/json';
    response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers });
    if (!reply.broken) response.end(raw);
    else response.write(raw.slice(0, raw.length / 2), () => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    headers,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);
