import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keep, keptFolder, readKept, removeKept } from '#build/keeping/kept-file.ts';
import { openKeptPages } from '#build/keeping/kept-pages.ts';
import type { Store } from '#io/content/store.ts';
import type { Library } from '#kb/content/library.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const name = `test-${process.pid}`;
afterEach(() => rm(join(keptFolder, 'pages', name), { force: true }));

const article = makeArticle('cards/freeze', { title: 'Freeze' });
const other = makeArticle('cards/order', { title: 'Order' });
const libraryOf = (...articles: Library['articles']) => makeLibrary({ site: makeSite(), articles });
const storeOf = (library: Library, changed: Partial<Store> = {}) =>
  ({
    library,
    today: '2026-11-15',
    updated: {},
    added: {},
    related: () => [],
    htmlOf: ({ id }: { id: string }) => (id === 'cards/code' ? undefined : `<p>${id}</p>`),
    trailTo: () => [],
    ...changed,
  }) as unknown as Store;

/** Whether the second build renders a page again that reads something of its site. */
async function isRendered(before: Store, after: Store, read: (store: Store) => unknown, around = ['a', 'a']) {
  await rm(join(keptFolder, 'pages', name), { force: true });
  let rendered = 0;
  for (const [build, store] of [before, after].entries()) {
    const pages = await openKeptPages(name, around[build] ?? '');
    const watched = pages.watch(store);
    const { html } = await pages.page('/en/cards/freeze/', async () => {
      rendered++;
      return JSON.stringify(read(watched) ?? null);
    });
    expect(Buffer.from(html).toString()).toBe(JSON.stringify(read(store) ?? null));
    await pages.save();
  }
  return rendered === 2;
}

const both = storeOf(libraryOf(article, other));
const changed = storeOf(libraryOf(article, { ...other, title: 'Order it' }));

describe('a page is rendered again', () => {
  it.each<[string, Store, Store, (store: Store) => unknown]>([
    ['an article that it looks up', both, changed, ({ library }) => library.find('en', 'cards/order')],
    [
      'an article that is gone',
      both,
      storeOf(libraryOf(article)),
      ({ library: { exact } }) => exact('en', 'cards/order'),
    ],
    ['the titles of a section', both, changed, ({ library }) => library.sections('en').map(({ articles }) => articles)],
    ['all articles', both, changed, ({ library }) => library.articles],
    ['the day', both, { ...both, today: '2026-11-16' }, ({ today }) => today],
    ['when it changed', both, { ...both, updated: { a: '2026-11-16' } }, ({ updated }) => updated.a],
    ['what has a date', both, { ...both, updated: { a: '2026-11-16' } }, ({ updated }) => Object.keys(updated)],
    ['everything at once', both, { ...both, today: '2026-11-16' }, (store) => ({ ...store }).today],
    [
      'related articles',
      both,
      storeOf(both.library, { related: () => [...both.library.shown('en')] }),
      (store) => store.related({ article, locale: 'en', fallback: false }, 5),
    ],
    ['its text', both, storeOf(both.library, { htmlOf: () => '<p>New</p>' }), (store) => store.htmlOf(article)],
    [
      'the sections around it',
      both,
      storeOf(both.library, { trailTo: () => [{ id: 'a', title: 'A' }] }),
      (store) => store.trailTo('en', 'cards'),
    ],
  ])('after a change of %s', async (_, before, after, read) => {
    expect(await isRendered(before, after, read)).toBe(true);
  });

  it('after a change of what surrounds all pages', async () => {
    expect(await isRendered(both, both, ({ today }) => today, ['a', 'b'])).toBe(true);
  });

  it('if it runs code, which can read anything', async () => {
    const code = storeOf(libraryOf(makeArticle('cards/code')));
    expect(await isRendered(code, code, (store) => store.htmlOf(makeArticle('cards/code')))).toBe(true);
  });

  it('only if something changed that it shows', async () => {
    expect(await isRendered(both, changed, ({ library }) => library.find('en', 'cards/freeze'))).toBe(false);
    expect(await isRendered(both, { ...both, today: '2026-11-16' }, ({ updated }) => updated.a)).toBe(false);
  });
});

describe('a kept file', () => {
  const file = join(keptFolder, 'pages', name);
  const values = new Map(
    Array.from({ length: 600 }, (_, at) => [`key ${at}`, { at, bytes: new Uint8Array([at % 256]) }]),
  );

  it('has what was kept, over several parts', async () => {
    await keep(name, values);
    expect(await readKept(name)).toEqual(values);
  });

  it('is not used if any byte of it changed, or its end is missing', async () => {
    await keep(name, values);
    const whole = await readFile(file);
    for (const at of [0, 31, 32, 40, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(file, damaged);
      expect((await readKept(name)).size, `byte ${at}`).toBe(0);
      await writeFile(file, whole.subarray(0, at));
      expect((await readKept(name)).size, `up to ${at}`).toBe(0);
    }
  });

  it('has no pages that the last build did not show', async () => {
    const shown = async (...paths: string[]) => {
      const pages = await openKeptPages(name, '');
      pages.watch(both);
      for (const path of paths) await pages.page(path, async () => path);
      await pages.save();
      return [...(await readKept(name)).keys()];
    };
    expect(await shown('/a/', '/b/')).toEqual(['/a/', '/b/']);
    expect(await shown('/b/')).toEqual(['/b/']);
  });

  it('is gone after it was removed, and others stay', async () => {
    await keep(`${name}.pages`, values);
    await keep(name, values);
    await removeKept(name);
    expect([(await readKept(`${name}.pages`)).size, (await readKept(name)).size]).toEqual([0, 600]);
  });
});
