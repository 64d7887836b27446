import { once } from 'node:events';
import { cp, readFile, rm, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { engine, run, start } from '../../run.ts';
import { sharedSite } from '../../site/small-site.ts';

let dist: string;
beforeAll(async () => {
  dist = await sharedSite();
});

type Answer = Awaited<ReturnType<Client['callTool']>>;
const textOf = ({ content }: Answer) => content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
const call = (client: Client, name: string, values: Record<string, unknown> = {}) =>
  client.callTool({ name, arguments: values });

/** A client of today, or one of before the protocol's second version. */
function newClient(mode: 'auto' | 'legacy' = 'auto'): Client {
  return new Client({ name: 'tests', version: '1.0.0' }, { versionNegotiation: { mode } });
}

async function overStdio(words: readonly string[] = [], mode?: 'legacy', from = dist): Promise<Client> {
  const client = newClient(mode);
  const args = [join(engine, 'scripts/mcp.ts'), '--dist', from, ...words];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: engine, stderr: 'ignore' }));
  onTestFinished(() => client.close());
  return client;
}

describe('mcp', () => {
  let url: string;
  let gaps: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const process = start('mcp', ['--http', '--port', '0', '--dist', dist, '--gaps', 'gaps.csv'], join(dist, '..'));
    gaps = join(dist, '../gaps.csv');
    const [line] = await once(process.stderr, 'data');
    url = /http:\S+/.exec(String(line))?.[0] ?? '';
    stop = async () => {
      process.kill('SIGTERM');
      await once(process, 'exit');
    };
  });
  afterAll(() => stop?.());

  async function overHttp(mode?: 'legacy'): Promise<Client> {
    const client = newClient(mode);
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    onTestFinished(() => client.close());
    return client;
  }

  it.each([
    ['standard input and output', () => overStdio()],
    ['standard input and output, to an older client', () => overStdio([], 'legacy')],
    ['HTTP', () => overHttp()],
    ['HTTP, to an older client', () => overHttp('legacy')],
  ])('answers over %s what the search box finds, with its confidence', async (_, connect) => {
    const client = await connect();
    const question = 'how do I freeze my card';
    const { structuredContent } = await call(client, 'search', { question });
    const { stdout } = await run('ask', [question, '--dist', dist, '--json', '--k', '5']);
    const { state, confidence, results } = JSON.parse(stdout);
    expect(structuredContent).toMatchObject({
      ...{ state, confidence },
      results: results.map(({ id, title }: { id: string; title: string }) => ({ id, title })),
    });
    expect(structuredContent).toHaveProperty('results.0.url', 'https://help.pilvi.example/en/cards/freeze/');
  });

  it('says that no article answers', async () => {
    const found = await call(await overHttp(), 'search', { question: 'zxqv wvut qwrt plmk' });
    expect(found.structuredContent).toMatchObject({ state: 'nothing', confidence: 0, results: [] });
    expect(textOf(found)).toBe('No article answers the question. Say so instead of guessing, and report the question.');
  });

  it('reads an article as Markdown, in each language it has', async () => {
    const client = await overHttp();
    const text = textOf(await call(client, 'read_article', { id: 'cards/freeze' }));
    expect(text).toBe(await readFile(join(dist, 'en/cards/freeze.md'), 'utf8'));
    expect(textOf(await call(client, 'read_article', { id: 'cards/freeze', language: 'fa' }))).toMatch(
      /[\u0600-\u06ff]/,
    );
    expect(textOf(await call(client, 'read_article', { id: 'cards/order', language: 'fa' }))).toBe(
      'The article "cards/order" isn\'t available in fa. Read it in en.',
    );
  });

  it('lists sections with their articles, and nothing internal', async () => {
    const listed = await call(await overHttp(), 'list_sections');
    expect(textOf(listed)).toContain('Cards\n- How do I freeze my card? (cards/freeze)\n- Order a card (cards/order)');
    expect(JSON.stringify(listed)).not.toContain('for-the-team');
  });

  it.each(['../../package', '/etc/passwd', 'cards/../cards/freeze', 'account/for-the-team', 'cards/freeze.md', '\0'])(
    'reads nothing but published articles: %j',
    async (id) => {
      const answer = await call(await overHttp(), 'read_article', { id });
      expect(answer.isError).toBe(true);
      expect(textOf(answer)).toBe(`There is no article "${id}". Use an id that search or list_sections gives.`);
    },
  );

  it.each([
    ['search', { question: 'x'.repeat(100_000) }],
    ['search', { question: '' }],
    ['search', { question: 'card', limit: 1e9 }],
    ['search', { question: ['card'] }],
    ['search', { question: 'card', language: '../en' }],
    ['read_article', { id: 'x'.repeat(1000) }],
    ['list_sections', { language: 'sv' }],
  ])('refuses what makes no sense, and goes on: %s', async (name, values) => {
    const client = await overHttp();
    expect((await call(client, name, values)).isError).toBe(true);
    expect((await call(client, 'list_sections')).isError).not.toBe(true);
  });

  it('answers several clients at once', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => overHttp()));
    const questions = ['freeze my card', 'order a card', 'close my account', 'rates'];
    const ask = (client: Client, place: number) =>
      call(client, 'search', { question: questions[place % questions.length] });
    const together = await Promise.all(clients.map(ask));
    for (const [place, { structuredContent }] of together.entries())
      expect(structuredContent).toEqual((await ask(clients[0] as Client, place)).structuredContent);
  });

  it('answers nothing after an internal site replaced the public one', async () => {
    const site = join(await makeFolder({}), 'dist');
    await cp(dist, site, { recursive: true });
    const client = await overStdio([], undefined, site);
    expect((await call(client, 'search', { question: 'freeze my card' })).isError).not.toBe(true);
    // An internal site has an index of everything, but no lists for programs.
    for (const tag of ['en', 'fa']) await rm(join(site, tag, 'articles.json'));
    await utimes(join(site, 'index.html'), 1, 1);
    for (const [tool, values] of [
      ['search', { question: 'freeze my card' }],
      ['list_sections', {}],
      ['read_article', { id: 'cards/freeze' }],
    ] as const) {
      const answer = await call(client, tool, values);
      expect(answer.isError).toBe(true);
      expect(textOf(answer)).toContain('has no articles.json. Build a public site');
    }
  });

  it('writes down questions without an answer, without what identifies the customer, as the import reads them', async () => {
    const root = await makeFolder({ 'content/site.yaml': 'name: Pilvi\nlocales: [en, fa]\ndefaultLocale: en\n' });
    const client = await overStdio(['--gaps', join(root, 'gaps.csv')]);
    const report = (question: string) => call(client, 'report_gap', { question });
    await Promise.all(Array.from({ length: 5 }, () => report('Do you sell\n"gold", too?')));
    await report('I am canary@mail.example, call 040 123 4567');
    const text = await readFile(join(root, 'gaps.csv'), 'utf8');
    expect(text).not.toMatch(/canary|123/);
    expect(text.match(/^day,/gm)).toHaveLength(1);
    // A spreadsheet calculates nothing.
    await report('=HYPERLINK("https://evil.example")');
    expect(await readFile(join(root, 'gaps.csv'), 'utf8')).toMatch(/,"?HYPERLINK/);
    await run('tickets', ['import', '--searches', 'gaps.csv'], root);
    expect(await readFile(join(root, 'content/tickets/searches.csv'), 'utf8')).toMatch(
      /^locale,.*\nen,"do you sell ""gold"", too",5,5,\d{4}-/,
    );
  });

  describe('over HTTP', () => {
    async function post(headers: Record<string, string>, body = '{}', path = '/mcp'): Promise<number | undefined> {
      const { port } = new URL(url);
      const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers });
      sent.on('error', () => undefined).end(body);
      const [response] = await once(sent, 'response');
      response.resume();
      return response.statusCode;
    }
    const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

    it('refuses requests for other hosts and from pages of other sites', async () => {
      expect(await post({ ...json }, list)).toBe(200);
      expect(await post({ ...json, host: 'evil.example' }, list)).toBe(403);
      expect(await post({ ...json, host: '127.0.0.1.evil.example:80' }, list)).toBe(403);
      expect(await post({ ...json, origin: 'https://evil.example' }, list)).toBe(403);
      expect(await post({ ...json, origin: 'null' }, list)).toBe(403);
      expect(await post({ ...json, origin: 'http://localhost:3000' }, list)).toBe(200);
    });

    it('refuses what is no message, too large or elsewhere', async () => {
      expect(await post(json, '{')).toBe(400);
      expect(await post(json, JSON.stringify({ padding: 'x'.repeat(300_000) }))).toBe(413);
      expect(await post(json, list, '/other')).toBe(404);
      expect(await post(json, list, '//[')).toBe(404);
    });

    it('writes nothing down that no one reported', async () => {
      await expect(readFile(gaps)).rejects.toThrow('ENOENT');
    });
  });
});

it('mcp says what is missing', async () => {
  const root = await makeFolder({});
  expect(await run('mcp', ['--dist', 'nowhere'], root)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'There is no built site in nowhere. Run `npm run build` first, or name another folder with --dist.\n',
  });
  expect(await run('mcp', ['--port', '3'], root)).toMatchObject({ code: 2 });
});
