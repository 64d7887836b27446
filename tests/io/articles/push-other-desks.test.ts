import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { FreshdeskStore } from './freshdesk-store.ts';
import { IntercomStore } from './intercom-store.ts';
import { type LocalServer, type Reply, serveLocally } from './local-server.ts';
import { badDay, first, pushing as pushingTo, text } from './pushing.ts';

let server: LocalServer;
afterEach(() => server.close());

const pushing = (name: string) => pushingTo(name, () => server.origin);

/** A desk that keeps everything in flat lists by path, as Freshdesk and Intercom do. */
function flatStore(reads: (path: string) => unknown) {
  const things = new Map<string, Record<string, unknown>>();
  let next = 1;
  const answer = (path: string, sent: string, request: { method?: string | undefined }): Reply | undefined => {
    const at = path.split('?')[0] ?? '';
    if (request.method === 'GET') return { body: reads(at) };
    const body = JSON.parse(sent) as Record<string, unknown>;
    if (request.method === 'PUT') {
      const known = things.get(at);
      if (!known) return undefined;
      Object.assign(known, body);
      return { body: { id: known.id } };
    }
    const isTranslation = /\/\d+\/[a-z]{2}$/.test(at);
    const id = next++;
    const own = at.replace(/categories\/\d+\/folders$/, 'folders').replace(/folders\/\d+\/articles$/, 'articles');
    things.set(isTranslation ? at : `${own}/${id}`, { ...body, id });
    return { status: 201, body: { id, ...body } };
  };
  return { things, answer };
}

it('push to Freshdesk makes folders, articles and translations, and drafts of what is no longer published', async () => {
  const store = flatStore(() => ({ primary_language: 'en', supported_languages: ['fa'] }));
  server = await serveLocally(store.answer);
  const { push } = pushing('freshdesk');
  expect(await push(first)).toMatchObject({ created: 9, losses: [] });
  expect([...store.things]).toMatchObject([
    ['/api/v2/solutions/categories/1', { name: 'Pilvi help' }],
    ['/api/v2/solutions/folders/2', { name: 'cards', visibility: 1 }],
    ['/api/v2/solutions/folders/2/fa', { name: 'cards' }],
    ['/api/v2/solutions/folders/4', { name: 'lost', parent_folder_id: 2 }],
    ['/api/v2/solutions/folders/5', { name: 'fees' }],
    ['/api/v2/solutions/articles/6', { title: 'Block a card', status: 2, type: 1 }],
    ['/api/v2/solutions/articles/7', { title: 'Order a card', description: '<p>Order a card.</p>' }],
    ['/api/v2/solutions/articles/7/fa', { title: 'سفارش کارت', status: 2 }],
    ['/api/v2/solutions/articles/9', { title: 'Fees' }],
  ]);
  await push([text('cards/order', 'en', 'Order a card'), text('fees/all', 'en', 'Fees')]);
  expect(store.things.get('/api/v2/solutions/articles/6')).toMatchObject({ status: 1 });
  expect(store.things.get('/api/v2/solutions/articles/7/fa')).toMatchObject({ status: 1 });
  expect(store.things.get('/api/v2/solutions/articles/7')).toMatchObject({ status: 2 });
});

const many = [...first, ...Array.from({ length: 130 }, (_, at) => text(`fees/n${at}`, 'en', `Fee ${at}`))];

/** Runs a push of many articles again and again, as its message says, on a day when much fails. */
async function pushManyUntilDone(push: ReturnType<typeof pushing>['push']): Promise<void> {
  let failures = 0;
  for (let run = 0; run < 200; run++)
    try {
      await push(many);
      break;
    } catch (error) {
      failures++;
      expect((error as Error).message).toMatch(/Run the same command again|doesn't answer with data/);
    }
  expect(failures).toBeGreaterThan(2);
}

describe('push to Freshdesk', () => {
  it('follows edits, renames and what is removed here and there', async () => {
    const store = new FreshdeskStore();
    server = await serveLocally(store.answer);
    const { push } = pushing('freshdesk');
    expect(await push(first, true)).toMatchObject({ created: 9 });
    expect(store.things.size).toBe(0);
    await push(first);
    expect(await push(first)).toMatchObject({ created: 0, updated: [], archived: [], unchanged: 9 });
    const renamed = [text('cards/get', 'en', 'Get a card'), text('cards/lost/block', 'en', 'Block it')];
    expect(await push(renamed)).toMatchObject({
      created: 1,
      updated: ['article:cards/lost/block'],
      archived: ['article:cards/order', 'article:cards/order@fa', 'article:fees/all'],
    });
    expect(store.titles()).toEqual(['Block it', 'Get a card']);
    expect(store.titles('fa')).toEqual([]);
    for (const [key, { title }] of store.things) if (title === 'Block it') store.things.delete(key);
    await push([text('cards/get', 'en', 'Get a card'), text('cards/lost/block', 'en', 'Block your card')]);
    expect(store.titles()).toEqual(['Get a card', 'Block your card']);
  });

  it('waits, goes on after failures in the middle, and creates nothing twice', async () => {
    const store = new FreshdeskStore();
    let turn = 0;
    server = await serveLocally(
      badDay((path, sent, request) =>
        ++turn % 5 === 0 ? { status: 429, headers: { 'retry-after': '0' } } : store.answer(path, sent, request),
      ),
    );
    const { push } = pushing('freshdesk');
    await pushManyUntilDone(push);
    expect(await push(many)).toMatchObject({ created: 0, unchanged: 139 });
    expect(store.titles()).toHaveLength(133);
    expect(new Set(store.titles())).toHaveLength(133);
    expect(store.titles('fa')).toEqual(['سفارش کارت']);
  });

  it('says what it refuses', async () => {
    const store = new FreshdeskStore();
    store.things.set('categories/900', { id: 900, name: 'Pilvi help' });
    server = await serveLocally(store.answer);
    await expect(pushing('freshdesk').push(first)).rejects.toThrow(
      /answers 409 to POST .*categories for "Pilvi help": .*duplicate_value/,
    );
  });
});

describe('push to Intercom', () => {
  const swedish = (id: string, title: string) => text(id, 'sv', title);

  it('makes collections and articles with their translations, and drafts of what is no longer published', async () => {
    const store = new IntercomStore();
    server = await serveLocally(store.answer);
    const { push } = pushing('intercom');
    const all = [...first, swedish('cards/order', 'Beställ ett kort'), swedish('fees/only', 'Ensam')];
    expect(await push(all)).toMatchObject({
      created: 6,
      losses: [
        "The article fees/only isn't in en, so Intercom can't take it.",
        'Intercom has no language for fa, so its articles stay here. If it can be added there, add it first.',
      ],
    });
    expect(await push(all)).toMatchObject({ created: 0, updated: [], archived: [], unchanged: 6 });
    expect(store.titles()).toEqual(['Block a card', 'Order a card', 'Fees']);
    expect(store.titles('sv')).toEqual(['Beställ ett kort']);
    expect(store.things.get('help_center/collections/13')).toMatchObject({ name: 'lost', parent_id: '12' });
    // What is removed is hidden in each language: a translation has a state of its own.
    expect(await push([text('cards/order', 'en', 'Get a card')])).toMatchObject({
      updated: ['section:cards', 'article:cards/order'],
      archived: ['article:cards/lost/block', 'article:fees/all'],
    });
    expect([store.titles(), store.titles('sv')]).toEqual([['Get a card'], []]);
    await push(all);
    expect(store.titles('sv')).toEqual(['Beställ ett kort']);
    await push([text('fees/all', 'en', 'Fees')]);
    expect([store.titles(), store.titles('sv')]).toEqual([['Fees'], []]);
  });

  it('brings deeper sections to the third level, and says so', async () => {
    const store = new IntercomStore();
    server = await serveLocally(store.answer);
    const { push } = pushing('intercom');
    expect(await push([text('a/b/c/d/deep', 'en', 'Deep')])).toMatchObject({
      created: 4,
      losses: ['Intercom takes 3 levels of sections, so the articles of a/b/c/d are brought to a/b/c.'],
    });
    expect(store.things.get('articles/15')).toMatchObject({ title: 'Deep', parent_id: 14 });
  });

  it('waits until its limit is reset', async () => {
    const store = new IntercomStore();
    let turn = 0;
    const early: string[] = [];
    server = await serveLocally((path, sent, request) => {
      if (Date.now() / 1000 < store.resetAt) early.push(path);
      return ++turn === 6 ? store.tooMany(1) : store.answer(path, sent, request);
    });
    expect(await pushing('intercom').push(first)).toMatchObject({ created: 6 });
    expect(early).toEqual([]);
    expect(store.titles()).toHaveLength(3);
  });

  it('goes on after failures in the middle, creates nothing twice, and leaves what others wrote', async () => {
    const store = new IntercomStore();
    const post = { method: 'POST', headers: { authorization: 'Bearer x' } } as unknown as IncomingMessage;
    store.answer('/help_center/collections', '{"name":"Theirs"}', post);
    store.answer('/articles', '{"title":"Fee 7","author_id":12,"parent_id":12,"parent_type":"collection"}', post);
    server = await serveLocally(badDay(store.answer));
    const { push } = pushing('intercom');
    await pushManyUntilDone(push);
    expect(await push(many)).toMatchObject({ created: 0, unchanged: 136 });
    expect(new Set(store.titles())).toHaveLength(133);
    expect(store.things.get('articles/13')).toMatchObject({ title: 'Fee 7', state: 'draft', parent_id: 12 });
    expect(store.things.size).toBe(136 + 2);
  });

  it('sends nothing if the help center there is in another language', async () => {
    const store = new IntercomStore('fr');
    const post = { method: 'POST', headers: { authorization: 'Bearer x' } } as unknown as IncomingMessage;
    store.answer('/help_center/collections', '{"name":"Cartes"}', post);
    server = await serveLocally(store.answer);
    await expect(pushing('intercom').push(first)).rejects.toThrow(
      'Intercom is set up in fr, but your help center is in en. Add fr to your help center',
    );
    expect(server.requests.every((one) => one.startsWith('GET'))).toBe(true);
  });

  it('says what it refuses', async () => {
    const store = new IntercomStore();
    server = await serveLocally(store.answer);
    await expect(pushing('intercom').push([text('fees/all', 'en', undefined as unknown as string)])).rejects.toThrow(
      /answers 400 to POST \/articles .*parameter_not_found.*title must be in the main body/,
    );
  });
});
