import { afterEach, describe, expect, it } from 'vitest';
import { FreshdeskStore } from './freshdesk-store.ts';
import { type LocalServer, type Reply, serveLocally } from './local-server.ts';
import { first, pushing as pushingTo, text } from './pushing.ts';

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

it('push to Intercom makes collections and articles with their translations', async () => {
  const store = flatStore((path) => (path === '/me' ? { id: '12' } : { data: [{ default_locale: 'en' }] }));
  server = await serveLocally(store.answer);
  const { push } = pushing('intercom');
  expect(await push([...first, text('fees/only', 'fa', 'تنها')])).toMatchObject({
    created: 6,
    losses: ["The article fees/only isn't in en, so Intercom can't take it."],
  });
  expect(store.things.get('/articles/5')).toMatchObject({
    title: 'Order a card',
    author_id: 12,
    state: 'published',
    parent_id: 1,
    parent_type: 'collection',
    translated_content: { fa: { type: 'article_content', title: 'سفارش کارت', author_id: 12, state: 'published' } },
  });
  await push([text('cards/order', 'en', 'Order a card')]);
  expect(store.things.get('/articles/4')).toMatchObject({ state: 'draft' });
  // A translation has a state of its own.
  expect(store.things.get('/articles/5')).toMatchObject({
    state: 'published',
    translated_content: { fa: { state: 'draft' } },
  });
  await push(first);
  expect(store.things.get('/articles/5')).toMatchObject({ translated_content: { fa: { state: 'published' } } });
  await push([text('fees/all', 'en', 'Fees')]);
  expect(store.things.get('/articles/5')).toMatchObject({
    state: 'draft',
    translated_content: { fa: { state: 'draft' } },
  });
});

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
    server = await serveLocally((path, sent, request) => {
      turn++;
      if (turn % 5 === 0) return { status: 429, headers: { 'retry-after': '0' } };
      if (turn % 7 === 0) return { status: 500 };
      const answer = store.answer(path, sent, request);
      // It is created, and the answer is lost.
      return request.method === 'POST' && turn % 2 === 0
        ? ({ ...answer, broken: true, body: 'lost' } as Reply)
        : answer;
    });
    const { push } = pushing('freshdesk');
    const many = [...first, ...Array.from({ length: 130 }, (_, at) => text(`fees/n${at}`, 'en', `Fee ${at}`))];
    let failures = 0;
    for (let run = 0; run < 200; run++)
      try {
        await push(many);
        break;
      } catch (error) {
        failures++;
        expect((error as Error).message).toMatch(/Run the same command again|doesn't answer with data/);
      }
    expect(failures).toBeGreaterThan(10);
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
