import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, serveLocally } from './local-server.ts';
import { badDay, first, pushing as pushingTo, text } from './pushing.ts';
import { ZendeskStore } from './zendesk-store.ts';

let server: LocalServer;
afterEach(() => server.close());

const pushing = (name: string) => pushingTo(name, () => server.origin);

describe('push to Zendesk', () => {
  it('creates sections in sections, articles and translations, then sends nothing again', async () => {
    const store = new ZendeskStore();
    server = await serveLocally(store.answer);
    const { push } = pushing('zendesk');
    expect(await push(first)).toEqual({ created: 9, updated: [], archived: [], unchanged: 0, losses: [] });
    expect(store.titles('en-us')).toEqual(['Block a card', 'Order a card', 'Fees']);
    expect(store.titles('fa')).toEqual(['سفارش کارت']);
    const sections = [...store.things.values()].filter(({ kind }) => kind === 'sections');
    expect(sections.map(({ fields }) => fields.name)).toEqual(['cards', 'lost', 'fees']);
    expect(sections[1]?.fields.parent_section_id).toBe(sections[0]?.id);
    const requests = server.requests.length;
    expect(await push(first)).toEqual({ created: 0, updated: [], archived: [], unchanged: 9, losses: [] });
    expect(server.requests.slice(requests).filter((one) => !one.startsWith('GET'))).toEqual([]);
  });

  it('changes, moves and archives by id, and creates what someone removed there', async () => {
    const store = new ZendeskStore();
    server = await serveLocally(store.answer);
    const { push } = pushing('zendesk');
    await push(first);
    const id = [...store.things.values()].find(({ fields }) => fields.title === 'Order a card')?.id ?? 0;
    const second = [text('cards/order', 'en', 'Get a card'), text('fees/all', 'en', 'Fees')];
    expect(await push(second)).toMatchObject({
      created: 0,
      updated: ['article:cards/order'],
      archived: ['article:cards/lost/block', 'article:cards/order@fa'],
    });
    expect(store.things.get(id)?.translations.get('en-us')).toMatchObject({ title: 'Get a card' });
    expect(store.titles('en-us')).toEqual(['Get a card', 'Fees']);
    expect(store.titles('fa')).toEqual([]);
    // A translation that comes back is shown again.
    await push([...second, text('cards/order', 'fa', 'سفارش کارت')]);
    expect(store.titles('fa')).toEqual(['سفارش کارت']);
    store.things.delete(id);
    await push([text('cards/order', 'en', 'Get your card'), text('fees/all', 'en', 'Fees')]);
    expect(store.titles('en-us')).toEqual(['Fees', 'Get your card']);
  });

  it('says what a push would do, and sends nothing', async () => {
    const store = new ZendeskStore();
    server = await serveLocally(store.answer);
    const { push, kept } = pushing('zendesk');
    expect(await push(first, true)).toMatchObject({ created: 9 });
    expect(server.requests.every((one) => one.startsWith('GET'))).toBe(true);
    expect(kept()).toBe('');
  });

  it('waits when it is asked to, and tries changes again', async () => {
    const store = new ZendeskStore();
    let turn = 0;
    server = await serveLocally((path, sent, request) => {
      turn++;
      if (turn % 3 === 0) return { status: 429, headers: { 'retry-after': '0' } };
      if (turn % 4 === 0 && request.method !== 'POST') return { status: 503 };
      return store.answer(path, sent, request);
    });
    const { push } = pushing('zendesk');
    expect(await push(first)).toMatchObject({ created: 9 });
    expect(store.titles('en-us')).toHaveLength(3);
    expect(store.titles('fa')).toHaveLength(1);
  });

  it('continues after any failure, and creates nothing twice', async () => {
    const store = new ZendeskStore();
    server = await serveLocally(badDay(store.answer));
    const { push, kept } = pushing('zendesk');
    const many = [...first, ...Array.from({ length: 60 }, (_, at) => text(`fees/n${at}`, 'en', `Fee ${at}`))];
    let failures = 0;
    for (let run = 0; run < 100; run++)
      try {
        await push(many);
        break;
      } catch (error) {
        failures++;
        expect((error as Error).message).toMatch(/Run the same command again|without an id|doesn't answer with data/);
        expect((error as Error).message).not.toContain('secret');
      }
    expect(failures).toBeGreaterThan(1);
    expect(store.titles('en-us')).toHaveLength(63);
    expect(new Set(store.titles('en-us'))).toHaveLength(63);
    expect(store.titles('fa')).toEqual(['سفارش کارت']);
    expect([...store.things.values()].filter(({ kind }) => kind !== 'articles')).toHaveLength(4);
    expect(kept()).not.toContain('secret');
  });

  it('says which languages the desk lacks, and what it refuses', async () => {
    const store = new ZendeskStore(['en-us']);
    server = await serveLocally(store.answer);
    expect((await pushing('zendesk').push(first)).losses).toEqual([
      'Zendesk has no language for fa, so its articles stay here. If it can be added there, add it first.',
    ]);
    await server.close();
    server = await serveLocally((path, sent, request) =>
      request.method === 'POST'
        ? { status: 422, body: { error: 'Name is too long' } }
        : store.answer(path, sent, request),
    );
    await expect(pushing('zendesk').push(first)).rejects.toThrow(
      '422 to POST /api/v2/help_center/en-us/categories.json for "Pilvi help": {"error":"Name is too long"}',
    );
  });

  it('keeps to one address', async () => {
    const store = new ZendeskStore();
    server = await serveLocally(store.answer);
    const { push } = pushing('zendesk');
    await push(first);
    const { origin } = server;
    await server.close();
    server = await serveLocally(store.answer);
    if (server.origin !== origin)
      await expect(push(first)).rejects.toThrow(/were brought to http.*Use another folder for another help desk/);
  });
});
