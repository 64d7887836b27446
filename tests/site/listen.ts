import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** What another host answers with; 200 and no body by default. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface Listener {
  /** Its address, without a slash at the end. */
  origin: string;
  /** What it was sent, oldest first; yours to empty. */
  received: Received[];
  close(): Promise<void>;
}

/** Another host on this machine, which keeps what it is sent and answers every request alike. */
export async function listen(answer: () => Answer): Promise<Listener> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    const { status = 200, headers = {}, body: text } = answer();
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
