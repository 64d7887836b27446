import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../folder.ts';
import { run } from '../../../run.ts';
import { hasPhp, origin, type Receiver, receivers, token } from './programs.ts';

const vote = { event: 'ohje:vote', article: 'cards/order', locale: 'en', helpful: true };
const search = { event: 'ohje:search', question: 'Where is my card?', locale: 'en', results: 3, confident: true };

const post = (body: unknown, more: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { Origin: origin, 'Content-Type': 'text/plain;charset=UTF-8', ...more },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const exported = async (receiver: Receiver, kind: string) => {
  const response = await receiver.send({
    path: `?export=${kind}`,
    ip: '192.0.2.1',
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${kind}.csv"`);
  return response.text();
};
const rows = (csv: string) => csv.trimEnd().split('\r\n').slice(1);

describe.each(Object.keys(receivers) as (keyof typeof receivers)[])('the receiver for %s', (name) => {
  const test = name === 'php' ? it.skipIf(!hasPhp) : it;
  const open = receivers[name];

  test('counts votes and searches, and its export can be imported', async () => {
    const receiver = await open();
    const no = { ...vote, helpful: false, reason: 'unclear', section: 'fees' };
    for (const body of [vote, vote, no, { ...vote, article: 'cards/gone' }]) {
      const response = await receiver.send(post(body));
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    }
    for (let time = 0; time < 6; time++) {
      await receiver.send(post(search));
      await receiver.send(post({ ...search, question: '-5 euro fee', results: 0, state: 'nothing', confident: false }));
      await receiver.send(post({ ...search, event: 'ohje:search-miss', question: '-5 euro fee' }));
    }
    await receiver.send(
      post({
        event: 'ohje:search-choose',
        question: search.question,
        locale: 'en',
        article: 'cards/order',
        position: 1,
      }),
    );
    const day = new Date().toISOString().slice(0, 10);
    const files = { votes: await exported(receiver, 'votes'), searches: await exported(receiver, 'searches') };
    expect(rows(files.votes).sort()).toEqual([
      `${day},cards/gone,en,yes,,,1`,
      `${day},cards/order,en,no,fees,unclear,1`,
      `${day},cards/order,en,yes,,,2`,
    ]);
    expect(rows(files.searches).sort()).toEqual([
      `${day},ohje:search,"'-5 euro fee",en,0,false,,,6`,
      `${day},ohje:search,"Where is my card?",en,3,true,,,6`,
      `${day},ohje:search-choose,"Where is my card?",en,,,cards/order,1,1`,
    ]);
    const folder = await makeFolder({ 'votes.csv': files.votes, 'searches.csv': files.searches });
    const into = ['--content', receiver.content];
    const votes = await run('tickets', ['import', '--votes', join(folder, 'votes.csv'), ...into]);
    expect([votes.code, votes.stdout]).toEqual([0, expect.stringMatching(/3 votes/)]);
    const searches = await run('tickets', ['import', '--searches', join(folder, 'searches.csv'), ...into]);
    expect([searches.code, searches.stdout]).toEqual([0, expect.stringMatching(/12 searches/)]);
    const report = JSON.parse((await run('tickets', ['report', '--json', ...into])).stdout);
    expect(report.searched).toMatchObject([{ question: '-5 euro fee', misses: 6 }]);
  });

  test('thanks readers without JavaScript in their language', async () => {
    const receiver = await open();
    const form = (body: string) => post(body, { 'Content-Type': 'application/x-www-form-urlencoded' });
    const yes = await receiver.send(form('article=cards%2Forder&locale=fi&helpful=yes'));
    const page = await yes.text();
    expect([yes.status, yes.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page).toContain('<html lang="fi">');
    expect(page).toContain('Kiitos palautteesta.');
    expect(page).toContain(`<a href="${origin}/fi/cards/order/">`);
    const no = await receiver.send(form('article=cards%2Forder&locale=en&reason=wrong&section=&helpful=no'));
    expect(no.status).toBe(200);
    for (const wrong of ['helpful=yes', 'article=cards%2Forder&locale=en&helpful=yes&helpful=no', 'a'.repeat(4000)])
      expect((await receiver.send(form(wrong))).status).toBe(400);
    expect(rows(await exported(receiver, 'votes'))).toHaveLength(2);
  });

  test('keeps nothing of what pages don’t send', async () => {
    const receiver = await open();
    const script = '<script>alert(1)</script>';
    const wrong = [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '{"event":"ohje:vote"',
      '['.repeat(4000),
      {},
      { ...vote, event: 'ohje:other' },
      { ...vote, event: '__proto__' },
      { ...vote, event: ['ohje:vote'] },
      { ...vote, article: script },
      { ...vote, article: 'order' },
      { ...vote, article: '../../etc/passwd' },
      { ...vote, article: `cards/${'a'.repeat(300)}` },
      { ...vote, article: '=HYPERLINK("https://x.example")/a' },
      { ...vote, article: ['cards/order'] },
      { ...vote, locale: 'en"><b>' },
      { ...vote, locale: 7 },
      { ...vote, helpful: 'yes' },
      { ...vote, helpful: 1 },
      { ...vote, reason: 'unclear' },
      { ...vote, helpful: false, reason: script },
      { ...vote, helpful: false, section: '=1+1' },
      { ...vote, helpful: false, section: null },
      { ...vote, comment: 'my address is …' },
      { ...search, question: '' },
      { ...search, question: '\u0000 \u0007' },
      { ...search, question: 'a'.repeat(501) },
      { ...search, question: { toString: 'x' } },
      { ...search, results: -1 },
      { ...search, results: 1.5 },
      { ...search, results: '3' },
      { ...search, confident: null },
      { ...search, state: 'maybe' },
      { event: 'ohje:search', question: 'card', locale: 'en' },
    ];
    for (const body of wrong) {
      const response = await receiver.send(post(body));
      expect([body, response.status]).toEqual([body, 400]);
      expect(await response.text()).not.toContain('script');
    }
    const bytes = await receiver.send({ ...post(''), body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) });
    expect(bytes.status).toBe(400);
    expect(rows(await exported(receiver, 'votes'))).toEqual([]);
    expect(rows(await exported(receiver, 'searches'))).toEqual([]);
  });

  test('refuses other pages, methods and types', async () => {
    const receiver = await open();
    for (const other of ['https://evil.example', 'https://help.pilvi.example.evil.example', 'null', `${origin}:8443`]) {
      const response = await receiver.send(post(vote, { Origin: other }));
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
    const { Origin: _, ...headers } = post(vote).headers;
    expect((await receiver.send({ ...post(vote), headers })).status).toBe(403);
    const asked = await receiver.send({ method: 'OPTIONS', headers: { Origin: origin } });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'POST']);
    expect((await receiver.send({ method: 'OPTIONS', headers: { Origin: 'https://evil.example' } })).status).toBe(403);
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
      expect([method, (await receiver.send({ method, headers: { Origin: origin } })).status]).toEqual([method, 405]);
    for (const type of ['multipart/form-data; boundary=x', 'text/html', 'application/octet-stream'])
      expect((await receiver.send(post(vote, { 'Content-Type': type }))).status).toBe(415);
    expect(rows(await exported(receiver, 'votes'))).toEqual([]);
  });

  test('reads no more of a body than it needs', async () => {
    const receiver = await open();
    const huge = await receiver.send(post({ ...search, question: 'a'.repeat(2 ** 20) }));
    expect(huge.status).toBe(413);
    // Without its length.
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('a'.repeat(2 ** 16)));
        if (++parts === 16) controller.close();
      },
    });
    let parts = 0;
    const streamed = await receiver.send({ ...post(''), body: stream, duplex: 'half' } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await receiver.send(post(vote))).status).toBe(204);
  });

  test('gives the export only to who has the token', async () => {
    const receiver = await open();
    await receiver.send(post(vote));
    for (const header of [
      undefined,
      'Bearer',
      'Bearer x',
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
    ]) {
      const headers: Record<string, string> = header === undefined ? {} : { Authorization: header };
      const response = await receiver.send({ path: '?export=votes', headers });
      expect([header, response.status]).toEqual([header, 401]);
      expect(await response.text()).not.toContain('cards/order');
    }
    const other = await receiver.send({ path: '?export=hits', headers: { Authorization: `Bearer ${token}` } });
    expect(other.status).toBe(405);
    expect((await receiver.send({ path: `?export=votes&token=${token}` })).status).toBe(401);
  });

  test('writes cells that no spreadsheet runs', async () => {
    const receiver = await open();
    const questions = [
      '=HYPERLINK("https://evil.example","Click")',
      '+cmd|calc',
      '@SUM(A1)',
      'card;=HYPERLINK("https://evil.example")',
      'a\tb\r\n=1+1',
      '<script>alert(1)</script>',
      'my mail is anna@example.com and 040 123 4567',
    ];
    for (const question of questions) expect((await receiver.send(post({ ...search, question }))).status).toBe(204);
    const csv = await exported(receiver, 'searches');
    expect(rows(csv)).toHaveLength(questions.length);
    const fields = csv.split(/[,;\t\r\n]/).map((cell) => cell.replace(/^[\s"]+/, ''));
    expect(fields.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    expect(csv).not.toMatch(/anna@|4567/);
  });

  // A server takes a while to answer each of them.
  const requests = name === 'node' || name === 'php' ? 1000 : 10_000;

  test(`counts only a few of ${requests} requests, and stores no address`, async () => {
    const receiver = await open();
    const statuses = new Map<number, number>();
    const flood = async () => {
      for (let sent = 0; sent < requests / 20; sent++) {
        const { status } = await receiver.send(post({ ...search, question: `card ${sent}` }));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 20 }, flood));
    expect(Object.fromEntries(statuses)).toEqual({ 204: 60, 429: requests - 60 });
    const stored = await receiver.stored();
    expect(stored).not.toMatch(/203\.0\.113\.7|127\.0\.0\.1/);
    if (name === 'php') return;
    // Others are not held up.
    expect((await receiver.send({ ...post(vote), ip: '192.0.2.55' })).status).toBe(204);
    expect(rows(await exported(receiver, 'votes'))).toHaveLength(1);
  });

  test('counts a client’s votes on an article only a few times, whichever address of its network it uses', async () => {
    const receiver = await open();
    const statuses: number[] = [];
    for (let sent = 0; sent < 8; sent++)
      statuses.push((await receiver.send({ ...post(vote), ip: `2001:db8:0:7::${sent}` })).status);
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429, 429]);
    expect(
      (await receiver.send({ ...post({ ...vote, article: 'cards/freeze' }), ip: '2001:db8:0:7:1::' })).status,
    ).toBe(204);
  });
});

describe('npm run new -- receiver', () => {
  it('names the receivers, and needs the address of the site', async () => {
    const root = await makeFolder({ 'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n' });
    const refused = await run('new', ['receiver', 'cloudflar'], root);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('Did you mean "cloudflare"?')]);
    const unknown = await run('new', ['receiver', 'node'], root);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('Set "url" in site.yaml, or use --site.'),
    ]);
    const site = ['--site', 'https://pilvi.example/help', '--origin', 'https://app.pilvi.example/start'];
    const { stdout } = await run('new', ['receiver', 'node', ...site], root);
    expect(stdout).toBe(
      'Wrote ohje-receiver-node: README.md, receiver.mjs.\nNext: follow ohje-receiver-node/README.md.\n',
    );
    await writeFile(join(root, 'ohje-receiver-node/note.txt'), 'mine');
    const again = await run('new', ['receiver', 'node', ...site], root);
    expect([again.code, again.stderr]).toEqual([
      1,
      'ohje-receiver-node already exists. Name another folder with --write. Nothing was written.\n',
    ]);
  });
});
