import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageGate } from '../../../scripts/dev/page-gate.ts';

const server = createServer();
let address = '';

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A request that has not been answered. */
async function request(): Promise<{ response: ServerResponse; leave(): void }> {
  const reader = new AbortController();
  fetch(address, { signal: reader.signal }).catch(() => {});
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { response, leave: () => reader.abort() };
}

it('changes the content when the pages that are being made are done, and makes the next ones after it', async () => {
  const gate = pageGate();
  const seen: string[] = [];
  const { response } = await request();
  await gate.enter(response);
  const changed = gate.change(() => void seen.push('changed'));
  const entered = request().then(async (next) => {
    await gate.enter(next.response);
    seen.push('next page');
    next.response.end();
  });
  await new Promise(setImmediate);
  seen.push('first page');
  response.end();
  await Promise.all([changed, entered]);
  expect(seen).toEqual(['first page', 'changed', 'next page']);
});

it('does not wait for a page that no one waits for any more', async () => {
  const gate = pageGate();
  const left = await request();
  left.leave();
  await once(left.response, 'close');
  await gate.enter(left.response);
  const isChanged = gate.change(() => {}).then(() => true);
  const soon = new Promise((resolve) => setTimeout(() => resolve(false), 2000));
  expect(await Promise.race([isChanged, soon])).toBe(true);
});

it('goes on after a change that failed', async () => {
  const gate = pageGate();
  await expect(gate.change(() => Promise.reject(new Error('half')))).rejects.toThrow('half');
  const { response } = await request();
  await gate.enter(response);
  response.end();
  await expect(gate.change(() => {})).resolves.toBeUndefined();
});
