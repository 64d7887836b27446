import { describe, expect, it } from 'vitest';
import { recentSearches } from '#ui/client/search/recent-searches.ts';

function makeStorage(): Storage {
  const stored = new Map<string, string>();
  return {
    get length() {
      return stored.size;
    },
    clear: () => stored.clear(),
    key: (index) => [...stored.keys()][index] ?? null,
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  };
}

describe('recent searches', () => {
  it('are five, the newest first, each once however it is written', () => {
    const storage = makeStorage();
    const recent = recentSearches('en', () => storage);
    for (const question of ['a', 'b', 'c', 'B', 'd', 'e', 'f']) recent.remember(question);
    expect(recent.list()).toEqual(['f', 'e', 'd', 'B', 'c']);
  });

  it('belong to their language', () => {
    const storage = makeStorage();
    recentSearches('en', () => storage).remember('card');
    expect(recentSearches('fi', () => storage).list()).toEqual([]);
  });

  it('leave nothing behind when they are forgotten', () => {
    const storage = makeStorage();
    const recent = recentSearches('en', () => storage);
    for (const question of ['a', 'b']) recent.remember(question);
    recent.forget('a');
    expect(recent.list()).toEqual(['b']);
    recent.forget('b');
    expect(storage.length).toBe(0);
    recent.remember('c');
    recent.forgetAll();
    expect(storage.length).toBe(0);
  });

  it.each(['no JSON', '{"a":1}', '[1,null]'])('are empty if something else is stored: %s', (text) => {
    const storage = makeStorage();
    const recent = recentSearches('en', () => storage);
    recent.remember('a');
    storage.setItem(storage.key(0) ?? '', text);
    expect(recent.list()).toEqual([]);
  });

  it('are empty if storage is refused', () => {
    const recent = recentSearches('en', () => {
      throw new Error('refused');
    });
    recent.remember('a');
    recent.forgetAll();
    expect(recent.list()).toEqual([]);
  });
});
