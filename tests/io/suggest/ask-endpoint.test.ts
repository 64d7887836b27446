import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askEndpoint, EndpointError } from '#io/suggest/ask-endpoint.ts';

const article = { locale: 'en', title: 'Order a card', summary: undefined, text: 'Open Cards.' };
const completion = (content: unknown) => JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] });

/** A server that answers every request in this way, and remembers what it got. */
async function serve(reply: (request: IncomingMessage, response: ServerResponse) => void) {
  const got: { url: string | undefined; key: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part as Uint8Array);
    const { url, headers } = request;
    got.push({ url, key: headers.authorization, body: Buffer.concat(parts).toString() });
    reply(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
  return { got, endpoint: { url, model: 'small', key: 'secret-key' } };
}

describe('an endpoint', () => {
  it('gets the article and the key, and its lines become questions', async () => {
    const content =
      '1. Where is my card?\n- "Need a card"\n\n<b>html</b>\ncall 0800 1234\nmail a@b.example\nNeed a card';
    const { got, endpoint } = await serve((_, response) => response.end(completion(content)));
    expect(await askEndpoint(endpoint, article)).toEqual(['Where is my card?', 'Need a card']);
    expect(got).toMatchObject([{ url: '/v1/chat/completions', key: 'Bearer secret-key' }]);
    const { model, messages } = JSON.parse(got[0]?.body ?? '');
    expect(model).toBe('small');
    expect(messages.at(-1)).toEqual({ role: 'user', content: 'Order a card\n\nOpen Cards.' });
  });

  it.each<[number, Record<string, string>, string]>([
    [401, {}, 'refused the key (401). Set OHJE_SUGGEST_KEY to a valid key.'],
    [404, {}, "doesn't exist (404)."],
    [429, { 'retry-after': '30' }, 'gets too many requests (429). Try again in 30 seconds'],
    [429, { 'retry-after': 'soon' }, 'Try again later'],
    [500, {}, 'failed (500). Try again later.'],
    [301, { location: 'https://elsewhere.example' }, "can't be reached"],
  ])('that answers %i is explained', async (status, headers, says) => {
    const { endpoint } = await serve((_, response) => response.writeHead(status, headers).end('secret-key leaked'));
    const failed = askEndpoint(endpoint, article);
    await expect(failed).rejects.toThrow(EndpointError);
    await expect(failed).rejects.toThrow(says);
    await expect(failed).rejects.not.toThrow('secret-key');
  });

  it.each(['', 'Hello', '[]', 'null', '{"choices":[]}', completion(null), completion([{ text: 'Hi' }])])(
    'that answers %j is explained',
    async (body) => {
      const { endpoint } = await serve((_, response) => response.end(body));
      await expect(askEndpoint(endpoint, article)).rejects.toThrow("didn't answer with a chat completion");
    },
  );

  it('that never ends, sends too much, or is not there is explained', async () => {
    const silent = await serve(() => {});
    await expect(askEndpoint(silent.endpoint, article, undefined, 50)).rejects.toThrow("didn't answer within 0.05 s");
    const endless = await serve((_, response) => response.end('x'.repeat(2_000_000)));
    await expect(askEndpoint(endless.endpoint, article)).rejects.toThrow('more than a megabyte');
    const gone = { url: 'http://127.0.0.1:1', model: 'small', key: undefined };
    await expect(askEndpoint(gone, article)).rejects.toThrow("can't be reached");
  });
});
