import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSite } from '#io/machine/serve.ts';
import { engine, run } from '../../run.ts';
import { sharedSite } from '../../site/small-site.ts';

async function connect(dist: string): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1.0.0' });
  const args = [join(engine, 'scripts/mcp.ts'), '--dist', dist];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: engine, stderr: 'ignore' }));
  onTestFinished(() => client.close());
  return client;
}

/** A server without a help center. */
async function serve(answer: (path: string) => { status: number; text: string }): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const { status, text } = answer(url);
    response.writeHead(status).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('mcp with the address of a published site', () => {
  it.each(['/', '/help/'] as const)('answers as with its folder, at %s', async (base) => {
    const dist = await sharedSite(base);
    const site = await openSite(dist, 0);
    onTestFinished(() => site.close());
    const [here, there] = [await connect(dist), await connect(site.url)];
    for (const [name, values] of [
      ['search', { question: 'how do I freeze my card' }],
      ['search', { question: 'zxqv wvut' }],
      ['search', { question: 'کارت', language: 'fa' }],
      ['read_article', { id: 'cards/freeze' }],
      ['read_article', { id: 'cards/freeze', language: 'fa' }],
      ['read_article', { id: 'cards/order', language: 'fa' }],
      ['read_article', { id: '../package' }],
      ['list_sections', { language: 'fa' }],
    ] as const) {
      const call = { name, arguments: values };
      expect([call, await there.callTool(call)]).toEqual([call, await here.callTool(call)]);
    }
  });

  it.each([
    [
      'nothing is there',
      () => ({ status: 404, text: '' }),
      "/ isn't there. Name the address of the help center's first page",
    ],
    ['another site is there', () => ({ status: 200, text: '<html lang="en">' }), 'articles.json has another form'],
    [
      'an older site is there',
      (path: string) => (path === '/' ? { status: 200, text: '<html lang="en">' } : { status: 404, text: '' }),
      "/en/articles.json isn't there.",
    ],
  ])('says that %s', async (_, answer, message) => {
    const { code, stderr } = await run('mcp', ['--dist', await serve(answer)]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('says that the server cannot be reached', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const { code, stderr } = await run('mcp', ['--dist', `http://127.0.0.1:${port}/`]);
    expect([code, stderr]).toEqual([1, `127.0.0.1:${port} can't be reached (ECONNREFUSED) for /, after 3 tries.\n`]);
  });
});
